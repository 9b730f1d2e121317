import { type Duration, duration, earlier, type Instant, later } from "./time.ts";

/** From one moment up to another; nothing where they are the same. */
export type Span = { readonly from: Instant; readonly to: Instant };

export const lengthOf = (spans: readonly Span[]): Duration =>
  duration(spans.reduce((total, { from, to }) => total + Math.max(0, to - from), 0));

/** What both hold. */
export const common = (one: readonly Span[], other: readonly Span[]): readonly Span[] =>
  one.flatMap((a) => other.map((b) => ({ from: later(a.from, b.from), to: earlier(a.to, b.to) }))).filter(isSome);

/** What the first hold and none of the second. */
export const without = (spans: readonly Span[], taken: readonly Span[]): readonly Span[] =>
  taken.reduce<readonly Span[]>(
    (left, { from, to }) =>
      left
        .flatMap((span) => [
          { from: span.from, to: earlier(span.to, from) },
          { from: later(span.from, to), to: span.to },
        ])
        .filter(isSome),
    spans.filter(isSome),
  );

const isSome = ({ from, to }: Span) => from < to;
