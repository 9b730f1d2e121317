import { randomUUID } from "node:crypto";
import type { ExamDatabase } from "./database.ts";

/** Two versions of a result, as a release and a correction leave them. */
export async function released({ database, clock }: ExamDatabase, attemptId: string, formId: string) {
  const { prisma } = database;
  const by = randomUUID();
  const at = new Date(clock.now());
  const boundaries = { pass: 24, merit: 35, distinction: 46, setById: by, setAt: at, why: "First award" };
  const set = await prisma.boundarySet.create({ data: { id: randomUUID(), formId, version: 1, ...boundaries } });
  for (const version of [1, 2])
    await prisma.result.create({
      data: {
        id: randomUUID(),
        attemptId,
        version,
        boundarySetId: set.id,
        raw: 30,
        grade: "P",
        points: 12,
        byArea: {},
        byObjective: {},
        releasedAt: at,
        releasedById: by,
      },
    });
}
