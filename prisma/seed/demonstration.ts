import { randomUUID } from "node:crypto";
import type { App, AppParts } from "../../app/app.ts";
import type { Actor } from "../../app/exam/people/actor.ts";
import { after, instant, minutes } from "../../app/exam/time/time.ts";
import { demonstrationCentres, demonstrationPeople } from "../../app/platform/demonstration.ts";
import { hashPassword } from "../../app/platform/secrets.ts";
import { addItemDrafts } from "./item-drafts.ts";
import { addPastSitting } from "./past-sitting.ts";
import { sure } from "./sure.ts";

export type Staff = Extract<Actor, { kind: "staff" }>;

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
 * Fills an empty installation with two centres to play with: staff of every role, learners with keycodes, a sitting ready to
 * run and, unless `past` is false, one that is over. Does nothing when there are staff already. Answers whether it did
 * anything.
 */
export async function fillDemonstration(
  app: App,
  component: string,
  { past = false }: { readonly past?: AppParts | false } = {},
): Promise<boolean> {
  if ((await app.database.prisma.staff.count()) > 0) return false;
  const person = await addStaff(app);
  if (past !== false) {
    const [harriet, examiner, senior] = [person("Harriet"), person("Erin"), person("Sunita")];
    // First, so that the audit log is in the order in which things happened.
    await addPastSitting(past, { officer: harriet, invigilator: harriet, examiner, senior }, component);
  }
  await planToday(app, person("Olu"), component);
  await addItemDrafts(app, { wen: person("Wen"), rowan: person("Rowan") });
  return true;
}

async function planToday(app: App, officer: Staff, component: string) {
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
}

/** The centres and everybody of the list; answers how to find one of them by first name. */
async function addStaff(app: App): Promise<(firstName: string) => Staff> {
  const { prisma } = app.database;
  const centres = Object.values(demonstrationCentres).map((centre) => ({ id: randomUUID(), ...centre }));
  await prisma.centre.createMany({ data: centres });
  const centreOf = (number: string) => centres.find((centre) => centre.number === number)?.id ?? null;

  const atCentre = ["invigilator", "exams-officer"];
  const everybody: Staff[] = [];
  for (const { name, roles, email, password, centre } of demonstrationPeople) {
    const id = randomUUID();
    const held = roles.map((role) => ({ role, centreId: atCentre.includes(role) ? centreOf(centre) : null }));
    const affiliations = name.startsWith("Emeka") ? [centreOf(centre) ?? ""] : [];
    await prisma.staff.create({
      data: {
        id,
        email,
        name,
        passwordHash: await hashPassword(password),
        roles: { create: held.map((role) => ({ id: randomUUID(), ...role })) },
        affiliations: { create: affiliations.map((at) => ({ centreId: at })) },
      },
    });
    everybody.push({ kind: "staff", id, name, roles: held, affiliations });
  }
  return (firstName) => {
    const found = everybody.find(({ name }) => name.startsWith(firstName));
    if (found === undefined) throw new Error(`The demonstration needs ${firstName}.`);
    return found;
  };
}
