import type { App } from "../../app/app.ts";
import { after, before, type Duration, type Instant, minutes, seconds, sum } from "../../app/exam/time/time.ts";
import { sha256 } from "../../app/platform/secrets.ts";
import type { Staff } from "./demonstration.ts";
import type { PastLearner } from "./past-learners.ts";
import type { Script } from "./past-script.ts";
import { sure } from "./sure.ts";

export type PastClock = { now(): Instant; set(to: Instant): void };

/** One learner in the room, with what they will do there. */
export type Seated = {
  readonly learner: PastLearner;
  readonly attempt: string;
  readonly candidateNumber: string;
  readonly keycode: string;
  readonly script: Script;
  readonly allowance: Duration;
};

type Step = { readonly at: Instant; readonly isSave?: true; act(): Promise<unknown> };

/** Saves as near together as this are sent at one moment, as a busy room does. */
const together = seconds(30);

/** Takes every step at its time; only saves may share a moment. */
async function take(steps: readonly Step[], clock: PastClock) {
  const waiting = steps.toSorted((a, b) => a.at - b.at);
  while (waiting[0] !== undefined) {
    const [first] = waiting;
    const more = first.isSave ? waiting.findIndex(({ at, isSave }) => !isSave || at > after(first.at, together)) : 1;
    const group = waiting.splice(0, more === -1 ? waiting.length : more);
    clock.set(group.at(-1)?.at ?? first.at);
    await Promise.all(group.map(({ act }) => act()));
  }
}

/** The day itself, from the opened door to the ended sitting, every move through its command. */
export async function runRoom(
  app: App,
  clock: PastClock,
  { sitting, start, invigilator, seated }: { sitting: string; start: Instant; invigilator: Staff; seated: Seated[] },
) {
  const { sittings } = app.commands;
  const room = (from: number, act: () => Promise<{ readonly ok: boolean }>): Step => ({
    at: after(start, minutes(from)),
    act: () => sure(act()),
  });
  const end = after(start, minutes(105));
  await take(
    [
      { at: before(start, minutes(35)), act: () => sure(sittings.open(invigilator, { sitting })) },
      room(0, () => sittings.startAll(invigilator, { sitting })),
      room(60, () => sittings.announce(invigilator, { sitting, text: "Fifteen minutes are left of the usual time." })),
      ...seated.flatMap((one) => stepsOf(app, { ...one, sitting, start, invigilator })),
      { at: end, act: () => sure(sittings.end(invigilator, { sitting })) },
    ],
    clock,
  );
}

type Going = Seated & { readonly sitting: string; readonly start: Instant; readonly invigilator: Staff };

function stepsOf(app: App, one: Going): readonly Step[] {
  const { learner, attempt, script, start, invigilator } = one;
  const { arrives, stop } = learner;
  if (arrives === null) return [];
  const { attempts, sittings } = app.commands;
  const began = arrives > 0 ? after(start, minutes(arrives + 2)) : start;
  /** Time of work as time of day. */
  const when = (worked: Duration) =>
    after(began, stop && worked > minutes(stop.after) ? sum(worked, minutes(stop.minutes)) : worked);

  let candidate: Awaited<ReturnType<App["actorOf"]>> = null;
  let lease = "";
  const arrive = async () => {
    const { candidateNumber, keycode } = one;
    const address = `10.20.12.${candidateNumber.slice(-2)}`;
    const { token } = await sure(app.commands.people.signInCandidate(null, { candidateNumber, keycode, address }));
    candidate = await app.actorOf(sha256(token));
    const machine = `hillcrest-it2-${candidateNumber.slice(-2)}`;
    lease = (await sure(attempts.attend(candidate, { machine, lease: null }))).lease;
  };
  const steps: Step[] = [
    { at: after(start, minutes(arrives)), act: arrive },
    {
      at: after(start, minutes(arrives + 1)),
      act: async () => {
        await sure(attempts.admit(invigilator, { attempt }));
        await sure(attempts.makeReady(candidate, { attempt, lease }));
      },
    },
    ...script.batches.map(
      ({ at, entries }): Step => ({
        at: when(at),
        isSave: true,
        act: () => sure(attempts.save(candidate, { attempt, lease, entries })),
      }),
    ),
    script.handsIn === null
      ? { at: after(when(one.allowance), seconds(10)), act: () => app.sweep() }
      : { at: when(script.handsIn), act: () => sure(attempts.submit(candidate, { attempt, lease })) },
  ];
  if (arrives > 0) {
    const narrative = `${learner.name} came ${arrives} minutes late because of a cancelled bus, and was given the full time.`;
    const incident = { sitting: one.sitting, attempt, type: "late-arrival", narrative };
    steps.push({ at: began, act: () => sure(attempts.start(invigilator, { attempt })) });
    steps.push({ at: after(began, minutes(2)), act: () => sure(sittings.writeIncident(invigilator, incident)) });
  }
  if (stop) steps.push(...stopSteps(app, one, { from: after(began, minutes(stop.after)), stop }));
  return steps;
}

function stopSteps(
  app: App,
  { attempt, sitting, invigilator, learner }: Going,
  { from, stop }: { from: Instant; stop: NonNullable<PastLearner["stop"]> },
): readonly Step[] {
  const { attempts, sittings } = app.commands;
  const until = after(from, minutes(stop.minutes));
  const steps: Step[] = [
    {
      at: from,
      act: () => sure(attempts.pause(invigilator, { attempt, cause: stop.cause, why: stop.why })),
    },
    { at: until, act: () => sure(attempts.resume(invigilator, { attempt })) },
  ];
  if (stop.cause === "rest-break") return steps;
  const narrative = `${stop.why}. ${learner.name}’s clock was stopped for ${stop.minutes} minutes; nothing typed was lost.`;
  const incident = { sitting, attempt, type: "technical", startedAt: from, endedAt: until, narrative };
  return [...steps, { at: after(until, minutes(1)), act: () => sure(sittings.writeIncident(invigilator, incident)) }];
}
