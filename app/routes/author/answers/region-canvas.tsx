import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { classNames } from "../../../components/class-names.ts";
import type { Area } from "../../../exam/item/area.ts";
import type { Picture, Region } from "../../../exam/item/body.ts";
import { boxOf, movedBy, resizedBy, withCorner } from "../../../exam/item/edit/shapes.ts";
import { RegionShape } from "../../../player/interactions/region-shape.tsx";

export type Place = Pick<Region, "id" | "label" | "shape" | "coords">;

type Props = {
  readonly picture: Picture;
  readonly source: string | undefined;
  readonly places: readonly Place[];
  readonly isRight: (id: string) => boolean;
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  readonly onChange: (id: string, area: Area) => void;
  /** A new place was drawn where there was none. */
  readonly onDraw: (area: Area) => void;
};

type Grip = {
  readonly id: string;
  readonly part: "whole" | "size" | number;
  readonly x: number;
  readonly y: number;
  readonly area: Area;
};

/**
 * The picture with its places, to be moved and sized with a pointer or the arrow keys: arrows move, with Shift they size, with
 * Ctrl they go one pixel at a time.
 */
export function RegionCanvas({ picture, source, places, isRight, chosen, onChoose, onChange, onDraw }: Props) {
  const svg = useRef<SVGSVGElement>(null);
  const [grip, take] = useState<Grip | null>(null);
  const [drawing, draw] = useState<Drawing | null>(null);
  const { width, height } = picture;

  const at = (event: PointerEvent) => {
    const box = svg.current?.getBoundingClientRect();
    if (box === undefined) return { x: 0, y: 0 };
    return {
      x: ((event.clientX - box.left) * width) / box.width,
      y: ((event.clientY - box.top) * height) / box.height,
    };
  };
  const grab = (place: Place, part: Grip["part"]) => (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    svg.current?.setPointerCapture(event.pointerId);
    onChoose(place.id);
    take({ id: place.id, part, ...at(event), area: { shape: place.shape, coords: place.coords } });
  };
  const begin = (event: PointerEvent) => {
    if (event.button !== 0) return;
    svg.current?.setPointerCapture(event.pointerId);
    const from = at(event);
    draw({ from, to: from });
  };
  const drop = () => {
    const area = drawing === null ? null : drawn(drawing, picture);
    if (area !== null) onDraw(area);
    take(null);
    draw(null);
  };
  const drag = (event: PointerEvent) => {
    const now = at(event);
    if (drawing !== null) draw({ ...drawing, to: now });
    if (grip === null) return;
    const by = { x: now.x - grip.x, y: now.y - grip.y };
    if (grip.part === "whole") onChange(grip.id, movedBy(grip.area, by, picture));
    else if (grip.part === "size") onChange(grip.id, resizedBy(grip.area, by, picture));
    else onChange(grip.id, withCorner(grip.area, grip.part, now, picture));
  };
  const byKey = (place: Place) => (event: KeyboardEvent) => {
    const step = event.ctrlKey ? 1 : 10;
    const steps: Readonly<Record<string, readonly [number, number]>> = {
      ArrowLeft: [-step, 0],
      ArrowRight: [step, 0],
      ArrowUp: [0, -step],
      ArrowDown: [0, step],
    };
    const by = steps[event.key];
    if (by === undefined || event.altKey) return;
    event.preventDefault();
    const push = { x: by[0], y: by[1] };
    onChange(place.id, event.shiftKey ? resizedBy(place, push, picture) : movedBy(place, push, picture));
  };

  return (
    <div className="relative overflow-hidden rounded-md border border-line-strong bg-white" style={{ maxWidth: width }}>
      {source === undefined ? (
        <div style={{ aspectRatio: `${width} / ${height}` }} className="w-full bg-sunken" />
      ) : (
        <img src={source} alt="" width={width} height={height} draggable={false} className="block h-auto w-full" />
      )}
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: a title would cover the picture with a tooltip; every place has its own words. */}
      <svg
        ref={svg}
        viewBox={`0 0 ${width} ${height}`}
        className="absolute inset-0 size-full cursor-crosshair touch-none"
        onPointerMove={drag}
        onPointerDown={begin}
        onPointerUp={drop}
        onPointerCancel={() => {
          take(null);
          draw(null);
        }}
      >
        {places.map((place) => (
          <PlaceOnCanvas
            key={place.id}
            place={place}
            picture={picture}
            right={isRight(place.id)}
            chosen={chosen === place.id}
            onGrab={grab}
            onKeyDown={byKey(place)}
            onFocus={() => onChoose(place.id)}
          />
        ))}
        {drawing !== null && (
          <RegionShape
            region={{ id: "", label: "", ...edgesOf(drawing, picture) }}
            className="fill-accent/25 stroke-accent stroke-[3]"
            dashed
          />
        )}
      </svg>
    </div>
  );
}

type Point = { readonly x: number; readonly y: number };
type Drawing = { readonly from: Point; readonly to: Point };

const edgesOf = ({ from, to }: Drawing, { width, height }: Picture): Area => {
  const within = (value: number, most: number) => Math.round(Math.min(Math.max(0, value), most));
  return {
    shape: "rect",
    coords: [
      within(Math.min(from.x, to.x), width),
      within(Math.min(from.y, to.y), height),
      within(Math.max(from.x, to.x), width),
      within(Math.max(from.y, to.y), height),
    ],
  };
};

/** A press that hardly moved draws nothing. */
const drawn = (drawing: Drawing, picture: Picture): Area | null => {
  const area = edgesOf(drawing, picture);
  const [left = 0, top = 0, right = 0, bottom = 0] = area.coords;
  return right - left < 8 || bottom - top < 8 ? null : area;
};

type PlaceProps = {
  readonly place: Place;
  readonly picture: Picture;
  readonly right: boolean;
  readonly chosen: boolean;
  readonly onGrab: (place: Place, part: Grip["part"]) => (event: PointerEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: () => void;
};

function PlaceOnCanvas({ place, picture, right, chosen, onGrab, onKeyDown, onFocus }: PlaceProps) {
  const [left, top, end, bottom] = boxOf(place, picture).map(Math.round) as readonly number[] as readonly [
    number,
    number,
    number,
    number,
  ];
  const handle = Math.max(5, picture.width / 90);
  return (
    // biome-ignore lint/a11y/useSemanticElements: within a drawing there is no button.
    <g
      tabIndex={0}
      role="button"
      aria-pressed={chosen}
      aria-roledescription="place"
      aria-label={`${place.id} ${place.label}: left ${left}, top ${top}, ${end - left} wide, ${bottom - top} high. Arrow keys move it, with Shift they size it.`}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      onPointerDown={onGrab(place, "whole")}
      className="cursor-move outline-none"
    >
      <RegionShape
        region={{ ...place }}
        className={classNames(
          "stroke-[3]",
          right ? "stroke-good" : "stroke-accent",
          chosen ? "fill-accent/25 stroke-[5]" : "fill-accent/10",
        )}
        dashed={!right}
      />
      <text
        x={left + 6}
        y={top + Math.max(16, picture.width / 34)}
        fontSize={Math.max(14, picture.width / 36)}
        className="pointer-events-none fill-black stroke-white stroke-[4] font-bold"
        style={{ paintOrder: "stroke" }}
      >
        {place.id}
      </text>
      {chosen && place.shape !== "poly" && place.shape !== "default" && (
        <rect
          x={end - handle}
          y={bottom - handle}
          width={handle * 2}
          height={handle * 2}
          className="cursor-nwse-resize fill-white stroke-black stroke-2"
          onPointerDown={onGrab(place, "size")}
        />
      )}
      {chosen &&
        place.shape === "poly" &&
        cornersOf(place).map(([x, y], corner) => (
          <circle
            // biome-ignore lint/suspicious/noArrayIndexKey: a corner is known by its number alone.
            key={corner}
            cx={x}
            cy={y}
            r={handle}
            className="cursor-crosshair fill-white stroke-black stroke-2"
            onPointerDown={onGrab(place, corner)}
          />
        ))}
    </g>
  );
}

const cornersOf = ({ coords }: Area) =>
  coords.flatMap((x, at) => (at % 2 === 0 ? [[x, coords[at + 1] ?? 0] as const] : []));
