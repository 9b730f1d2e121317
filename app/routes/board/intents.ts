import type { AppLoadContext } from "@remix-run/node";
import type { Refused } from "../../exam/people/refusals.ts";
import type { Instant } from "../../exam/time/time.ts";
import { instantOn, localDay } from "./room-time.ts";

type Fields = Readonly<Record<string, unknown>>;
type Done = {
  readonly changed?: number;
  readonly given?: number;
  /** Opens the learner's test at another machine, until then. */
  readonly code?: string;
  readonly until?: Instant;
  /** Of the code, among those of this test. */
  readonly number?: number;
};
type Answered = ({ readonly ok: true } & Done) | Refused;

export type Doing = {
  readonly context: Pick<AppLoadContext, "actor" | "commands">;
  readonly sitting: string;
  readonly fields: Fields;
  readonly now: Instant;
};

type Intended = {
  run(doing: Doing): Promise<Answered>;
  /** Said when it is done, never before. */
  readonly done: (answer: Done) => string;
};

const people = (count: number | undefined) => `${count ?? 0} ${count === 1 ? "learner" : "learners"}`;

/** Everything an invigilator can ask of the board, and the command that does it. */
export const intents = {
  open: {
    run: ({ context, sitting }) => context.commands.sittings.open(context.actor, { sitting }),
    done: () => "The sitting is open. Learners can sign in.",
  },
  end: {
    run: ({ context, sitting }) => context.commands.sittings.end(context.actor, { sitting }),
    done: () => "The sitting has ended.",
  },
  "admit-all": {
    run: ({ context, sitting }) => context.commands.sittings.admitAll(context.actor, { sitting }),
    done: ({ changed }) => `${people(changed)} admitted.`,
  },
  "start-all": {
    run: ({ context, sitting }) => context.commands.sittings.startAll(context.actor, { sitting }),
    done: ({ changed }) => `${people(changed)} started.`,
  },
  "pause-all": {
    run: ({ context, sitting, fields }) =>
      context.commands.sittings.pauseAll(context.actor, { sitting, cause: fields.cause, why: fields.why }),
    done: ({ changed }) => `Paused for ${people(changed)}. Their clocks stand.`,
  },
  evacuate: {
    run: ({ context, sitting }) => context.commands.sittings.evacuate(context.actor, { sitting }),
    done: ({ changed }) => `Every connected screen goes blank. ${people(changed)} had a clock running: it stands.`,
  },
  return: {
    run: ({ context, sitting, fields }) =>
      context.commands.sittings.returnToRoom(context.actor, { sitting, narrative: fields.narrative }),
    done: ({ changed }) => `${people(changed)} go on where they were, with all the time they had.`,
  },
  "resume-all": {
    run: ({ context, sitting }) => context.commands.sittings.resumeAll(context.actor, { sitting }),
    done: ({ changed }) => `${people(changed)} go on, with all the time they had.`,
  },
  "make-up": {
    run: ({ context, sitting, fields }) =>
      context.commands.sittings.makeUp(context.actor, {
        sitting,
        attempts: String(fields.attempts ?? "")
          .split(" ")
          .filter(Boolean),
        why: fields.why,
        key: fields.key,
      }),
    done: ({ changed, given }) =>
      changed
        ? `${people(changed)} got ${given} minutes back in all.`
        : "Nothing was left to give: it has been given before.",
  },
  announce: {
    run: ({ context, sitting, fields }) =>
      context.commands.sittings.announce(context.actor, { sitting, text: fields.text, key: fields.key }),
    done: () => "Announced on every connected screen.",
  },
  incident: {
    run: ({ context, sitting, fields, now }) =>
      context.commands.sittings.writeIncident(context.actor, {
        sitting,
        attempt: fields.attempt ?? "",
        type: fields.type,
        narrative: fields.narrative,
        startedAt: today(fields.started, now),
        endedAt: today(fields.ended, now),
        key: fields.key,
      }),
    done: () => "The incident is written down.",
  },
  admit: {
    run: ({ context, fields }) => context.commands.attempts.admit(context.actor, one(fields)),
    done: () => "Admitted.",
  },
  "send-back": {
    run: ({ context, fields }) => context.commands.attempts.sendBack(context.actor, one(fields)),
    done: () => "Sent back to waiting.",
  },
  start: {
    run: ({ context, fields }) => context.commands.attempts.start(context.actor, one(fields)),
    done: () => "Started.",
  },
  pause: {
    run: ({ context, fields }) =>
      context.commands.attempts.pause(context.actor, { ...one(fields), cause: fields.cause, why: fields.why }),
    done: () => "Paused. The clock stands.",
  },
  resume: {
    run: ({ context, fields }) => context.commands.attempts.resume(context.actor, one(fields)),
    done: () => "Running again.",
  },
  grant: {
    run: ({ context, fields }) =>
      context.commands.attempts.grantTime(context.actor, {
        ...one(fields),
        minutes: fields.minutes,
        why: fields.why,
        key: fields.key,
        seen: fields.seen,
      }),
    done: () => "Extra time given. The learner's clock shows it.",
  },
  move: {
    run: ({ context, fields }) =>
      context.commands.attempts.release(context.actor, {
        ...one(fields),
        why: fields.why,
        ...(fields.stop === "yes" ? { stop: true } : {}),
      }),
    done: () =>
      "The test is free for another computer. The old one locks as soon as it is reached: switch it off if it still shows a question.",
  },
  terminate: {
    run: ({ context, fields }) =>
      context.commands.attempts.terminate(context.actor, { ...one(fields), why: fields.why }),
    done: () => "The test has ended.",
  },
  register: {
    run: ({ context, fields }) =>
      context.commands.attempts.markRegister(context.actor, { ...one(fields), register: fields.register }),
    done: () => "The register is marked.",
  },
  aside: {
    run: ({ context, fields }) =>
      context.commands.attempts.speakOnAside(context.actor, { ...one(fields), choice: fields.choice, why: fields.why }),
    done: () => "Written down, for whoever decides and in the sitting's report.",
  },
} satisfies Record<string, Intended> as Record<Intent, Intended>;

export type Intent =
  | "open"
  | "end"
  | "admit-all"
  | "start-all"
  | "pause-all"
  | "evacuate"
  | "return"
  | "resume-all"
  | "make-up"
  | "announce"
  | "incident"
  | "admit"
  | "send-back"
  | "start"
  | "pause"
  | "resume"
  | "grant"
  | "move"
  | "terminate"
  | "register"
  | "aside";

export const isIntent = (text: unknown): text is Intent => typeof text === "string" && Object.hasOwn(intents, text);

const one = ({ attempt }: Fields) => ({ attempt });

/** A form gives a time of day; it is meant for the day the room is in. Nothing given is nothing meant. */
const today = (time: unknown, now: Instant) => (typeof time === "string" ? instantOn(localDay(now), time) : null);
