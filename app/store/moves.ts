import type { Instant } from "../exam/time/time.ts";
import type { Client } from "./store.ts";

export type MoveRows = ReturnType<typeof moveRows>;

/** An attempt's latest way from one machine to another. */
export type DeskMoveRow = {
  readonly fromMachine: string | null;
  readonly used: boolean;
};

export const moveRows = (client: Client) => ({
  /** Earlier codes of the attempt open nothing any more. */
  async add({
    createdAt,
    expiresAt,
    ...move
  }: {
    readonly id: string;
    readonly attemptId: string;
    readonly fromMachine: string | null;
    readonly codeHash: string;
    readonly createdAt: Instant;
    readonly expiresAt: Instant;
    readonly resumes: boolean;
    readonly byName: string;
  }) {
    await client.deskMove.updateMany({
      where: { attemptId: move.attemptId, usedAt: null },
      data: { expiresAt: new Date(createdAt) },
    });
    await client.deskMove.create({
      data: { ...move, createdAt: new Date(createdAt), expiresAt: new Date(expiresAt) },
    });
  },

  count: (attemptId: string) => client.deskMove.count({ where: { attemptId } }),

  async latest(attemptId: string): Promise<DeskMoveRow | null> {
    const row = await client.deskMove.findFirst({ where: { attemptId }, orderBy: { createdAt: "desc" } });
    return (
      row && {
        fromMachine: row.fromMachine,
        used: row.usedAt !== null,
      }
    );
  },

  /** Uses a code up, in one statement, so that of two who type it at once only one comes in. Answers whose test it opens. */
  async spend(codeHash: string, now: Instant) {
    const [used] = await client.$queryRaw<{ attemptId: string }[]>`
      UPDATE moves SET "usedAt" = ${new Date(now)}
      WHERE "codeHash" = ${codeHash} AND "usedAt" IS NULL AND "expiresAt" > ${new Date(now)} RETURNING "attemptId"`;
    return used === undefined
      ? null
      : client.booking.findFirst({
          where: { attempt: { id: used.attemptId }, cancelledAt: null },
          include: { learner: true },
        });
  },

  /** The learner sits at the new machine, however they came in there. */
  async arrived(attemptId: string, now: Instant) {
    await client.deskMove.updateMany({ where: { attemptId, usedAt: null }, data: { usedAt: new Date(now) } });
  },
});
