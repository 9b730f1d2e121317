import { type ReactNode, useId } from "react";
import type { Body, Choice, Picture, Region } from "../../exam/item/body.ts";
import { Associate } from "./associate.tsx";
import type { InteractionProps, Pictures } from "./interaction-props.ts";
import { Match } from "./match.tsx";
import { Order } from "./order.tsx";
import { badgeOf, badgeRadius, RegionShape } from "./region-shape.tsx";
import { RichText } from "./rich-text.tsx";
import { sourceOf } from "./source-of.ts";

/** Places on a picture to put in order: the picture shows them by letter, the list beneath is ordered. */
export function GraphicOrder(props: InteractionProps<"graphic-order">) {
  const { response, regions, maxChoices } = props.interaction;
  const choices = regions.map(choiceFor);
  const counting = maxChoices === undefined ? {} : { maxChoices };
  return (
    <OnPicture {...props.interaction} pictures={props.pictures} labelledBy={props.labelledBy}>
      {(labelledBy) => (
        <Order
          {...props}
          labelledBy={labelledBy}
          interaction={{ type: "order", response, prompt: [], choices, shuffle: true, ...counting }}
        />
      )}
    </OnPicture>
  );
}

/** Places on a picture that belong together, paired by name. */
export function GraphicAssociate(props: InteractionProps<"graphic-associate">) {
  const { response, regions, maxAssociations } = props.interaction;
  const choices = regions.map((region, at) => ({ ...choiceFor(region, at), matchMax: region.matchMax }));
  return (
    <OnPicture {...props.interaction} pictures={props.pictures} labelledBy={props.labelledBy}>
      {(labelledBy) => (
        <Associate
          {...props}
          labelledBy={labelledBy}
          interaction={{ type: "associate", response, prompt: [], choices, maxAssociations, shuffle: false }}
        />
      )}
    </OnPicture>
  );
}

/** Words or small pictures that belong to places on a picture: for each, the place is chosen by name. */
export function GraphicGapMatch(props: InteractionProps<"graphic-gap-match">) {
  const { response, texts, regions } = props.interaction;
  const targets = regions.map((region, at) => ({ ...choiceFor(region, at), matchMax: region.matchMax }));
  return (
    <OnPicture {...props.interaction} pictures={props.pictures} labelledBy={props.labelledBy}>
      {(labelledBy) => (
        <Match
          {...props}
          labelledBy={labelledBy}
          interaction={{
            type: "match",
            response,
            prompt: [],
            sources: texts,
            targets,
            maxAssociations: 0,
            shuffle: false,
          }}
        />
      )}
    </OnPicture>
  );
}

const letter = (at: number) => String.fromCharCode(65 + (at % 26)).repeat(Math.floor(at / 26) + 1);

/** A label may name a letter that stands in the picture already, as in "B: the till" or "Place B". */
const ownMark = /^(?:place )?(\w{1,2})(?:[:.)]\s|$)/i;
const markOf = ({ label }: Region, at: number) => ownMark.exec(label)?.[1] ?? letter(at);
const wordsFor = (region: Region, at: number) =>
  ownMark.test(region.label) ? region.label : `${letter(at)}: ${region.label}`;

const choiceFor = (region: Region, at: number): Choice => ({
  id: region.id,
  content: [{ kind: "text", text: wordsFor(region, at) }],
  fixed: false,
});

type Props = {
  readonly prompt: Body;
  readonly picture: Picture;
  readonly regions: readonly Region[];
  readonly pictures: Pictures;
  readonly labelledBy: string | undefined;
  /** Gets the id of the words that name it. */
  readonly children: (labelledBy: string | undefined) => ReactNode;
};

function OnPicture({ prompt, picture, regions, pictures, labelledBy, children }: Props) {
  const id = useId();
  const source = sourceOf(picture.src, pictures);
  return (
    <div className="@container grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3">
      {prompt.length > 0 && (
        <div id={id} className="prose">
          <RichText body={prompt} pictures={pictures} />
        </div>
      )}
      <div
        className="relative w-full overflow-hidden rounded-md border border-line-strong"
        style={{ maxWidth: picture.width }}
      >
        {source ? (
          <img src={source} alt={picture.alt} width={picture.width} height={picture.height} draggable={false} />
        ) : (
          <p className="p-4">{picture.alt}</p>
        )}
        <svg aria-hidden viewBox={`0 0 ${picture.width} ${picture.height}`} className="absolute inset-0 size-full">
          {regions.map((region, at) => (
            <Place key={region.id} region={region} picture={picture} mark={markOf(region, at)} />
          ))}
        </svg>
      </div>
      {children(prompt.length > 0 ? id : labelledBy)}
    </div>
  );
}

type PlaceProps = { readonly region: Region; readonly picture: Picture; readonly mark: string };

function Place({ region, picture, mark }: PlaceProps) {
  const [x, y] = badgeOf(region, picture);
  return (
    <g>
      <RegionShape region={region} className="fill-transparent stroke-accent stroke-[3]" dashed />
      <circle cx={x} cy={y} r={badgeRadius} className="fill-surface stroke-ink stroke-2" />
      <text x={x} y={y} textAnchor="middle" dominantBaseline="central" className="fill-ink text-[15px] font-bold">
        {mark}
      </text>
    </g>
  );
}
