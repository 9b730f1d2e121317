import { randomUUID } from "node:crypto";
import path from "node:path";
import { makeApp } from "../../app/app.ts";
import { loadQuestionBank } from "../../app/boot.ts";
import type { Actor, Role } from "../../app/exam/people/actor.ts";
import { systemClock } from "../../app/platform/clock.ts";
import { readConfig } from "../../app/platform/config.ts";
import { hashPassword } from "../../app/platform/secrets.ts";
import { migrate } from "../../app/store/migrate.ts";
import { sure } from "../../prisma/seed/sure.ts";
import { root, secret } from "./server-process.ts";

type Staff = Extract<Actor, { kind: "staff" }>;

export const invigilator = { email: "invigilator@faults.example", password: "only for the faults" };

/** Migrates the database, loads the bank, and books so many learners on one sitting, all through the commands. */
export async function prepareDatabase(databaseUrl: string, learners: number) {
  await migrate(databaseUrl, path.join(root, "prisma/migrations"));
  const config = { ...readConfig({ LOG_LEVEL: "silent" }), demonstration: false };
  const app = makeApp({ config, clock: systemClock, databaseUrl, secret });
  try {
    await loadQuestionBank(app, path.join(root, "question-bank"));
    const centre = await app.database.prisma.centre.create({
      data: { id: randomUUID(), number: "50999", name: "Centre of the faults" },
    });
    await addStaff(app.database, "invigilator", centre.id, invigilator);
    const officer = await addStaff(app.database, "exams-officer", centre.id, {
      email: "officer@faults.example",
      password: "only for the faults",
    });
    const component = (await app.database.prisma.component.findFirstOrThrow()).id;
    const startsAt = app.clock.now();
    const { sitting } = await sure(app.commands.bookings.planSitting(officer, { component, room: "Hall", startsAt }));
    for (let place = 1; place <= learners; place++) {
      const who = { name: `Learner ${place}`, candidateNumber: String(10_000 + place) };
      const { learner } = await sure(app.commands.bookings.addLearner(officer, who));
      await sure(app.commands.bookings.book(officer, { learner, sitting, seat: seatOf(place), arrangements: [] }));
    }
  } finally {
    await app.close();
  }
}

/** 1 to 999, A1 to A999, B1 …: no seat has more than three digits. */
const seatOf = (place: number) => `${["", ..."ABCDEFGHIJ"][Math.floor((place - 1) / 999)]}${((place - 1) % 999) + 1}`;

type Account = { readonly email: string; readonly password: string };

async function addStaff(
  { prisma }: ReturnType<typeof makeApp>["database"],
  role: Role,
  centreId: string,
  { email, password }: Account,
): Promise<Staff> {
  const id = randomUUID();
  const data = { id, email, name: role, passwordHash: await hashPassword(password) };
  await prisma.staff.create({ data: { ...data, roles: { create: { id: randomUUID(), role, centreId } } } });
  return { kind: "staff", id, name: role, roles: [{ role, centreId }], affiliations: [] };
}
