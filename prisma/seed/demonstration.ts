import { randomUUID } from "node:crypto";
import type { App } from "../../app/app.ts";
import type { Actor } from "../../app/exam/people/actor.ts";
import { after, instant, minutes } from "../../app/exam/time/time.ts";
import { demonstrationPeople } from "../../app/platform/demonstration.ts";
import { hashPassword } from "../../app/platform/secrets.ts";
import { sure } from "./sure.ts";

export type Staff = Extract<Actor, { kind: "staff" }>;

const riverside = { number: "50123", name: "Riverside College" };
const hillcrest = { number: "50456", name: "Hillcrest Skills Centre" };

/** Made-up learners; names of every length, as a register has them. */
const learners: readonly {
  readonly name: string;
  readonly arrangements: readonly { code: "ET25" | "SRB" | "COL" }[];
}[] = [
  { name: "Amina Yusuf", arrangements: [] },
  { name: "Ben Carter", arrangements: [] },
  { name: "Chidera Okonkwo-Fitzgerald", arrangements: [{ code: "ET25" }] },
  { name: "Dafydd Rhys", arrangements: [] },
  { name: "Ewa Nowak", arrangements: [{ code: "SRB" }] },
  { name: "Farid Rahimi", arrangements: [] },
  { name: "Grace O’Malley", arrangements: [] },
  { name: "Hamza Iqbal", arrangements: [{ code: "ET25" }, { code: "COL" }] },
  { name: "Isla Macdonald", arrangements: [] },
  { name: "Jun Takahashi", arrangements: [] },
];

/**
 * Fills an empty installation with a centre to play with: staff of every role, learners with keycodes, and a sitting ready to
 * run. Does nothing when there are staff already. Answers whether it did anything.
 */
export async function fillDemonstration(app: App, component: string): Promise<boolean> {
  const { prisma } = app.database;
  if ((await prisma.staff.count()) > 0) return false;
  const centres = [riverside, hillcrest].map((centre) => ({ id: randomUUID(), ...centre }));
  const [home, other] = centres;
  if (!home || !other) return false;
  await prisma.centre.createMany({ data: centres });
  const officer = await addStaff(app, home.id);

  const soon = instant(Math.ceil((app.clock.now() + minutes(10)) / minutes(5)) * minutes(5));
  const { sitting } = await sure(
    app.commands.bookings.planSitting(officer, { component, room: "Room 12", startsAt: soon }),
  );
  for (const [index, { name, arrangements }] of learners.entries()) {
    const candidateNumber = String(1001 + index);
    const { learner } = await sure(app.commands.bookings.addLearner(officer, { name, candidateNumber }));
    await sure(app.commands.bookings.book(officer, { learner, sitting, seat: String(index + 1), arrangements }));
  }
  await sure(
    app.commands.bookings.planSitting(officer, { component, room: "Library", startsAt: after(soon, minutes(24 * 60)) }),
  );
  return true;
}

/** Everybody of the list; whoever belongs to a centre belongs to the first. Answers its exams officer. */
async function addStaff(app: App, centreId: string): Promise<Staff> {
  const atCentre = ["invigilator", "exams-officer"];
  let officer: Staff | undefined;
  for (const { name, roles, email, password } of demonstrationPeople) {
    const id = randomUUID();
    const held = roles.map((role) => ({ role, centreId: atCentre.includes(role) ? centreId : null }));
    const affiliations = name.startsWith("Emeka") ? [centreId] : [];
    await app.database.prisma.staff.create({
      data: {
        id,
        email,
        name,
        passwordHash: await hashPassword(password),
        roles: { create: held.map((role) => ({ id: randomUUID(), ...role })) },
        affiliations: { create: affiliations.map((at) => ({ centreId: at })) },
      },
    });
    if (roles.includes("exams-officer")) officer = { kind: "staff", id, name, roles: held, affiliations };
  }
  if (!officer) throw new Error("The demonstration needs an exams officer.");
  return officer;
}
