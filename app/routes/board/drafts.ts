import { createContext, useContext, useSyncExternalStore } from "react";
import { newOrderKey } from "./order-key.ts";

/** What stands in one form, by field. */
export type Draft = Readonly<Record<string, string>>;

export type Drafts = ReturnType<typeof draftStore>;

/**
 * What has been written on a board and not been sent, by form. It outlives the form on the screen: a seat is closed, a question is
 * put aside, somebody else is quicker. Kept in memory alone, because it speaks of learners and the computer may be shared.
 */
export function draftStore() {
  const drafts = new Map<string, Draft>();
  const names = new Map<string, string>();
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  return {
    of: (form: string) => drafts.get(form),
    /** What the order that is given with this form is called, however often it is sent, until it is done. */
    nameOf(form: string): string {
      const name = names.get(form) ?? newOrderKey();
      names.set(form, name);
      return name;
    },
    /** The order of this name is done: the next one of the form is another. */
    rename(form: string, name: string) {
      if (names.get(form) === name) names.delete(form);
    },
    isEmpty: () => drafts.size === 0,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    keep(form: string, draft: Draft) {
      drafts.set(form, draft);
      tell();
    },
    /** @param sent when given, only what was sent is dropped: what was written since then stays. */
    drop(form: string, sent = drafts.get(form)) {
      if (sent === undefined || drafts.get(form) !== sent) return;
      drafts.delete(form);
      tell();
    },
  };
}

export const DraftsContext = createContext<Drafts>(draftStore());

export const useDrafts = () => useContext(DraftsContext);

/** Whether something has been written that nobody has sent. */
export function useHasDrafts(): boolean {
  const drafts = useDrafts();
  return useSyncExternalStore(
    drafts.subscribe,
    () => !drafts.isEmpty(),
    () => false,
  );
}

/** Whether the same stands in both, letter for letter. */
export const isSameDraft = (one: Draft | undefined, other: Draft | undefined) =>
  JSON.stringify(one) === JSON.stringify(other);

/** The form of an order: what is asked, and about whom. */
export const formOf = (intent: string, attempt: string | null = null) => `${attempt ?? "room"} ${intent}`;

/**
 * The fields of a form as they stand: as written, or as they begin. All of them are kept from the first change on, so that a
 * proposed time does not move while somebody writes; set back to how they began they are no draft any more.
 */
export function useDraft<Fields extends Draft>(form: string, initial: Fields) {
  const drafts = useDrafts();
  const kept = useSyncExternalStore(
    drafts.subscribe,
    () => drafts.of(form),
    () => undefined,
  );
  const fields: Fields = { ...initial, ...kept };
  const change = (changed: Partial<Fields>) => {
    const next: Draft = { ...initial, ...drafts.of(form), ...(changed as Draft) };
    if (Object.entries(next).every(([name, value]) => initial[name] === value)) drafts.drop(form);
    else drafts.keep(form, next);
  };
  return { fields, change, isBegun: kept !== undefined };
}
