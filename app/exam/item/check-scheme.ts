import { interactionsOf } from "./content.ts";
import { type Fault, fault, repeatedIn } from "./fault.ts";
import type { Item, WorkedResponse } from "./item.ts";
import { type Level, type MarkScheme, marksForPoints, type Point } from "./scheme.ts";

/** A person may have to mark it: always, or when a typed text is not recognised. */
export const mayNeedPerson = (item: Item) =>
  item.marking === "person" || item.responses.some(({ baseType }) => baseType === "string");

/** The mark scheme is there where somebody may need it, reaches every mark, and agrees with the worked responses. */
export const checkScheme = (item: Item): readonly Fault[] => {
  const { scheme } = item;
  if (scheme === null) {
    return mayNeedPerson(item)
      ? [fault("no-scheme", "item", "A person may have to mark this item, but it has no mark scheme.")]
      : [];
  }
  return [
    ...(scheme.kind === "points" ? checkPoints(scheme.points, item.maxMark) : checkLevels(scheme.levels, item.maxMark)),
    ...item.worked.flatMap((worked, index) =>
      item.marking === "person" || worked.toPerson
        ? checkAgainst(scheme, worked, { item, at: `worked ${index + 1}` })
        : [],
    ),
  ];
};

const checkPoints = (points: readonly Point[], maxMark: number): readonly Fault[] => {
  const ids = points.map(({ id }) => id);
  const reachable = marksForPoints(points, ids, Number.POSITIVE_INFINITY);
  return [
    ...repeatedIn(ids).map((id) => fault("bad-scheme", "scheme", `Two points are called ${id}.`)),
    ...points
      .filter(({ needs }) => needs !== null && !ids.includes(needs))
      .map(({ id, needs }) => fault("bad-scheme", "scheme", `The point ${id} needs ${needs}, which does not exist.`)),
    ...points
      .filter(({ marks }) => marks < 1)
      .map(({ id }) => fault("bad-scheme", "scheme", `The point ${id} earns nothing.`)),
    ...(reachable < maxMark
      ? [fault("bad-scheme", "scheme", `The points come to ${reachable}, but the item has ${maxMark} marks.`)]
      : []),
  ];
};

/** Level 0 is no marks; from there each level begins where the one below ends, up to the item's marks. */
const checkLevels = (levels: readonly Level[], maxMark: number): readonly Fault[] => {
  const inOrder = levels.toSorted((a, b) => a.level - b.level);
  const [lowest, top] = [inOrder[0], inOrder.at(-1)];
  const gaps = inOrder.filter((level, index) => {
    const below = inOrder[index - 1];
    return level.min > level.max || (below !== undefined && level.min !== below.max + 1);
  });
  return [
    ...(lowest?.level === 0 && lowest.min === 0 && lowest.max === 0
      ? []
      : [fault("bad-scheme", "scheme", "The levels need a level 0 with no marks.")]),
    ...gaps.map(({ level, min, max }) =>
      fault("bad-scheme", "scheme", `Level ${level} (${min} to ${max}) does not follow on from the level below.`),
    ),
    ...(top?.max === maxMark
      ? []
      : [fault("bad-scheme", "scheme", `The top level ends at ${top?.max}, but the item has ${maxMark} marks.`)]),
  ];
};

const checkAgainst = (
  scheme: MarkScheme,
  worked: WorkedResponse,
  { item, at }: { readonly item: Item; readonly at: string },
): readonly Fault[] => {
  const disagrees = (cause: string) => [fault("worked-disagrees", at, cause)];
  if (scheme.kind === "points") {
    const unknown = worked.points.filter((point) => !scheme.points.some(({ id }) => id === point));
    if (unknown.length > 0) return disagrees(`The scheme has no point ${unknown.join(", ")}.`);
    const marks = marksForPoints(scheme.points, worked.points, item.maxMark);
    return marks === worked.marks ? [] : disagrees(`Its points come to ${marks}, but it says ${worked.marks}.`);
  }
  if (worked.level === null) return worked.marks === 0 ? [] : disagrees("It does not say which level it lies in.");
  const level = scheme.levels.find((candidate) => candidate.level === worked.level);
  if (level === undefined) return disagrees(`The scheme has no level ${worked.level}.`);
  return level.min <= worked.marks && worked.marks <= level.max
    ? []
    : disagrees(`${worked.marks} marks do not lie in level ${level.level} (${level.min} to ${level.max}).`);
};

/** Worked responses answer what is asked, stay within the marks, and show at least a full and an empty-handed one. */
export const checkWorkedResponses = (item: Item): readonly Fault[] => {
  const asked = new Set(interactionsOf(item.body).map(({ response }) => response));
  const kinds = new Set(item.worked.map(({ kind }) => kind));
  return [
    ...(["full", "none"] as const)
      .filter((kind) => !kinds.has(kind))
      .map((kind) => fault("too-few-worked", "item", `There is no worked response of the kind "${kind}".`)),
    ...item.worked.flatMap((worked, index) => checkOneWorked(worked, { item, asked, at: `worked ${index + 1}` })),
  ];
};

type Place = { readonly item: Item; readonly asked: ReadonlySet<string>; readonly at: string };

const checkOneWorked = (worked: WorkedResponse, { item, asked, at }: Place): readonly Fault[] => {
  const { kind, marks } = worked;
  const strange = Object.keys(worked.response).filter((id) => !asked.has(id));
  const fits = {
    full: marks === item.maxMark,
    none: marks === 0,
    partial: marks > 0 && marks < item.maxMark,
    "typical-mistake": true,
  };
  return [
    ...strange.map((id) => fault("worked-disagrees", at, `The item does not ask for ${id}.`)),
    ...(marks < 0 || marks > item.maxMark
      ? [fault("worked-disagrees", at, `${marks} is not a mark from 0 to ${item.maxMark}.`)]
      : []),
    ...(fits[kind] ? [] : [fault("worked-disagrees", at, `${marks} of ${item.maxMark} marks is not "${kind}".`)]),
    ...(worked.why === "" ? [fault("worked-disagrees", at, "It does not say why it gets its mark.")] : []),
  ];
};
