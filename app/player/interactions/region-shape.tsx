import type { Region } from "../../exam/item/body.ts";

/** Where a region's number stands, in the picture's own pixels. */
export function centreOf({ shape, coords }: Region): readonly [x: number, y: number] {
  if (shape === "circle") return [coords[0] ?? 0, coords[1] ?? 0];
  const middle = (values: readonly number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  return [middle(coords.filter((_, at) => at % 2 === 0)), middle(coords.filter((_, at) => at % 2 === 1))];
}

type Props = { readonly region: Region; readonly className: string; readonly dashed: boolean };

/** A region of an image map, drawn. */
export function RegionShape({ region: { shape, coords }, className, dashed }: Props) {
  const [a = 0, b = 0, c = 0, d = 0] = coords;
  const look = { className, strokeDasharray: dashed ? "7 5" : undefined };
  switch (shape) {
    case "circle":
      return <circle cx={a} cy={b} r={c} {...look} />;
    case "rect":
      return <rect x={a} y={b} width={Math.max(0, c - a)} height={Math.max(0, d - b)} {...look} />;
    case "poly":
      return <polygon points={coords.join(" ")} {...look} />;
  }
}
