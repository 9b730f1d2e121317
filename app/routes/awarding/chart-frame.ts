import { scaleLinear } from "@visx/scale";

/** What a chart of this width, in its own units, needs to place its parts. A mark is drawn half a mark to either side. */
export function chartFrame({
  width,
  height,
  max,
  most,
}: {
  readonly width: number;
  readonly height: number;
  readonly max: number;
  readonly most: number;
}) {
  const left = 34;
  const right = width - 10;
  const top = 46;
  const bottom = height - 42;
  const x = scaleLinear({ domain: [-0.5, max + 0.5], range: [left, right] });
  const y = scaleLinear({ domain: [0, Math.max(4, most)], range: [bottom, top], nice: true });
  return {
    left,
    right,
    top,
    bottom,
    x,
    y,
    /** Wide enough for a bar to be seen, with a gap between neighbours. */
    bar: Math.max(1.5, (right - left) / (max + 1) - 1.5),
    marks: x.ticks(width < 400 ? 4 : 12).filter((mark) => mark >= 0 && mark <= max),
    counts: y.ticks(4).filter(Number.isInteger),
  };
}
