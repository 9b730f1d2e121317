/** A hall of desks seen from above, one of them taken. */
export function Logo({ size = 28 }: { readonly size?: number }) {
  const desks = [4, 13, 22];
  return (
    <svg aria-hidden viewBox="0 0 32 32" width={size} height={size} className="shrink-0">
      <rect width="32" height="32" rx="6" className="fill-accent" />
      {desks.flatMap((y) =>
        desks.map((x) => {
          const taken = x === 13 && y === 13;
          return (
            <rect
              key={`${x} ${y}`}
              x={x}
              y={y}
              width="6"
              height="6"
              rx="1.2"
              className={taken ? "fill-highlight" : "fill-accent-ink"}
              opacity={taken ? 1 : 0.82}
            />
          );
        }),
      )}
    </svg>
  );
}
