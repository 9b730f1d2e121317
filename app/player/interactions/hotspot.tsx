import { useId, useState } from "react";
import { classNames } from "../../components/class-names.ts";
import type { Picture, Region } from "../../exam/item/body.ts";
import { ClearButton, InteractionFrame } from "./interaction-frame.tsx";
import type { InteractionProps } from "./interaction-props.ts";
import { fullWords, limitWords } from "./limit-words.ts";
import { optionLook, tickLook } from "./option-look.ts";
import { useRefusal } from "./refusal.tsx";
import { badgeOf, badgeRadius, RegionShape } from "./region-shape.tsx";
import { sourceOf } from "./source-of.ts";

/** A label such as "B: the till" names a letter that stands in the picture already, so it needs no number. */
const ownMark = /^\w{1,2}[:.)]\s/;

/** Places on a picture, to point at or to choose by name from the list beneath; both are the same answer. */
export function Hotspot(props: InteractionProps<"hotspot">) {
  const { interaction, value, give, disabled, pictures } = props;
  const { picture, regions, maxChoices } = interaction;
  const [near, setNear] = useState<string | null>(null);
  const { words, refuse, settle } = useRefusal();
  const name = useId();
  const single = maxChoices === 1;
  const source = sourceOf(picture.src, pictures);
  const numbered = !regions.every((region) => ownMark.test(region.label));

  const toggle = (id: string) => {
    if (disabled) return;
    if (single) give([id]);
    else if (value.includes(id)) give(value.filter((one) => one !== id));
    else if (maxChoices > 0 && value.length >= maxChoices) return refuse(fullWords(maxChoices));
    else give([...value, id]);
    settle();
  };

  return (
    <InteractionFrame
      {...props}
      prompt={interaction.prompt}
      instructions={`${limitWords({ max: maxChoices })} Choose on the picture or in the list.`}
      refused={words}
      below={<ClearButton given={value.length > 0} onClear={() => give([])} />}
    >
      <div className="grid items-start gap-4 @2xl:grid-cols-[3fr_2fr]">
        <div
          className="relative w-full overflow-hidden rounded-md border border-line-strong"
          style={{ maxWidth: picture.width }}
        >
          {source ? (
            <img src={source} alt={picture.alt} width={picture.width} height={picture.height} draggable={false} />
          ) : (
            <p className="p-4">{picture.alt}</p>
          )}
          {/* For pointers only: keyboard and screen reader have the list, which does the same. */}
          <svg aria-hidden viewBox={`0 0 ${picture.width} ${picture.height}`} className="absolute inset-0 size-full">
            {regions.map((region, at) => (
              <Spot
                key={region.id}
                region={region}
                picture={picture}
                number={numbered ? at + 1 : null}
                chosen={value.includes(region.id)}
                near={near === region.id}
                onPress={() => toggle(region.id)}
                onNear={(is) => setNear(is ? region.id : null)}
              />
            ))}
          </svg>
        </div>
        <div className="grid gap-2 @lg:grid-cols-2 @2xl:grid-cols-1">
          {regions.map((region, at) => {
            const chosen = value.includes(region.id);
            return (
              <label
                key={region.id}
                className={optionLook(chosen)}
                onMouseEnter={() => setNear(region.id)}
                onMouseLeave={() => setNear(null)}
              >
                <input
                  type={single ? "radio" : "checkbox"}
                  name={name}
                  value={region.id}
                  checked={chosen}
                  onChange={() => toggle(region.id)}
                  onFocus={() => setNear(region.id)}
                  onBlur={() => setNear(null)}
                  className={tickLook}
                />
                {numbered && (
                  <span aria-hidden className="font-bold tabular text-ink-soft">
                    {at + 1}
                  </span>
                )}
                <span className="min-w-0">{region.label}</span>
              </label>
            );
          })}
        </div>
      </div>
    </InteractionFrame>
  );
}

type SpotProps = {
  readonly region: Region;
  readonly picture: Picture;
  /** Null where the picture has marks of its own. */
  readonly number: number | null;
  readonly chosen: boolean;
  readonly near: boolean;
  readonly onPress: () => void;
  readonly onNear: (near: boolean) => void;
};

function Spot({ region, picture, number, chosen, near, onPress, onNear }: SpotProps) {
  const [x, y] = badgeOf(region, picture);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a pointer's short cut to the list beside it.
    <g
      onClick={onPress}
      onPointerEnter={() => onNear(true)}
      onPointerLeave={() => onNear(false)}
      className="cursor-pointer"
    >
      <RegionShape
        region={region}
        className={classNames(
          "stroke-[3] mix-blend-multiply",
          chosen
            ? "fill-highlight/40 stroke-accent"
            : near
              ? "fill-accent/20 stroke-accent"
              : "fill-transparent stroke-accent",
        )}
        dashed={!chosen && !near}
      />
      {number !== null && (
        <>
          <circle
            cx={x}
            cy={y}
            r={badgeRadius}
            className={classNames(
              "stroke-2",
              chosen ? "fill-highlight stroke-highlight-ink" : "fill-surface stroke-ink",
            )}
          />
          <text
            x={x}
            y={y}
            textAnchor="middle"
            dominantBaseline="central"
            className={classNames("text-[15px] font-bold", chosen ? "fill-highlight-ink" : "fill-ink")}
          >
            {number}
          </text>
        </>
      )}
    </g>
  );
}
