export const shapes = ["rect", "circle", "ellipse", "poly", "default"] as const;
export type Shape = (typeof shapes)[number];

/**
 * Part of a picture, in the picture's own pixels. Coordinates as in an HTML image map: left, top, right, bottom; centre and
 * radius; centre and two radii; the corners of a polygon. `default` is the whole picture and has none.
 */
export type Area = { readonly shape: Shape; readonly coords: readonly number[] };

/** Whether a point lies in an area or on its edge; an area with too few coordinates holds nothing. */
export const liesIn = ({ shape, coords }: Area, x: number, y: number): boolean => {
  const [a = Number.NaN, b = Number.NaN, c = Number.NaN, d = Number.NaN] = coords;
  switch (shape) {
    case "default":
      return true;
    case "rect":
      return x >= a && x <= c && y >= b && y <= d;
    case "circle":
      return (x - a) ** 2 + (y - b) ** 2 <= c ** 2;
    case "ellipse":
      return ((x - a) / c) ** 2 + ((y - b) / d) ** 2 <= 1;
    case "poly":
      return liesInPolygon(coords, x, y);
  }
};

type Corner = readonly [x: number, y: number];

/** Counts how often a line from the point to the right crosses the outline: an odd number of times from within. */
const liesInPolygon = (coords: readonly number[], x: number, y: number): boolean => {
  const corners = cornersOf(coords);
  let inside = false;
  for (const [at, [ax, ay]] of corners.entries()) {
    const [bx, by] = corners[(at + 1) % corners.length] as Corner;
    if (isOnLine([ax, ay], [bx, by], [x, y])) return true;
    const crosses = ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax;
    if (crosses) inside = !inside;
  }
  return inside;
};

const cornersOf = (coords: readonly number[]): readonly Corner[] =>
  coords.flatMap((x, at) => {
    const y = coords[at + 1];
    return at % 2 === 0 && y !== undefined ? [[x, y] as const] : [];
  });

const isOnLine = ([ax, ay]: Corner, [bx, by]: Corner, [x, y]: Corner) =>
  (bx - ax) * (y - ay) === (by - ay) * (x - ax) &&
  x >= Math.min(ax, bx) &&
  x <= Math.max(ax, bx) &&
  y >= Math.min(ay, by) &&
  y <= Math.max(ay, by);
