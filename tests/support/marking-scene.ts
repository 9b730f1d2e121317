import { randomUUID } from "node:crypto";
import { door } from "../../app/commands/door.ts";
import { markingCommands } from "../../app/commands/marking/marking-commands.ts";
import type { Item } from "../../app/exam/item/item.ts";
import type { ItemResponse } from "../../app/exam/item/response.ts";
import type { Actor, Role } from "../../app/exam/people/actor.ts";
import { after, type Clock, type Duration, instant } from "../../app/exam/time/time.ts";
import { readConfig } from "../../app/platform/config.ts";
import { randomIds } from "../../app/platform/ids.ts";
import { makeSecrets } from "../../app/platform/secrets.ts";
import type { Database } from "../../app/store/database.ts";
import type { Store } from "../../app/store/store.ts";
import { markingViews } from "../../app/store/views/marking-views.ts";
import { viewer } from "../../app/store/views/view.ts";

export const openItem: Item = {
  id: "OPEN-1",
  title: "Why people queue",
  classification: { area: "A1", commandWord: "explain", minutes: 4 },
  objectives: { AO2: 3 },
  stimulus: null,
  body: [
    {
      kind: "interaction",
      interaction: { type: "extended-text", response: "RESPONSE", prompt: [], expectedLines: 6, expectedLength: null },
    },
  ],
  responses: [{ id: "RESPONSE", cardinality: "single", baseType: "string", correct: null, mapping: null }],
  outcomes: [
    { id: "SCORE", cardinality: "single", baseType: "float", initial: ["0"], least: 0, most: 3, byPerson: true },
  ],
  processing: { kind: "none" },
  maxMark: 3,
  marking: "person",
  scheme: {
    kind: "points",
    points: ["P1", "P2", "P3"].map((id) => ({ id, marks: 1, content: [{ kind: "text", text: id }], needs: null })),
    notes: [],
    indicative: [],
  },
  worked: [],
};

type Deps = { readonly store: Store; readonly database: Database };

/** A component with one open item and two centres, and closed attempts whose responses wait for examiners. */
export async function markingScene({ store, database }: Deps) {
  const { prisma } = database;
  const nine = instant(Date.parse("2026-11-23T09:00:00Z"));
  let now = nine;
  const clock: Clock = { now: () => now };
  const secrets = makeSecrets("a secret only for this test, long enough");
  const config = readConfig({ NODE_ENV: "test" });
  const marking = markingCommands(door({ store, clock, ids: randomIds, secrets, config, announce: () => {} }));
  const views = markingViews(viewer({ database, clock, secrets }));

  const unique = randomUUID();
  const component = `component-${unique}`;
  await prisma.component.create({
    data: { id: component, title: "Unit 1", qualification: "Q", minutes: 75, maxMark: 60, attemptsMax: 2 },
  });
  const [form, item] = [randomUUID(), randomUUID()];
  await prisma.itemVersion.create({
    data: {
      id: item,
      itemId: `OPEN-${unique}`,
      version: 1,
      checksum: unique,
      title: openItem.title,
      maxMark: openItem.maxMark,
      marking: openItem.marking,
      content: openItem as object,
      xml: "",
      loadedAt: new Date(nine),
    },
  });
  const frozen = { version: 1, minutes: 75, maxMark: 60, checksum: unique, content: {}, pictures: {} };
  await prisma.form.create({
    data: { ...frozen, id: form, code: unique, title: "Form", componentId: component, frozenAt: new Date(nine) },
  });

  const centre = async () => {
    const id = randomUUID();
    await prisma.centre.create({ data: { id, number: id, name: "A centre" } });
    return id;
  };
  const [riverside, hillcrest] = [await centre(), await centre()];

  /** A closed attempt at a centre, with its response to the item waiting to be marked. Answers its ids. */
  const responseFrom = async (centreId: string, value: ItemResponse = { RESPONSE: ["Because they like to."] }) => {
    const [learnerId, sittingId, bookingId, attemptId, responseId, taskId] = Array.from({ length: 6 }, () =>
      randomUUID(),
    );
    const made = { centreId, componentId: component };
    await prisma.learner.create({ data: { id: learnerId!, centreId, candidateNumber: learnerId!, name: "Ada Byron" } });
    await prisma.sitting.create({
      data: { ...made, id: sittingId!, room: "Hall", startsAt: new Date(nine), ruleSet: "r", phase: "ended" },
    });
    await prisma.booking.create({
      data: {
        id: bookingId!,
        learnerId: learnerId!,
        componentId: component,
        sittingId: sittingId!,
        formId: form,
        attemptNumber: 1,
        seat: "A1",
        arrangements: [],
        register: "present",
        keycodeHash: bookingId!,
        keycodeSealed: "",
        bookedAt: new Date(nine),
      },
    });
    await prisma.attempt.create({
      data: {
        id: attemptId!,
        bookingId: bookingId!,
        sittingId: sittingId!,
        formId: form,
        phase: "closed",
        head: "",
        position: 0,
        progress: {},
      },
    });
    await prisma.response.create({
      data: { id: responseId!, attemptId: attemptId!, itemVersionId: item, number: 1, value: value as object },
    });
    await prisma.markingTask.create({
      data: {
        id: taskId!,
        responseId: responseId!,
        itemVersionId: item,
        centreId,
        queue: "examiner",
        state: "waiting",
        createdAt: new Date(now),
      },
    });
    return { task: taskId!, response: responseId!, attempt: attemptId! };
  };

  const staff = async (
    role: Role,
    { affiliations = [] as readonly string[], worksAt = null as string | null } = {},
  ) => {
    const id = randomUUID();
    await prisma.staff.create({ data: { id, email: `${id}@example.org`, name: "Somebody", passwordHash: "" } });
    await prisma.staffRole.create({ data: { id: randomUUID(), staffId: id, role } });
    if (worksAt) {
      await prisma.staffRole.create({
        data: { id: randomUUID(), staffId: id, role: "invigilator", centreId: worksAt },
      });
    }
    for (const centreId of affiliations) await prisma.affiliation.create({ data: { staffId: id, centreId } });
    return { kind: "staff", id, name: "Somebody", roles: [{ role, centreId: null }], affiliations } satisfies Actor;
  };

  return {
    marking,
    views,
    prisma,
    item,
    form,
    riverside,
    hillcrest,
    responseFrom,
    staff,
    wait: (length: Duration) => {
      now = after(now, length);
    },
  };
}
