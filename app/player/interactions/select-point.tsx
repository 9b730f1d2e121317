import { type MouseEvent, useRef } from "react";
import { useAnnounce } from "../../components/announcer.tsx";
import { Button } from "../../components/button.tsx";
import { CrossIcon, PlusIcon } from "../../components/icons.tsx";
import { ClearButton, InteractionFrame } from "./interaction-frame.tsx";
import type { InteractionProps } from "./interaction-props.ts";
import { fullWords, limitWords } from "./limit-words.ts";
import { useRefusal } from "./refusal.tsx";
import { sourceOf } from "./source-of.ts";

/** Points on a picture: set with a pointer, or added and moved by typing how far they are from the left and the top. */
export function SelectPoint(props: InteractionProps<"select-point">) {
  const { interaction, value, give, disabled, pictures } = props;
  const { picture, minChoices, maxChoices } = interaction;
  const { words, refuse, settle } = useRefusal();
  const announce = useAnnounce();
  const list = useRef<HTMLOListElement>(null);
  const source = sourceOf(picture.src, pictures);
  const points = value.map((part) => part.split(" ").map(Number) as [number, number]);

  const add = (x: number, y: number) => {
    if (disabled) return false;
    settle();
    if (maxChoices === 1) give([`${x} ${y}`]);
    else if (maxChoices > 0 && value.length >= maxChoices) {
      refuse(fullWords(maxChoices));
      return false;
    } else give([...value, `${x} ${y}`]);
    announce(`Point at ${x} from the left, ${y} from the top`);
    return true;
  };
  const press = (event: MouseEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const across = (event.clientX - box.left) / box.width;
    const down = (event.clientY - box.top) / box.height;
    add(Math.round(across * picture.width), Math.round(down * picture.height));
  };
  const addInMiddle = () => {
    const added = add(Math.round(picture.width / 2), Math.round(picture.height / 2));
    // The new line is there after this turn.
    if (added) requestAnimationFrame(() => list.current?.querySelector<HTMLElement>("li:last-child input")?.focus());
  };
  const move = (at: number, [x, y]: readonly [number, number]) =>
    give(value.map((part, place) => (place === at ? `${x} ${y}` : part)));
  const remove = (at: number) => {
    settle();
    give(value.filter((_, place) => place !== at));
    announce(`Point ${at + 1} taken away`);
  };

  return (
    <InteractionFrame
      {...props}
      prompt={interaction.prompt}
      instructions={`${limitWords({ min: minChoices, max: maxChoices })} Point on the picture, or add a point and type where it is.`}
      refused={words}
      below={
        <>
          <Button size="small" variant="quiet" icon={<PlusIcon />} onClick={addInMiddle}>
            Add a point
          </Button>
          <ClearButton given={value.length > 0} onClear={() => give([])} />
        </>
      }
    >
      <div
        className="relative w-full overflow-hidden rounded-md border border-line-strong"
        style={{ maxWidth: picture.width }}
      >
        {source ? (
          <img src={source} alt={picture.alt} width={picture.width} height={picture.height} draggable={false} />
        ) : (
          <p className="p-4">{picture.alt}</p>
        )}
        {/* For pointers only: keyboard and screen reader have the list beneath, which does the same. */}
        <svg
          aria-hidden
          viewBox={`0 0 ${picture.width} ${picture.height}`}
          onClick={press}
          className="absolute inset-0 size-full cursor-crosshair"
        >
          {points.map(([x, y], at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a point is known by its place and holds no state of its own.
            <g key={at} className="stroke-ink stroke-2">
              <circle cx={x} cy={y} r={9} className="fill-highlight" />
              <text
                x={x}
                y={y}
                textAnchor="middle"
                dominantBaseline="central"
                className="stroke-none fill-highlight-ink text-xs font-bold"
              >
                {at + 1}
              </text>
            </g>
          ))}
        </svg>
      </div>
      <ol ref={list} className="grid list-none gap-2 ps-0!">
        {points.map(([x, y], at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a point is known by its place and holds no state of its own.
          <li key={at} className="mt-0! flex flex-wrap items-center gap-3">
            <span className="font-bold">Point {at + 1}</span>
            <Distance words="From the left" most={picture.width} value={x} onChange={(next) => move(at, [next, y])} />
            <Distance words="From the top" most={picture.height} value={y} onChange={(next) => move(at, [x, next])} />
            <Button
              size="small"
              variant="plain"
              icon={<CrossIcon label={`Take away point ${at + 1}`} />}
              onClick={() => remove(at)}
            />
          </li>
        ))}
      </ol>
    </InteractionFrame>
  );
}

type DistanceProps = {
  readonly words: string;
  readonly most: number;
  readonly value: number;
  readonly onChange: (value: number) => void;
};

function Distance({ words, most, value, onChange }: DistanceProps) {
  const within = (typed: number) => Math.min(most, Math.max(0, Math.round(typed)));
  return (
    <label className="flex items-center gap-2">
      {words}
      <input
        type="number"
        min={0}
        max={most}
        value={value}
        onChange={(event) => onChange(within(Number(event.currentTarget.value)))}
        className="control w-24!"
      />
    </label>
  );
}
