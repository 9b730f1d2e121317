import { randomUUID } from "node:crypto";
import type { App } from "../../app/app.ts";
import { beginning } from "../../app/exam/attempt/journal.ts";
import type { Line } from "../../app/exam/attempt/ledger.ts";
import { keycodeFrom } from "../../app/exam/entry/keycode.ts";
import type { Actor, Role } from "../../app/exam/people/actor.ts";
import { ruleBookAt } from "../../app/exam/rulebook/rule-book.ts";
import { minutes } from "../../app/exam/time/time.ts";
import { newKeycodeBytes, sha256 } from "../../app/platform/secrets.ts";
import { sure } from "../../prisma/seed/sure.ts";

type Staff = Extract<Actor, { kind: "staff" }>;
type Candidate = Extract<Actor, { kind: "candidate" }>;

let made = 0;
const next = () => {
  made += 1;
  return made;
};

/** Everything a test needs to exist; each takes only what matters to the test. */
export function factories(app: App) {
  const { prisma } = app.database;

  const centre = async (name = `Centre ${next()}`) =>
    prisma.centre.create({ data: { id: randomUUID(), number: String(50_000 + next()), name } });

  const staff = async (
    role: Role,
    at: { readonly centreId?: string; readonly affiliations?: readonly string[] } = {},
  ): Promise<Staff> => {
    const id = randomUUID();
    const name = `${role} ${next()}`;
    const affiliations = [...(at.affiliations ?? [])];
    await prisma.staff.create({
      data: {
        id,
        email: `${id}@example.org`,
        name,
        passwordHash: "none",
        roles: { create: { id: randomUUID(), role, centreId: at.centreId ?? null } },
        affiliations: { create: affiliations.map((centreId) => ({ centreId })) },
      },
    });
    return { kind: "staff", id, name, roles: [{ role, centreId: at.centreId ?? null }], affiliations };
  };

  /** No digest or random id holds such a candidate number by chance: some of its letters are none of theirs. */
  const learner = async (centreId: string, name = `Learner ${next()}`) =>
    prisma.learner.create({ data: { id: randomUUID(), centreId, name, candidateNumber: `KWX${1_000 + next()}` } });

  const component = async () => {
    const found = await prisma.component.findFirst();
    if (found === null) throw new Error("Load the question bank first.");
    return found;
  };

  const form = async (code = "CSE-A") => prisma.form.findFirstOrThrow({ where: { code, retiredAt: null } });

  const sitting = async (centreId: string, { phase = "open" }: { readonly phase?: string } = {}) => {
    const now = app.clock.now();
    return prisma.sitting.create({
      data: {
        id: randomUUID(),
        centreId,
        componentId: (await component()).id,
        room: "Room 1",
        startsAt: new Date(now),
        ruleSet: ruleBookAt(now).id,
        phase,
      },
    });
  };

  /** A booked attempt without the rules of booking: for tests of what comes after. */
  const attempt = async (
    sittingRow: { readonly id: string; readonly centreId: string; readonly componentId: string },
    {
      formCode = "CSE-A",
      attemptNumber = 1,
      learnerId,
    }: { readonly formCode?: string; readonly attemptNumber?: number; readonly learnerId?: string } = {},
  ) => {
    const now = app.clock.now();
    const person = learnerId
      ? await prisma.learner.findUniqueOrThrow({ where: { id: learnerId } })
      : await learner(sittingRow.centreId);
    const { id: formId, minutes: length } = await form(formCode);
    const bookingId = randomUUID();
    const keycode = keycodeFrom(newKeycodeBytes());
    await prisma.booking.create({
      data: {
        id: bookingId,
        learnerId: person.id,
        componentId: sittingRow.componentId,
        sittingId: sittingRow.id,
        formId,
        attemptNumber,
        seat: String(next()),
        arrangements: [],
        register: "expected",
        keycodeHash: randomUUID(),
        keycodeSealed: app.secrets.seal(keycode),
        bookedAt: new Date(now),
      },
    });
    const id = randomUUID();
    const base: Line = {
      kind: "allowance",
      source: "paper",
      amount: minutes(length),
      at: now,
      by: "test",
      why: "The paper",
    };
    await app.store.change(async (tx) => {
      await tx.attempts.add({ id, bookingId, sittingId: sittingRow.id, formId, head: beginning(id, sha256) }, [base]);
      return { ok: true };
    });
    const candidate: Candidate = {
      kind: "candidate",
      id: person.id,
      name: person.name,
      bookingId,
      centreId: person.centreId,
    };
    return { id, bookingId, candidate, formId, slip: { candidateNumber: person.candidateNumber, keycode } };
  };

  /** A room with one learner working: the invigilator has admitted and started them, and their browser holds a lease. */
  const running = async () => {
    const { id: centreId } = await centre();
    const invigilator = await staff("invigilator", { centreId });
    const room = await sitting(centreId);
    const booked = await attempt(room);
    await sure(app.commands.attempts.admit(invigilator, { attempt: booked.id }));
    const attended = await sure(
      app.commands.attempts.attend(booked.candidate, { machine: "machine-one", lease: null }),
    );
    await sure(app.commands.attempts.makeReady(booked.candidate, { attempt: booked.id, lease: attended.lease }));
    await sure(app.commands.attempts.start(invigilator, { attempt: booked.id }));
    return { ...booked, lease: attended.lease, invigilator, centreId, sittingId: room.id };
  };

  return { centre, staff, learner, component, form, sitting, attempt, running };
}

export { sure };
