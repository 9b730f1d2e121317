import { randomUUID } from "node:crypto";
import type { Item } from "../../app/exam/item/item.ts";
import type { ItemResponse } from "../../app/exam/item/response.ts";
import { minutes } from "../../app/exam/time/time.ts";
import type { ExamDatabase } from "./database.ts";
import { sure } from "./factories.ts";

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

/** A component with one open item and two centres, and closed attempts whose responses wait for examiners. */
export async function markingScene({ app, clock, make }: ExamDatabase) {
  const { prisma } = app.database;
  const { marking } = app.commands;
  const views = app.views.marking;

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
      loadedAt: new Date(clock.now()),
    },
  });
  const frozen = { version: 1, minutes: 75, maxMark: 60, checksum: unique, content: {}, pictures: {} };
  await prisma.form.create({
    data: { ...frozen, id: form, code: unique, title: "Form", componentId: component, frozenAt: new Date(clock.now()) },
  });

  const { id: riverside } = await make.centre();
  const { id: hillcrest } = await make.centre();

  /** A closed attempt at a centre, with its response to the item waiting to be marked. Answers its ids. */
  const responseFrom = async (centreId: string, value: ItemResponse = { RESPONSE: ["Because they like to."] }) => {
    const [learnerId, sittingId, bookingId, attemptId, responseId, taskId] = Array.from({ length: 6 }, () =>
      randomUUID(),
    );
    const made = { centreId, componentId: component };
    await prisma.learner.create({ data: { id: learnerId!, centreId, candidateNumber: learnerId!, name: "Ada Byron" } });
    await prisma.sitting.create({
      data: { ...made, id: sittingId!, room: "Hall", startsAt: new Date(clock.now()), ruleSet: "r", phase: "ended" },
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
        bookedAt: new Date(clock.now()),
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
        createdAt: new Date(clock.now()),
      },
    });
    return { task: taskId!, response: responseId!, attempt: attemptId! };
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
    staff: make.staff,
    wait: clock.move,
  };
}

/** A response that an examiner marked, took back and marked anew. */
export async function markedTwice(exam: ExamDatabase) {
  const scene = await markingScene(exam);
  const { task, response } = await scene.responseFrom(scene.hillcrest);
  const examiner = await scene.staff("examiner");
  await sure(scene.marking.take(examiner, { item: scene.item, queue: "examiner" }));
  await sure(scene.marking.give(examiner, { task, marks: 3 }));
  await sure(scene.marking.undo(examiner, { task }));
  scene.wait(minutes(1));
  await sure(scene.marking.give(examiner, { task, marks: 1 }));
  const { attemptId, number } = await exam.database.prisma.response.findUniqueOrThrow({ where: { id: response } });
  return { attempt: attemptId, number, response, examiner: examiner.id };
}
