/**
 * The shortest story that still fails: parts of it are left out, ever smaller ones, for as long as what is left fails too. With
 * a step goes the time before it, unless the step after it needs that.
 */
export async function shrunk<Step extends { readonly wait: number }>(
  story: readonly Step[],
  fails: (story: readonly Step[]) => Promise<boolean>,
): Promise<readonly Step[]> {
  let shortest = story;
  for (let size = Math.ceil(story.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < shortest.length; ) {
      const without = await firstThatFails(leftOut(shortest, from, size), fails);
      if (without === null) from += size;
      else shortest = without;
    }
  }
  return shortest;
}

function leftOut<Step extends { readonly wait: number }>(story: readonly Step[], from: number, size: number) {
  const [before, gone, after] = [story.slice(0, from), story.slice(from, from + size), story.slice(from + size)];
  const [next, ...rest] = after;
  const waited = gone.reduce((sum, { wait }) => sum + wait, 0);
  return [
    [...before, ...after],
    next === undefined ? null : [...before, { ...next, wait: next.wait + waited }, ...rest],
  ];
}

async function firstThatFails<Story>(stories: readonly (Story | null)[], fails: (story: Story) => Promise<boolean>) {
  for (const story of stories) if (story !== null && (await fails(story))) return story;
  return null;
}
