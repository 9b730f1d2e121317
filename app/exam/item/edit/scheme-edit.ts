import type { Body } from "../body.ts";
import type { Item } from "../item.ts";
import type { Level, MarkScheme, Point, SchemeNote } from "../scheme.ts";
import type { Change } from "./interactions.ts";
import { moved } from "./lists.ts";
import { freshName } from "./names.ts";

export const withScheme = (item: Item, change: Change<MarkScheme>): Item =>
  item.scheme === null ? item : { ...item, scheme: change(item.scheme) };

/** A scheme of the other kind keeps the notes and the indicative content; worked responses lose what no longer applies. */
export const withSchemeKind = (item: Item, kind: MarkScheme["kind"] | null): Item => {
  const { scheme, maxMark } = item;
  if (scheme?.kind === kind || (scheme === null && kind === null)) return item;
  const { notes, indicative } = scheme ?? { notes: [], indicative: [] };
  const rest = { notes, indicative };
  const worked = item.worked.map((one) => ({ ...one, points: [], level: null }));
  if (kind === null) return { ...item, scheme: null, worked };
  return kind === "points"
    ? { ...item, worked, scheme: { kind, points: [{ id: "P1", marks: 1, content: [], needs: null }], ...rest } }
    : { ...item, worked, scheme: { kind, levels: levelsFor(maxMark), ...rest } };
};

/** Two marks a level, as far as they go, and level 0 for none; the highest first. */
export const levelsFor = (maxMark: number): readonly Level[] => {
  const count = Math.max(1, Math.min(3, Math.ceil(maxMark / 2)));
  const bound = (level: number) => Math.round((level * maxMark) / count);
  const levels = Array.from({ length: count }, (_, at): Level => {
    const level = at + 1;
    return { level, min: bound(at) + 1, max: bound(level), descriptor: [] };
  });
  const none: Level = {
    level: 0,
    min: 0,
    max: 0,
    descriptor: [{ kind: "text", text: "Nothing that can be given a mark." }],
  };
  return [none, ...levels].toReversed();
};

const inPoints = (item: Item, change: Change<readonly Point[]>) =>
  withScheme(item, (scheme) => (scheme.kind === "points" ? { ...scheme, points: change(scheme.points) } : scheme));

export const addPoint = (item: Item): Item =>
  inPoints(item, (points) => [
    ...points,
    {
      id: freshName(
        points.map(({ id }) => id),
        "P",
      ),
      marks: 1,
      content: [],
      needs: null,
    },
  ]);

/** What needed it needs nothing more, and no worked response earns it. */
export const removePoint = (item: Item, id: string): Item => ({
  ...inPoints(item, (points) =>
    points.filter((point) => point.id !== id).map((point) => (point.needs === id ? { ...point, needs: null } : point)),
  ),
  worked: item.worked.map((worked) => ({ ...worked, points: worked.points.filter((point) => point !== id) })),
});

export const changePoint = (item: Item, id: string, change: Partial<Omit<Point, "id">>): Item =>
  inPoints(item, (points) => points.map((point) => (point.id === id ? { ...point, ...change } : point)));

export const movePoint = (item: Item, { id, to }: { readonly id: string; readonly to: number }): Item =>
  inPoints(item, (points) =>
    moved(
      points,
      points.findIndex((point) => point.id === id),
      to,
    ),
  );

const inLevels = (item: Item, change: Change<readonly Level[]>) =>
  withScheme(item, (scheme) => (scheme.kind === "levels" ? { ...scheme, levels: change(scheme.levels) } : scheme));

/** A level on top, from the mark after the highest to the item's marks. */
export const addLevel = (item: Item): Item =>
  inLevels(item, (levels) => {
    const top = Math.max(-1, ...levels.map(({ level }) => level));
    const reached = Math.max(0, ...levels.map(({ max }) => max));
    const level: Level = { level: top + 1, min: reached + 1, max: Math.max(reached + 1, item.maxMark), descriptor: [] };
    return [level, ...levels];
  });

/** The levels above move down by one. */
export const removeLevel = (item: Item, level: number): Item => {
  const renumbered = (one: number) => (one > level ? one - 1 : one);
  return {
    ...inLevels(item, (levels) =>
      levels.filter((one) => one.level !== level).map((one) => ({ ...one, level: renumbered(one.level) })),
    ),
    worked: item.worked.map((worked) => ({
      ...worked,
      level: worked.level === null || worked.level === level ? null : renumbered(worked.level),
    })),
  };
};

export const changeLevel = (item: Item, level: number, change: Partial<Omit<Level, "level">>): Item =>
  inLevels(item, (levels) => levels.map((one) => (one.level === level ? { ...one, ...change } : one)));

const inNotes = (item: Item, change: Change<readonly SchemeNote[]>) =>
  withScheme(item, (scheme) => ({ ...scheme, notes: change(scheme.notes) }));

export const addNote = (item: Item, kind: SchemeNote["kind"]): Item =>
  inNotes(item, (notes) => [...notes, { kind, content: [] }]);
export const removeNote = (item: Item, at: number): Item => inNotes(item, (notes) => notes.toSpliced(at, 1));
export const changeNote = (item: Item, at: number, change: Partial<SchemeNote>): Item =>
  inNotes(item, (notes) => notes.map((note, index) => (index === at ? { ...note, ...change } : note)));

export const withIndicative = (item: Item, indicative: Body): Item =>
  withScheme(item, (scheme) => ({ ...scheme, indicative }));
