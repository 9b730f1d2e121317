/** The list with the one at `from` put at `to`. */
export function moved<One>(list: readonly One[], from: number, to: number): readonly One[] {
  const rest = list.filter((_, at) => at !== from);
  return [...rest.slice(0, to), ...list.slice(from, from + 1), ...rest.slice(to)];
}
