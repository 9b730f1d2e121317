import { z } from "zod";
import { type Actor, centresOf, type Role, roles } from "../../exam/people/actor.ts";
import { refused } from "../../exam/people/refusals.ts";
import { replayers } from "../../exam/proof/may-replay.ts";
import type { Instant } from "../../exam/time/time.ts";
import { Prisma, type PrismaClient } from "../generated/client.ts";
import { isFree, isHeldByThem, mayBeGiven } from "../marking-rights.ts";
import { testsToDecide } from "./aside-list.ts";
import { stagesOf } from "./attempt-facts.ts";
import { waitingFor } from "./item-drafts.ts";
import { view } from "./view.ts";

/** One thing that waits for somebody: what, how many, and where to see to it. */
export type Waiting = {
  readonly title: string;
  readonly count: number;
  readonly detail: string;
  readonly href: string;
  readonly action: string;
};

type Staff = Extract<Actor, { kind: "staff" }>;
type Asked = { readonly db: PrismaClient; readonly actor: Staff; readonly now: Instant };

/** What waits for this person by their roles; what waits for nobody is left out. */
export const waiting = view<Record<string, never>, { waiting: readonly Waiting[] }>({
  who: roles,
  input: z.object({}),
  async read({ db, actor, now }) {
    if (actor?.kind !== "staff") return refused("not-allowed");
    const held = new Set(actor.roles.map(({ role }) => role));
    const found = await Promise.all(
      looks.filter(({ who }) => who.some((role) => held.has(role))).map(({ look }) => look({ db, actor, now })),
    );
    return { ok: true, waiting: found.flat().filter(({ count }) => count > 0) };
  },
});

const looks: readonly { readonly who: readonly Role[]; look(asked: Asked): Promise<readonly Waiting[]> }[] = [
  { who: ["invigilator", "exams-officer"], look: sittings },
  { who: ["exams-officer"], look: learners },
  { who: ["examiner", "senior-examiner"], look: responses },
  { who: ["item-writer"], look: drafts },
  { who: replayers, look: answersAside },
  { who: ["awarder"], look: forms },
  { who: ["administrator"], look: accounts },
];

async function sittings({ db, actor }: Asked): Promise<readonly Waiting[]> {
  const centres = centresOf(actor, ["invigilator", "exams-officer"]);
  const at = centres === "all" ? {} : { centreId: { in: [...centres] } };
  const open = await db.sitting.findMany({ where: { ...at, phase: "open" }, select: { id: true } });
  const planned = await db.sitting.count({ where: { ...at, phase: "planned" } });
  const [only] = open;
  return [
    {
      title: "Sittings going on",
      count: open.length,
      detail: "Learners may be in the room now.",
      href: open.length === 1 && only ? `/sittings/${only.id}` : "/sittings",
      action: open.length === 1 ? "Go to the room" : "See them",
    },
    {
      title: "Sittings planned",
      count: planned,
      detail: "They are opened by an invigilator on the day.",
      href: "/sittings",
      action: "See them",
    },
  ];
}

async function learners({ db, actor }: Asked): Promise<readonly Waiting[]> {
  const centres = centresOf(actor, ["exams-officer"]);
  const at = centres === "all" ? {} : { centreId: { in: [...centres] } };
  const count = await db.learner.count({ where: { ...at, bookings: { none: { cancelledAt: null } } } });
  const detail = "They have no place at any sitting.";
  return [{ title: "Learners not booked", count, detail, href: "/entries?show=without", action: "See them" }];
}

async function responses({ db, actor, now }: Asked): Promise<readonly Waiting[]> {
  const rows = await db.$queryRaw<{ queue: string; waiting: number }[]>`
    SELECT t.queue, count(*)::int AS waiting
    FROM marking_tasks t JOIN responses r ON r.id = t."responseId" JOIN attempts a ON a.id = r."attemptId"
    WHERE t.state <> 'done' AND ${mayBeGiven(actor.id)} AND (${isHeldByThem(actor.id)} OR ${isFree(now)}) GROUP BY t.queue`;
  const inQueue = (queue: string) => rows.find((row) => row.queue === queue)?.waiting ?? 0;
  const isSenior = actor.roles.some(({ role }) => role === "senior-examiner");
  const doubts = {
    title: "Doubts to settle",
    count: inQueue("senior"),
    detail: "Examiners were not sure and ask a senior examiner.",
    href: "/marking/senior",
    action: "Settle them",
  };
  const open = {
    title: "Responses to mark",
    count: inQueue("examiner"),
    detail: "They wait for an examiner, one question at a time.",
    href: "/marking",
    action: "Start marking",
  };
  return isSenior ? [doubts, open] : [open];
}

/** Others' drafts to be reviewed, and of one's own those that a reviewer has decided about. */
async function drafts({ db, actor }: Asked): Promise<readonly Waiting[]> {
  const mine = { writers: { some: { staffId: actor.id } } };
  const toReview = await db.itemDraft.count({ where: waitingFor(actor.id) });
  const approved = await db.itemDraft.count({ where: { state: "approved", ...mine } });
  const [returned] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM item_drafts d
    WHERE d.state = 'draft' AND EXISTS (SELECT 1 FROM item_draft_writers w WHERE w."draftId" = d.id AND w."staffId" = ${actor.id}::uuid)
      AND (SELECT e.step FROM item_events e WHERE e."draftId" = d.id ORDER BY e.id DESC LIMIT 1) = 'returned'`;
  const see = { action: "See them" };
  return [
    {
      ...see,
      title: "Items to review",
      count: toReview,
      detail: "Others wrote them and ask for somebody to look.",
      href: "/bank/item-drafts?whose=to-review",
    },
    {
      ...see,
      title: "Items given back",
      count: returned?.count ?? 0,
      detail: "A reviewer says what is to be done to them.",
      href: "/bank/item-drafts?whose=mine&state=draft",
    },
    {
      ...see,
      title: "Items to publish",
      count: approved,
      detail: "You wrote them, and they are approved as they stand.",
      href: "/bank/item-drafts?whose=mine&state=approved",
    },
  ];
}

async function answersAside({ db, actor }: Asked): Promise<readonly Waiting[]> {
  const count = (await testsToDecide(db, actor)).length;
  const detail = "Their answers came late or from a computer left behind. Their results wait for a decision.";
  return [{ title: "Tests with answers set aside", count, detail, href: "/set-aside", action: "Decide" }];
}

async function forms({ db }: Asked): Promise<readonly Waiting[]> {
  const unissued = Prisma.sql`a.phase = 'closed' AND NOT EXISTS (SELECT 1 FROM results x WHERE x."attemptId" = a.id)`;
  const staged = await stagesOf(db, unissued);
  const at = (stage: string) => staged.filter((one) => one.stage.stage === stage).length;
  const results = { href: "/awarding", action: "Go to awarding" };
  return [
    {
      ...results,
      title: "Results to release",
      count: at("graded"),
      detail: "They are marked, and their form has boundaries.",
    },
    {
      ...results,
      title: "Attempts awaiting award",
      count: at("awaiting-award"),
      detail: "They are marked, and their form has no boundaries yet.",
    },
  ];
}

async function accounts({ db }: Asked): Promise<readonly Waiting[]> {
  const count = await db.staff.count({ where: { disabledAt: null, roles: { none: {} } } });
  const detail = "These accounts can sign in and do nothing.";
  return [{ title: "Accounts without a role", count, detail, href: "/staff?show=without", action: "See them" }];
}
