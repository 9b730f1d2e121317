import type { App } from "../../app/app.ts";
import type { Item } from "../../app/exam/item/item.ts";
import { after, seconds } from "../../app/exam/time/time.ts";
import type { Staff } from "./demonstration.ts";
import type { PastClock } from "./past-room.ts";
import { worthOf } from "./past-script.ts";
import { sure } from "./sure.ts";

type Examiners = { readonly examiner: Staff; readonly senior: Staff };
type ToMark = { readonly version: string; readonly item: Item; readonly count: number };

/** Long enough for a fair look at a response. */
const oneLook = seconds(38);

/**
 * Marks every response of the first attempts of a form that were handed in, oldest first. Where `doubts` names an item, one
 * more of it goes to the senior, who decides on it when `settled`.
 */
export async function markForm(
  app: App,
  clock: PastClock,
  {
    form,
    attempts,
    doubt,
    examiner,
    senior,
  }: Examiners & { form: string; attempts: number; doubt: { item: string; why: string; settled: string | null } },
) {
  for (const { version, item, count } of await toMark(app, form, attempts)) {
    const isDoubtful = item.id === doubt.item;
    const looks = isDoubtful && doubt.settled !== null ? count - 1 : count;
    for (let left = looks; left > 0; ) {
      const taken = await sure(app.commands.marking.take(examiner, { item: version, count: Math.min(5, left) }));
      if (taken.responses.length === 0) break;
      for (const { task, value } of taken.responses) {
        clock.set(after(clock.now(), oneLook));
        await sure(app.commands.marking.give(examiner, { task, ...worthOf(item, value) }));
      }
      left -= taken.responses.length;
    }
    if (isDoubtful) await raiseDoubt(app, clock, { version, item, doubt, examiner, senior });
  }
}

async function toMark(app: App, form: string, attempts: number): Promise<readonly ToMark[]> {
  const tasks = await app.database.prisma.markingTask.findMany({
    where: { state: "waiting", response: { attempt: { formId: form } } },
    include: { response: { include: { item: true } } },
    orderBy: [{ createdAt: "asc" }, { response: { number: "asc" } }],
  });
  const first = [...new Set(tasks.map(({ response }) => response.attemptId))].slice(0, attempts);
  const ours = tasks.filter(({ response }) => first.includes(response.attemptId));
  const versions = [...new Set(ours.map(({ itemVersionId }) => itemVersionId))];
  return versions.flatMap((version) => {
    const all = ours.filter(({ itemVersionId }) => itemVersionId === version);
    const item = all[0]?.response.item.content as unknown as Item | undefined;
    return item === undefined ? [] : [{ version, item, count: all.length }];
  });
}

async function raiseDoubt(
  app: App,
  clock: PastClock,
  {
    version,
    item,
    doubt,
    examiner,
    senior,
  }: Examiners & { version: string; item: Item; doubt: { why: string; settled: string | null } },
) {
  const { responses } = await sure(app.commands.marking.take(examiner, { item: version, count: 1 }));
  for (const { task, value } of responses) {
    clock.set(after(clock.now(), oneLook));
    await sure(app.commands.marking.sendToSenior(examiner, { task, why: doubt.why }));
    if (doubt.settled === null) continue;
    clock.set(after(clock.now(), seconds(600)));
    await sure(app.commands.marking.take(senior, { item: version, queue: "senior", count: 1 }));
    await sure(app.commands.marking.give(senior, { task, ...worthOf(item, value), comment: doubt.settled }));
  }
}
