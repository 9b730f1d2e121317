import type { App } from "./app.ts";
import { demonstrationPeople } from "./platform/demonstration.ts";

/** What a newcomer reads in the terminal: where to go, and with which accounts. Only ever for the demonstration. */
export async function whoCanSignIn(
  app: App,
  { url, data }: { readonly url: string; readonly data: string },
): Promise<string> {
  const bookings = await app.database.prisma.booking.findMany({
    where: { cancelledAt: null, keycodeSealed: { not: "" }, sitting: { phase: { not: "ended" } } },
    include: { learner: true },
    orderBy: { learner: { candidateNumber: "asc" } },
    take: 4,
  });
  const staff = demonstrationPeople.map(({ email, roles }) => `    ${email.padEnd(26)} ${roles.join(", ")}`);
  const slips = bookings.map(
    ({ learner, keycodeSealed }) =>
      `    ${learner.candidateNumber}  ${app.secrets.unseal(keycodeSealed)}  ${learner.name}`,
  );
  return [
    "",
    `  Examhall is ready: ${url}`,
    "  This is a demonstration with made-up people. It answers this computer only; set DATABASE_URL for real use.",
    "",
    `  Staff (password ${demonstrationPeople[0]?.password}):`,
    ...staff,
    "",
    "  Learners (candidate number and keycode; all of them are on the slips and on the front page):",
    ...slips,
    "",
    `  Ctrl-C stops it. Everything is kept, in ${data}.`,
    "",
    "",
  ].join("\n");
}
