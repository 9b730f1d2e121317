import type { Announced, AttemptState } from "../live/contract.ts";
import type { Snapshot } from "./snapshot.ts";
import { backWords, leaveWords, phaseWords, timeGrantedWords } from "./spoken.ts";

export type Told = ReturnType<typeof told>;

type Ways = {
  snapshot(): Snapshot;
  show(change: Partial<Snapshot>): void;
};

/** What the learner is told without having asked: said aloud, and shown until it is put away. */
export function told({ snapshot, show }: Ways) {
  let seen: readonly string[] = [];

  const say = (words: string, isSeen = false) =>
    show({ spoken: { words, turn: (snapshot().spoken?.turn ?? 0) + 1, seen: isSeen } });
  const add = (announced: Announced) => {
    const known = [...seen, ...snapshot().announcements.map(({ id }) => id)];
    if (known.includes(announced.id)) return;
    show({ announcements: [...snapshot().announcements, announced] });
    say(announced.text);
  };

  return {
    say,
    add,
    seen: () => seen,
    remember(before: readonly string[]) {
      seen = before;
    },
    /** The server's announcements as they stood when it was asked; what came as news meanwhile stays, and what was said of time. */
    replace(all: readonly Announced[]) {
      const unseen = all.filter(({ id }) => !seen.includes(id));
      const others = snapshot().announcements.filter(({ id }) => ![...seen, ...all.map((one) => one.id)].includes(id));
      show({ announcements: [...unseen, ...others] });
    },
    /** @param before how the attempt stood the last time the server spoke. */
    ofChange(before: AttemptState, state: AttemptState, isOver: boolean) {
      const granted = state.allowance - before.allowance;
      if (granted !== 0 && !isOver)
        add({ id: `granted ${state.allowance}`, text: timeGrantedWords(granted), at: state.at });
      if (before.evacuated !== state.evacuated) say(state.evacuated ? leaveWords : backWords);
      else if (before.phase !== state.phase) say(phaseWords[state.phase]);
    },
    dismiss(id: string) {
      seen = [...seen, id];
      show({ announcements: snapshot().announcements.filter((one) => one.id !== id) });
    },
  };
}
