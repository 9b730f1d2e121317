/**
 * What has to become of the minutes of an exam, said once more and as plainly as can be: for each learner one number that goes
 * down while the clock has to run, and why it stands otherwise. It knows the orders and when they were given, and nothing of
 * ledgers, phases or deadlines.
 */

/** order: for as long as the room, or whoever stopped it, wants. break: until it is ended for this learner. way, out: as named. */
export type Stop = "order" | "break" | "way" | "out";

export type Minutes = {
  readonly begun: boolean;
  readonly over: boolean;
  /** Why the clock stands; null while it has to run. */
  readonly stop: Stop | null;
  /** Some computer has the test. */
  readonly seated: boolean;
  /** Milliseconds; below nothing while time that ran out has not closed the test yet. */
  readonly left: number;
  /** All the time there is, in milliseconds. */
  readonly allowed: number;
  /** By so much may two clocks of the server that are apart have made `left` wrong. */
  readonly slack: number;
  /** The clock that was last read when this learner's began or ceased to run. */
  readonly off: number;
  /** On the way with the clock running, or at the new computer and nothing done there yet: how long, by that clock. */
  readonly way: number | null;
  /** Since the computer was last heard of, by the running clock. */
  readonly quiet: number;
  /** Lost on ways that are over, each long enough to be made up; and the most that can have been lost. */
  readonly lost: number;
  readonly mostLost: number;
  /** Made up, and by how many orders. */
  readonly given: number;
  readonly gifts: number;
};

export type Order =
  | {
      readonly kind: "start" | "resume" | "grant" | "make-up" | "terminate" | "arrive" | "ready" | "submit";
      readonly learner: number;
    }
  | { readonly kind: "pause"; readonly learner: number; readonly cause: "pause" | "rest-break" }
  | { readonly kind: "move"; readonly learner: number; readonly stop: boolean }
  | { readonly kind: "pause-all" | "resume-all" | "evacuate" | "return" };

export type Oracle = ReturnType<typeof minutesOracle>;

type Exam = {
  /** In milliseconds. */
  readonly paper: number;
  readonly learners: number;
  /** By how much the server's two clocks differ. */
  readonly apart: number;
};

export function minutesOracle({ paper, learners, apart }: Exam) {
  const first: Minutes = {
    begun: false,
    over: false,
    stop: null,
    seated: false,
    left: paper,
    allowed: paper,
    slack: 0,
    off: 0,
    way: null,
    quiet: 0,
    lost: 0,
    mostLost: 0,
    given: 0,
    gifts: 0,
  };
  let all: readonly Minutes[] = Array.from({ length: learners }, () => first);
  let out = false;
  let now = 0;

  const of = (learner: number) => all[learner] as Minutes;
  const runs = ({ begun, over, stop }: Minutes) => begun && !over && stop === null;
  const change = (learner: number, to: Partial<Minutes>) => {
    all = all.map((one, index) => (index === learner ? { ...one, ...to } : one));
  };
  /** The clock of this learner begins or ceases to run, by a server's clock that is off by so much. */
  const turn = (learner: number, off: number, to: Partial<Minutes>) => {
    const { slack, off: before } = of(learner);
    change(learner, { ...to, slack: slack + Math.abs(off - before), off });
  };
  const each = (which: (one: Minutes) => boolean, then: (learner: number) => void) => {
    for (const [learner, one] of all.entries()) if (which(one)) then(learner);
  };
  const hasTime = ({ left }: Minutes) => left > 0;

  /** Whose time had run out when the room was emptied was not stopped with it; with time again they are out like everybody. */
  const waitForReturn = (learner: number, off: number) => {
    if (out && runs(of(learner))) turn(learner, off, { stop: "out" });
  };

  /** Whether it may be done now; null where two clocks may disagree about it. */
  const may = (order: Order): boolean | null => {
    if (!("learner" in order)) return order.kind === "return" ? out : order.kind === "resume-all" ? !out : true;
    const one = of(order.learner);
    const onClock = apart !== 0 && Math.abs(one.left) <= one.slack + Math.abs(apart) + 1;
    switch (order.kind) {
      case "start":
        return !one.begun && !one.over && !out && one.seated;
      case "pause":
        return runs(one) ? (onClock ? null : hasTime(one)) : false;
      case "resume":
        return one.begun && !one.over && one.stop !== null && one.seated && !out;
      case "grant":
      case "make-up":
        return !one.over;
      case "terminate":
        return one.begun && !one.over;
      case "move":
        return one.over || !one.begun ? null : runs(one) && order.stop ? (onClock ? null : hasTime(one)) : true;
      case "submit":
        return null;
      case "arrive":
      case "ready":
        return null;
    }
  };

  return {
    of,
    isOut: () => out,
    runs: (learner: number) => runs(of(learner)),
    may,
    pass(to: number) {
      const by = to - now;
      now = to;
      all = all.map((one) =>
        runs(one)
          ? {
              ...one,
              left: one.left - by,
              quiet: one.quiet + by,
              way: one.way === null ? null : one.way + by,
              mostLost: one.mostLost + (one.way === null ? 0 : by),
            }
          : one,
      );
    },
    /** It was done. @param off by how much the clock of the server that did it is off. @param amount what was given. */
    done(order: Order, off: number, amount = 0) {
      switch (order.kind) {
        case "start":
          return turn(order.learner, off, { begun: true, stop: null });
        case "pause":
          return turn(order.learner, off, { stop: order.cause === "pause" ? "order" : "break" });
        case "resume":
          return turn(order.learner, off, { stop: null });
        case "grant": {
          waitForReturn(order.learner, off);
          const { left, allowed } = of(order.learner);
          return change(order.learner, { left: left + amount, allowed: allowed + amount });
        }
        case "make-up": {
          if (amount > 0) waitForReturn(order.learner, off);
          const { left, allowed, given, gifts } = of(order.learner);
          return change(order.learner, {
            left: left + amount,
            allowed: allowed + amount,
            given: given + amount,
            gifts: gifts + (amount > 0 ? 1 : 0),
          });
        }
        case "terminate":
        case "submit":
          return change(order.learner, { over: true });
        case "move":
          if (order.stop && runs(of(order.learner))) turn(order.learner, off, { stop: "way" });
          if (of(order.learner).seated) {
            const { way, mostLost, quiet } = of(order.learner);
            change(order.learner, { way: way ?? 0, mostLost: mostLost + quiet, quiet: 0 });
          }
          return change(order.learner, { seated: false });
        case "arrive":
          return change(order.learner, { seated: true, quiet: 0 });
        case "ready":
          if (of(order.learner).stop === "way" && of(order.learner).seated && !out)
            turn(order.learner, off, { stop: null });
          return;
        case "pause-all":
          each(
            (one) => runs(one) && hasTime(one),
            (learner) => turn(learner, off, { stop: "order" }),
          );
          return each(
            ({ stop, over }) => stop === "way" && !over,
            (learner) => change(learner, { stop: "order" }),
          );
        case "evacuate":
          out = true;
          return each(
            (one) => runs(one) && hasTime(one),
            (learner) => turn(learner, off, { stop: "out" }),
          );
        case "return":
          out = false;
          return each(
            ({ stop, over }) => stop === "out" && !over,
            (learner) => turn(learner, off, { stop: of(learner).seated ? null : "way" }),
          );
        case "resume-all":
          return each(
            ({ stop, over }) => (stop === "order" || stop === "out") && !over,
            (learner) => turn(learner, off, { stop: of(learner).seated ? null : "way" }),
          );
      }
    },
    /** Where two clocks disagree about whether time had run out, what the server made of it. */
    adopt(learner: number, running: boolean, why: Stop) {
      if (runs(of(learner)) === running) return;
      turn(learner, apart, { stop: running ? null : why });
      change(learner, { slack: of(learner).slack + Math.abs(apart) });
    },
    /** The computer that has the test was heard of. @param deed how long the way was when a deed that counts ended it. */
    heard(learner: number, deed: number | null) {
      const { way, lost, slack } = of(learner);
      change(learner, { quiet: 0 });
      if (deed === null || way === null) return;
      change(learner, { way: null, lost: lost + (deed >= shortestLost + slack ? deed : 0) });
    },
    over: (learner: number) => change(learner, { over: true }),
  };
}

/** What is shorter is not made up, by the rule; in milliseconds. */
const shortestLost = 10_000;
