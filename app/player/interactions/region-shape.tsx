import type { Picture, Region } from "../../exam/item/body.ts";

export const badgeRadius = 13;

/** Where a region's number stands: at its upper left edge, clear of what it shows, and never outside the picture. */
export function badgeOf({ shape, coords }: Region, { width, height }: Picture): readonly [x: number, y: number] {
  const within = (value: number, most: number) => Math.min(most - badgeRadius - 1, Math.max(badgeRadius + 1, value));
  const [a = 0, b = 0, radius = 0, down = radius] = coords;
  const [x, y] =
    shape === "circle" || shape === "ellipse"
      ? [a - radius * Math.SQRT1_2, b - down * Math.SQRT1_2]
      : [Math.min(...coords.filter((_, at) => at % 2 === 0)), Math.min(...coords.filter((_, at) => at % 2 === 1))];
  return [within(x, width), within(y, height)];
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
    case "ellipse":
      return <ellipse cx={a} cy={b} rx={c} ry={d} {...look} />;
    case "poly":
      return <polygon points={coords.join(" ")} {...look} />;
    case "default":
      return <rect width="100%" height="100%" {...look} />;
  }
}
