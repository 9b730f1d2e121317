/**
 * Patterns of XML Schema, matched in one pass: the time grows with the length of pattern times text, whatever the pattern,
 * so that no item can bring marking to a halt. The whole text must match. Null for a pattern we cannot read.
 */
export const matchesPattern = (pattern: string, text: string): boolean | null => {
  const tree = pattern.length > longestPattern ? null : parse(withoutAnchors(pattern));
  const steps = tree === null ? null : stepsOf(tree);
  return steps === null ? null : runs(steps, text);
};

const longestPattern = 2_000;

type Test = (character: string) => boolean;
type Tree =
  | { readonly kind: "one"; readonly test: Test }
  | { readonly kind: "all"; readonly of: readonly Tree[] }
  | { readonly kind: "any"; readonly of: readonly Tree[] }
  | { readonly kind: "times"; readonly of: Tree; readonly least: number; readonly most: number };

/** More steps than this come only from repeats within repeats. */
const mostSteps = 2_000;

type Step =
  | { readonly kind: "one"; readonly test: Test; readonly next: number }
  | { readonly kind: "split"; readonly next: readonly number[] }
  | { readonly kind: "end" };

/** Schema patterns hold for the whole text anyway; many writers say so once more. */
const withoutAnchors = (pattern: string) => pattern.replace(/^\^/, "").replace(/(^|[^\\])\$$/, "$1");

const parse = (pattern: string): Tree | null => {
  const source = Array.from(pattern);
  let at = 0;
  let isReadable = true;
  /** Whatever is left is skipped, so that every loop comes to its end. */
  const giveUp = () => {
    isReadable = false;
    at = source.length;
  };
  const peek = () => source[at];
  const take = () => {
    const character = source[at];
    if (character === undefined) giveUp();
    else at += 1;
    return character ?? "";
  };

  const either = (): Tree => {
    const branches = [sequence()];
    while (peek() === "|") {
      take();
      branches.push(sequence());
    }
    return branches.length === 1 ? (branches[0] as Tree) : { kind: "any", of: branches };
  };

  const sequence = (): Tree => {
    const of: Tree[] = [];
    while (peek() !== undefined && peek() !== "|" && peek() !== ")") of.push(repeated(atom()));
    return { kind: "all", of };
  };

  const atom = (): Tree => {
    const character = take();
    if (character === "(") {
      if (peek() === "?") {
        take();
        if (take() !== ":") giveUp();
      }
      const inner = either();
      if (take() !== ")") giveUp();
      return inner;
    }
    if (character === "[") return { kind: "one", test: characterClass() };
    if (character === ".") return { kind: "one", test: (c) => c !== "\n" && c !== "\r" };
    if (character === "\\") return { kind: "one", test: escaped() };
    if ("*+?{".includes(character)) giveUp();
    return { kind: "one", test: (c) => c === character };
  };

  const repeated = (of: Tree): Tree => {
    const mark = peek();
    if (mark === "?" || mark === "*" || mark === "+") {
      take();
      return { kind: "times", of, least: mark === "+" ? 1 : 0, most: mark === "?" ? 1 : Number.POSITIVE_INFINITY };
    }
    const counts = mark === "{" ? /^\{(\d{1,4})(,(\d{0,4}))?\}/.exec(source.slice(at, at + 11).join("")) : null;
    if (counts === null) return of;
    at += counts[0].length;
    const least = Number(counts[1]);
    const most = counts[2] === undefined ? least : counts[3] === "" ? Number.POSITIVE_INFINITY : Number(counts[3]);
    return { kind: "times", of, least, most };
  };

  const escaped = (): Test => {
    const letter = take();
    if ((letter === "p" || letter === "P") && peek() === "{") {
      const end = source.indexOf("}", at);
      const test = property(source.slice(at + 1, end).join(""), letter === "P");
      if (end < 0 || test === null) giveUp();
      else at = end + 1;
      return test ?? nothing;
    }
    return classes[letter] ?? literalEscape(letter);
  };

  const characterClass = (): Test => {
    const isNegated = peek() === "^";
    if (isNegated) take();
    const tests: Test[] = [];
    let left = nothing;
    while (peek() !== "]" && peek() !== undefined) {
      if (peek() === "-" && source[at + 1] === "[") {
        at += 2;
        left = characterClass();
        continue;
      }
      tests.push(oneOrRange());
    }
    take();
    return (c) => tests.some((test) => test(c)) !== isNegated && !left(c);
  };

  const oneOrRange = (): Test => {
    const first = take();
    if (first === "\\") {
      const letter = peek() ?? "";
      if (letter === "p" || letter === "P" || classes[letter] !== undefined) return escaped();
    }
    const low = first === "\\" ? control(take()) : first;
    if (peek() !== "-" || source[at + 1] === "]" || source[at + 1] === "[") return (c) => c === low;
    take();
    const end = take();
    const high = end === "\\" ? control(take()) : end;
    return (c) => c >= low && c <= high;
  };

  const tree = either();
  return isReadable && at === source.length ? tree : null;
};

const nothing: Test = () => false;

const not =
  (test: Test): Test =>
  (character) =>
    !test(character);
const digit: Test = (c) => /^\p{Nd}$/u.test(c);
const space: Test = (c) => " \t\n\r".includes(c);
const word: Test = (c) => /^[^\p{P}\p{Z}\p{C}]$/u.test(c) || c === "_";
const nameStart: Test = (c) => /^[\p{L}_:]$/u.test(c);
const nameCharacter: Test = (c) => /^[\p{L}\p{Nd}\p{M}_:.\-·]$/u.test(c);

const classes: Readonly<Record<string, Test>> = {
  d: digit,
  D: not(digit),
  s: space,
  S: not(space),
  w: word,
  W: not(word),
  i: nameStart,
  I: not(nameStart),
  c: nameCharacter,
  C: not(nameCharacter),
};

const controls: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };
const control = (letter: string) => controls[letter] ?? letter;
const literalEscape = (letter: string): Test => {
  const literal = control(letter);
  return (c) => c === literal;
};

const property = (name: string, isNegated: boolean): Test | null => {
  if (!/^(L[ulmto]?|M[nce]?|N[dlo]?|P[cdseifo]?|Z[slp]?|S[mcko]?|C[cfon]?)$/.test(name)) return null;
  const known = new RegExp(`^\\p{${name}}$`, "u");
  return (c) => known.test(c) !== isNegated;
};

/** Steps written from the last to the first: each knows where to go on. */
const stepsOf = (tree: Tree): readonly Step[] | null => {
  const steps: Step[] = [{ kind: "end" }];
  const isFull = () => steps.length > mostSteps;
  const add = (step: Step) => steps.push(step) - 1;
  const write = (part: Tree, next: number): number => {
    if (isFull()) return next;
    switch (part.kind) {
      case "one":
        return add({ kind: "one", test: part.test, next });
      case "all":
        return part.of.reduceRight((following, each) => write(each, following), next);
      case "any":
        return add({ kind: "split", next: part.of.map((each) => write(each, next)) });
      case "times":
        return writeTimes(part, next);
    }
  };
  const writeTimes = ({ of, least, most }: Extract<Tree, { kind: "times" }>, next: number): number => {
    let start = next;
    if (most === Number.POSITIVE_INFINITY) {
      const loop = add({ kind: "split", next: [] });
      steps[loop] = { kind: "split", next: [write(of, loop), next] };
      start = loop;
    } else {
      for (let more = most - least; more > 0 && !isFull(); more -= 1)
        start = add({ kind: "split", next: [write(of, start), next] });
    }
    for (let count = 0; count < least && !isFull(); count += 1) start = write(of, start);
    return start;
  };
  const start = write(tree, 0);
  if (isFull()) return null;
  // The first step comes first, so that a run knows where to begin.
  return [{ kind: "split", next: [start + 1] }, ...steps.map(moved)];
};

const moved = (step: Step): Step => {
  switch (step.kind) {
    case "one":
      return { ...step, next: step.next + 1 };
    case "split":
      return { kind: "split", next: step.next.map((next) => next + 1) };
    case "end":
      return step;
  }
};

const runs = (steps: readonly Step[], text: string): boolean => {
  let now = reachable(steps, [0]);
  for (const character of text) {
    const next = [...now].flatMap((at) => {
      const step = steps[at];
      return step?.kind === "one" && step.test(character) ? [step.next] : [];
    });
    if (next.length === 0) return false;
    now = reachable(steps, next);
  }
  return [...now].some((at) => steps[at]?.kind === "end");
};

/** Every step one can stand on without reading another character. */
const reachable = (steps: readonly Step[], from: readonly number[]): ReadonlySet<number> => {
  const found = new Set<number>();
  const open = [...from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (found.has(at)) continue;
    found.add(at);
    const step = steps[at];
    if (step?.kind === "split") open.push(...step.next);
  }
  return found;
};
