import { type Duration, seconds } from "../exam/time/time.ts";
import type { Database } from "./database.ts";

/** Whatever PostgreSQL is busy with, a group of saves is written in much less. */
const tooLongForSaves = seconds(5);
const tooLongForAQuestion = seconds(4);

type Asked = Pick<Database, "prisma" | "pool"> & { readonly hanging: () => Duration };

type WhyNotReady = "database" | "read-only" | "saving";

/**
 * Asks over both ways to PostgreSQL, because one may be dead while the other is well, and whether it may be written to: a server
 * that another one has taken over from still answers whoever reads. Any number who ask at once are answered by one question.
 */
export function whyNotReady({ prisma, pool, hanging }: Asked): () => Promise<WhyNotReady | null> {
  let asking: Promise<WhyNotReady | null> | null = null;
  const ask = async (): Promise<WhyNotReady | null> => {
    if (hanging() > tooLongForSaves) return "saving";
    const [closed] = await Promise.all([
      pool.query<{ closed: boolean }>("SELECT current_setting('transaction_read_only') = 'on' AS closed"),
      prisma.$queryRaw`SELECT 1`,
    ]);
    return closed.rows[0]?.closed ? "read-only" : null;
  };
  return () => {
    asking ??= within(tooLongForAQuestion, ask()).finally(() => {
      asking = null;
    });
    return asking;
  };
}

function within(limit: Duration, answer: Promise<WhyNotReady | null>): Promise<WhyNotReady | null> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<WhyNotReady>((resolve) => {
    timer = setTimeout(() => resolve("database"), limit);
  });
  return Promise.race([answer.catch((): WhyNotReady => "database"), tooLong]).finally(() => clearTimeout(timer));
}
