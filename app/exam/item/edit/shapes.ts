import type { Area, Shape } from "../area.ts";

type Size = { readonly width: number; readonly height: number };

/** No smaller than a fingertip can hit or a label stand beside. */
const least = 8;

/** Left, top, right and bottom of an area. */
export const boxOf = ({ shape, coords }: Area, { width, height }: Size): readonly [number, number, number, number] => {
  const [a = 0, b = 0, c = 0, d = c] = coords;
  switch (shape) {
    case "default":
      return [0, 0, width, height];
    case "rect":
      return [a, b, c, d];
    case "circle":
      return [a - c, b - c, a + c, b + c];
    case "ellipse":
      return [a - c, b - d, a + c, b + d];
    case "poly": {
      const xs = coords.filter((_, at) => at % 2 === 0);
      const ys = coords.filter((_, at) => at % 2 === 1);
      return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
    }
  }
};

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), Math.max(low, high));

/** The area moved by some pixels, as far as it stays on the picture. Whole pixels, as files have them. */
export const movedBy = (area: Area, { x, y }: { readonly x: number; readonly y: number }, size: Size): Area => {
  const [left, top, right, bottom] = boxOf(area, size);
  const dx = Math.round(clamp(x, -left, size.width - right));
  const dy = Math.round(clamp(y, -top, size.height - bottom));
  const along = (value: number, at: number) => value + (at % 2 === 0 ? dx : dy);
  switch (area.shape) {
    case "default":
      return area;
    case "rect":
    case "poly":
      return { ...area, coords: area.coords.map(along) };
    case "circle":
    case "ellipse":
      return { ...area, coords: area.coords.map((value, at) => (at < 2 ? along(value, at) : value)) };
  }
};

/** The area with its lower right corner moved by some pixels; its upper left corner stays. */
export const resizedBy = (area: Area, { x, y }: { readonly x: number; readonly y: number }, size: Size): Area => {
  const [left, top, right, bottom] = boxOf(area, size);
  const wide = Math.round(clamp(right - left + x, least, size.width - left));
  const high = Math.round(clamp(bottom - top + y, least, size.height - top));
  return fitted(area, [left, top, left + wide, top + high]);
};

type Box = readonly [number, number, number, number];

/** The area with other edges; a circle keeps to the shorter side. */
export const fitted = (area: Area, [left, top, right, bottom]: Box): Area => {
  const [wide, high] = [right - left, bottom - top];
  switch (area.shape) {
    case "default":
      return area;
    case "rect":
      return { ...area, coords: [left, top, right, bottom] };
    case "circle": {
      const radius = Math.max(1, Math.floor(Math.min(wide, high) / 2));
      return { ...area, coords: [left + radius, top + radius, radius] };
    }
    case "ellipse": {
      const [across, down] = [Math.max(1, Math.floor(wide / 2)), Math.max(1, Math.floor(high / 2))];
      return { ...area, coords: [left + across, top + down, across, down] };
    }
    case "poly": {
      const [l, t, r, b] = boxOf(area, { width: 0, height: 0 });
      const scale = (value: number, from: number, span: number, to: number, room: number) =>
        Math.round(to + (span === 0 ? 0 : ((value - from) * room) / span));
      return {
        ...area,
        coords: area.coords.map((value, at) =>
          at % 2 === 0 ? scale(value, l, r - l, left, wide) : scale(value, t, b - t, top, high),
        ),
      };
    }
  }
};

/** The same place as another shape. A polygon begins as the four corners. */
export const reshaped = (area: Area, shape: Shape, size: Size): Area => {
  if (shape === area.shape) return area;
  const [left, top, right, bottom] = boxOf(area, size);
  if (shape === "default") return { shape, coords: [] };
  if (shape === "poly") return { shape, coords: [left, top, right, top, right, bottom, left, bottom] };
  return fitted({ shape, coords: [] }, [left, top, right, bottom]);
};

/** One corner of a polygon put elsewhere on the picture. */
export const withCorner = (
  area: Area,
  corner: number,
  { x, y }: { readonly x: number; readonly y: number },
  size: Size,
) =>
  area.shape === "poly"
    ? {
        ...area,
        coords: area.coords.map((value, at) =>
          Math.floor(at / 2) !== corner
            ? value
            : at % 2 === 0
              ? Math.round(clamp(x, 0, size.width))
              : Math.round(clamp(y, 0, size.height)),
        ),
      }
    : area;
