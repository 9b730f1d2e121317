import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor, Role } from "../../app/exam/people/actor.ts";
import { minutes } from "../../app/exam/time/time.ts";
import { testsToDecide } from "../../app/store/views/aside-list.ts";
import { type ExamDatabase, examDatabase } from "../support/database.ts";
import { sure } from "../support/factories.ts";
import { faultsIn, tamper } from "../support/proof.ts";
import { answerTo, markEverything, twoAnswers } from "../support/two-answers.ts";

let exam: ExamDatabase;
beforeAll(async () => {
  exam = await examDatabase();
});
afterAll(() => exam.close());

const why = "The learner wrote it before the move, as the times show";
const page = (actor: Actor | null, attempt: string) => exam.views.marking.asideTest(actor, { attempt });

type Choice = { readonly number: number; readonly position: number | null };

async function decide(actor: Actor | null, attempt: string, choices: readonly Choice[], over: object = {}) {
  const { position } = await exam.database.prisma.attempt.findUniqueOrThrow({ where: { id: attempt } });
  return exam.commands.marking.decideOnAside(actor, { attempt, seen: position, choices, why, ...over });
}

/** Where the answer of the old computer to this question stands in the journal. */
async function setAsideAt(actor: Actor, attempt: string, number: number) {
  const { questions } = await sure(page(actor, attempt));
  return questions.find((one) => one.number === number)?.aside[0]?.position ?? -1;
}

/** The mark of the answer that counts; null while there is none. */
async function markOf(attempt: string, number: number) {
  const response = await exam.database.prisma.response.findFirstOrThrow({
    where: { attemptId: attempt, number, counts: true },
    include: { marks: true, tasks: true },
  });
  const open = response.tasks.some(({ state }) => state !== "done");
  const last = response.marks.find(({ id }) => !response.marks.some(({ supersedesId }) => supersedesId === id));
  return open ? null : (last?.marks ?? null);
}

const faultsOf = (attempt: string) => faultsIn(exam, attempt);

describe("what an old computer brings after a move", () => {
  test("the room sees that there are two answers, when each was written and how long it is, and never what it says", async () => {
    const { id, sittingId, open } = await twoAnswers(exam);
    const [seat] = await exam.seats(sittingId, [id]);
    const question = seat?.setAside.questions.find(({ number }) => number === open.number);
    const count = (text: string) => text.split(/\s+/).filter(Boolean).length;
    const words = (response: typeof open.full) => count(Object.values(response).flat().join(" "));
    expect(question).toMatchObject({
      decided: null,
      counted: { desk: 2, words: words(open.none) },
      aside: [{ desk: 1, from: "stranded", words: words(open.full) }],
    });
    expect(question?.aside[0]?.writtenAt).toBeLessThan(question?.counted?.writtenAt ?? 0);
    expect(seat?.setAside.unsaid).toEqual({ stranded: 2, late: 0 });
    const text = Object.values(open.full).flat()[0] ?? "?";
    expect(JSON.stringify(seat)).not.toContain(text.slice(0, 20));
  });

  test("the room sees it while the test goes on, and the invigilator can say at once what they saw", async () => {
    const { id, sittingId, invigilator } = await twoAnswers(exam, { ended: false });
    const said = { choice: "should-not-count", why: "Nobody sat there any more" };
    await sure(exam.commands.attempts.speakOnAside(invigilator, { attempt: id, ...said }));
    const [seat] = await exam.seats(sittingId, [id]);
    expect(seat?.setAside).toMatchObject({ statement: said, unsaid: { stranded: 0, late: 0 } });
    const incidents = await exam.database.prisma.incident.findMany({ where: { attemptId: id } });
    expect(incidents.map(({ narrative }) => narrative)[0]).toMatch(
      /^Answers to questions \d+, \d+ came from a computer the learner had been moved away from\. It should not count\./,
    );
    const awarder = await exam.make.staff("awarder");
    expect(await page(awarder, id)).toMatchObject({ refusal: "too-early" });
    expect(await decide(awarder, id, [])).toMatchObject({ refusal: "too-early" });
  });
});

describe("who reads the answers and decides", () => {
  test.each<[Role, boolean]>([
    ["administrator", true],
    ["awarder", true],
    ["senior-examiner", true],
    ["examiner", false],
    ["exams-officer", false],
    ["invigilator", false],
    ["item-writer", false],
  ])("as %s: %s", async (role, may) => {
    const { id, centreId } = await twoAnswers(exam);
    const atCentre = role === "exams-officer" || role === "invigilator";
    const actor = await exam.make.staff(role, atCentre ? { centreId } : {});
    expect((await page(actor, id)).ok).toBe(may);
    expect((await exam.views.marking.asideList(actor, {})).ok).toBe(may);
    expect((await decide(actor, id, [])).ok).toBe(may);
  });

  test("nobody who has a connection with the centre, and the list does not name its tests to them", async () => {
    const { id, centreId } = await twoAnswers(exam);
    const senior = await exam.make.staff("senior-examiner", { affiliations: [centreId] });
    expect(await page(senior, id)).toMatchObject({ refusal: "connected-with-centre" });
    expect(await decide(senior, id, [])).toMatchObject({ refusal: "connected-with-centre" });
    const { waiting } = await sure(exam.views.marking.asideList(senior, {}));
    expect(waiting.map(({ attempt }) => attempt)).not.toContain(id);
    const stranger = await sure(exam.views.marking.asideList(await exam.make.staff("awarder"), {}));
    expect(stranger.waiting.map(({ attempt }) => attempt)).toContain(id);
  });

  test("one that has waited long is found behind however many have been decided about since", async () => {
    const own = await examDatabase();
    try {
      const awarder = await own.make.staff("awarder");
      const { id: waiting } = await twoAnswers(own);
      for (let newer = 0; newer < 2; newer += 1) {
        const { id } = await twoAnswers(own);
        const { questions, seen } = await sure(own.views.marking.asideTest(awarder, { attempt: id }));
        const choices = questions.map(({ number }) => ({ number, position: null }));
        await sure(own.commands.marking.decideOnAside(awarder, { attempt: id, seen, choices, why }));
      }
      const { id: later } = await twoAnswers(own);
      const toDecide = async (atMost?: number) =>
        (await testsToDecide(own.database.prisma, awarder, atMost)).map(({ attempt }) => attempt);
      expect(await toDecide()).toEqual([waiting, later]);
      expect(await toDecide(1)).toEqual([waiting]);
      const { done } = await sure(own.views.marking.asideList(awarder, {}));
      expect(done.length).toBe(2);
    } finally {
      await own.close();
    }
  });

  test("whoever decides is told neither the learner's name nor the invigilator's", async () => {
    const { id, candidate, invigilator } = await twoAnswers(exam);
    const said = { choice: "should-count", why: `I saw ${candidate.name} write it` };
    await sure(exam.commands.attempts.speakOnAside(invigilator, { attempt: id, ...said }));
    const shown = await sure(page(await exam.make.staff("senior-examiner"), id));
    expect(shown.statement).toMatchObject({ choice: "should-count", why: "I saw the learner write it" });
    expect(JSON.stringify(shown)).not.toContain(candidate.name);
    expect(JSON.stringify(shown)).not.toContain(invigilator.name);
    expect(/"(correct|mapping|scheme|processing|worked)":/.test(JSON.stringify(shown))).toBe(false);
  });
});

describe("a decision changes what is marked", () => {
  test("a rule marks the chosen answer at once, and a further decision brings the earlier mark back", async () => {
    const { id, auto } = await twoAnswers(exam);
    const awarder = await exam.make.staff("awarder");
    const { number } = auto;
    const position = await setAsideAt(awarder, id, number);
    expect(await markOf(id, number)).toBe(0);
    expect(await decide(awarder, id, [{ number, position }])).toEqual({ ok: true, decided: 1 });
    expect(await markOf(id, number)).toBe(auto.item.maxMark);
    expect(await decide(awarder, id, [{ number, position }])).toEqual({ ok: true, decided: 0 });
    expect(await decide(awarder, id, [{ number, position: null }])).toEqual({ ok: true, decided: 1 });
    expect(await markOf(id, number)).toBe(0);
    await sure(decide(awarder, id, [{ number, position }]));
    expect(await markOf(id, number)).toBe(auto.item.maxMark);
    const kept = await exam.database.prisma.answerRuling.findMany({
      where: { attemptId: id },
      orderBy: { version: "asc" },
    });
    expect(kept.map((one) => one.position)).toEqual([position, null, position]);
    expect(await exam.database.prisma.response.count({ where: { attemptId: id, number } })).toBe(2);
  });

  test("what an examiner had marked is marked again, and both marks are kept", async () => {
    const { id, open } = await twoAnswers(exam);
    const senior = await exam.make.staff("senior-examiner");
    const { number } = open;
    await markEverything(exam, id, 0);
    expect(await markOf(id, number)).toBe(0);
    const position = await setAsideAt(senior, id, number);
    await sure(decide(senior, id, [{ number, position }]));
    expect(await markOf(id, number)).toBeNull();
    await markEverything(exam, id, open.item.maxMark);
    expect(await markOf(id, number)).toBe(open.item.maxMark);
    await sure(decide(senior, id, [{ number, position: null }]));
    expect(await markOf(id, number)).toBe(0);
  });

  test("an examiner is not given an answer that another has taken the place of", async () => {
    const { id, open } = await twoAnswers(exam);
    const senior = await exam.make.staff("senior-examiner");
    const { number, itemVersionId } = open;
    const position = await setAsideAt(senior, id, number);
    await sure(decide(senior, id, [{ number, position }]));
    const examiner = await exam.make.staff("examiner");
    const given = new Set<string>();
    for (let more = true; more; ) {
      const { responses } = await sure(exam.commands.marking.take(examiner, { item: itemVersionId, count: 5 }));
      for (const { task } of responses) given.add(task);
      await exam.database.prisma.markingTask.updateMany({
        where: { id: { in: responses.map(({ task }) => task) } },
        data: { state: "done" },
      });
      more = responses.length > 0;
    }
    const tasks = await exam.database.prisma.markingTask.findMany({
      where: { response: { attemptId: id, number } },
      include: { response: true },
    });
    expect(tasks.map(({ id: task, response }) => [response.position, given.has(task)]).sort()).toEqual(
      [
        [null, false],
        [position, true],
      ].sort(),
    );
  });

  test("what came after the end counts too, once somebody has decided that it does", async () => {
    const { id, auto, newLease, save, invigilator } = await twoAnswers(exam);
    const awarder = await exam.make.staff("awarder");
    await save(newLease, [answerTo(auto, auto.full, { seq: 3, left: minutes(60) })]);
    const lateOf = async () => {
      const { questions } = await sure(page(awarder, id));
      const question = questions.find(({ number }) => number === auto.number);
      return { late: question?.aside.find(({ from }) => from === "late"), proposed: question?.proposed };
    };
    const before = await lateOf();
    expect(before.proposed).toBeNull();
    await sure(
      exam.commands.attempts.speakOnAside(invigilator, { attempt: id, choice: "should-count", why: "I saw it" }),
    );
    const { late, proposed } = await lateOf();
    expect(proposed).toBe(late?.position);
    await sure(decide(awarder, id, [{ number: auto.number, position: late?.position ?? -1 }]));
    expect(await markOf(id, auto.number)).toBe(auto.item.maxMark);
  });

  test("with the reason, who and when; and the audit line names no centre", async () => {
    const { id, auto } = await twoAnswers(exam);
    const awarder = await exam.make.staff("awarder");
    const position = await setAsideAt(awarder, id, auto.number);
    expect(await decide(awarder, id, [{ number: auto.number, position }], { why: "so" })).toMatchObject({
      refusal: "badly-formed",
    });
    await sure(decide(awarder, id, [{ number: auto.number, position }]));
    const { questions } = await sure(page(awarder, id));
    expect(questions.find(({ number }) => number === auto.number)?.ruling).toMatchObject({
      position,
      why,
      by: awarder.name,
      at: exam.clock.now(),
    });
    const line = await exam.database.prisma.auditLine.findFirstOrThrow({
      where: { attemptId: id, action: "decide what is marked" },
    });
    expect([line.centreId, line.sittingId, line.why]).toEqual([null, null, why]);
  });

  test("not by who has not seen all of it, nor for an answer that is none", async () => {
    const { id, auto, open, oldLease, save } = await twoAnswers(exam);
    const awarder = await exam.make.staff("awarder");
    const { seen } = await sure(page(awarder, id));
    await save(oldLease, [answerTo(auto, auto.none, { seq: 3, left: minutes(66) })]);
    expect(await decide(awarder, id, [], { seen })).toMatchObject({ refusal: "changed-since" });
    for (const choice of [
      { number: auto.number, position: 0 },
      { number: 999, position: null },
    ])
      expect(await decide(awarder, id, [choice])).toMatchObject({ refusal: "badly-formed" });
    const position = await setAsideAt(awarder, id, open.number);
    const both = [position, null].map((chosen) => ({ number: open.number, position: chosen }));
    expect(await decide(awarder, id, both)).toMatchObject({ refusal: "badly-formed" });
  });
});

describe("the result", () => {
  test("waits for the decision, follows it, and after the release only an appeal changes what is marked", async () => {
    const own = await examDatabase();
    try {
      const { id, auto, open, formId, newLease, save } = await twoAnswers(own);
      const awarder = await own.make.staff("awarder");
      await markEverything(own, id, 0);
      const boundaries = { form: formId, pass: 24, merit: 35, distinction: 46, why: "Agreed at the meeting" };
      await sure(own.commands.awarding.setBoundaries(awarder, boundaries));
      const release = () => own.commands.awarding.releaseResults(awarder, { form: formId, expect: 1 });
      expect(await release()).toMatchObject({ refusal: "nothing-to-release" });
      const stages = async () => (await sure(own.views.awarding.form(awarder, { form: formId }))).stages;
      expect(await stages()).toMatchObject({ marking: 1, graded: 0 });

      const { questions, seen } = await sure(own.views.marking.asideTest(awarder, { attempt: id }));
      const choices = questions.map(({ number, aside }) => ({
        number,
        position: number === auto.number ? (aside[0]?.position ?? null) : null,
      }));
      await sure(own.commands.marking.decideOnAside(awarder, { attempt: id, seen, choices, why }));
      expect(choices.map(({ number }) => number).sort()).toEqual([auto.number, open.number].sort());
      expect(await stages()).toMatchObject({ marking: 0, graded: 1 });
      expect(await release()).toEqual({ ok: true, released: 1 });
      const result = await own.database.prisma.result.findFirstOrThrow({ where: { attemptId: id } });
      expect(result.raw).toBe(auto.item.maxMark);

      await save(newLease, [answerTo(open, open.full, { seq: 9, left: minutes(50) })]);
      const after = await sure(own.views.marking.asideTest(awarder, { attempt: id }));
      expect(after.isReleased).toBe(true);
      const again = { attempt: id, seen: after.seen, choices: [{ number: auto.number, position: null }], why };
      expect(await own.commands.marking.decideOnAside(awarder, again)).toMatchObject({ refusal: "result-released" });
      expect(await stages()).toMatchObject({ issued: 1 });
      const { waiting } = await sure(own.views.marking.asideList(awarder, {}));
      expect(waiting).toEqual([]);
    } finally {
      await own.close();
    }
  });
});

describe("whatever is decided", () => {
  test("no entry is removed, every chain holds, and the latest decision about each question is what is marked", async () => {
    const { id, auto, open } = await twoAnswers(exam);
    const awarder = await exam.make.staff("awarder");
    const places = new Map<number, number>();
    for (const { number } of [auto, open]) places.set(number, await setAsideAt(awarder, id, number));
    const journal = () =>
      exam.database.prisma.journalEntry.findMany({ where: { attemptId: id }, orderBy: { position: "asc" } });
    const before = await journal();
    const last = new Map<number, number | null>();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ question: fc.constantFrom(auto, open), take: fc.boolean() }), { maxLength: 5 }),
        async (decisions) => {
          for (const { question, take } of decisions) {
            const position = take ? (places.get(question.number) ?? null) : null;
            await sure(decide(awarder, id, [{ number: question.number, position }]));
            last.set(question.number, position);
          }
          for (const [number, position] of last) {
            const where = { attemptId: id, number, counts: true };
            const [marked, ...others] = await exam.database.prisma.response.findMany({ where });
            expect([marked?.position, others]).toEqual([position, []]);
          }
          expect(await journal()).toEqual(before);
          expect(await faultsOf(id)).toEqual([]);
        },
      ),
      { numRuns: 8 },
    );
  });

  test("two who decide at the same moment decide one after the other", async () => {
    const { id, auto } = await twoAnswers(exam);
    const [ada, sunita] = [await exam.make.staff("awarder"), await exam.make.staff("senior-examiner")];
    const { number } = auto;
    const position = await setAsideAt(ada, id, number);
    await Promise.all([decide(ada, id, [{ number, position }]), decide(sunita, id, [{ number, position: null }])]);
    const rulings = await exam.database.prisma.answerRuling.findMany({
      where: { attemptId: id },
      orderBy: { version: "asc" },
    });
    const marked = await exam.database.prisma.response.findFirstOrThrow({
      where: { attemptId: id, number, counts: true },
    });
    expect(rulings.at(-1)?.position).toBe(marked.position);
    expect(await faultsOf(id)).toEqual([]);
  });

  test.each<[string, string, { part: string; what: string }]>([
    [
      "the reason",
      `UPDATE answer_rulings SET why = 'another' WHERE "attemptId" = $1`,
      { part: "ruling", what: "altered" },
    ],
    [
      "who decided",
      `UPDATE answer_rulings SET "byName" = 'Nobody' WHERE "attemptId" = $1`,
      { part: "ruling", what: "altered" },
    ],
    [
      "which answer was chosen",
      `UPDATE answer_rulings SET position = NULL WHERE "attemptId" = $1`,
      { part: "ruling", what: "altered" },
    ],
    [
      "a decision taken away",
      `DELETE FROM answer_rulings WHERE "attemptId" = $1`,
      { part: "response", what: "fold-differs" },
    ],
    [
      "which answer is marked",
      `UPDATE responses SET counts = NOT counts WHERE "attemptId" = $1 AND position IS NOT NULL`,
      { part: "response", what: "fold-differs" },
    ],
    [
      "what the marked answer says",
      `UPDATE responses SET value = '{}' WHERE "attemptId" = $1 AND position IS NOT NULL`,
      { part: "response", what: "fold-differs" },
    ],
  ])("%s, changed in the database, is found and named", async (_what, sql, fault) => {
    const { id, auto } = await twoAnswers(exam);
    const awarder = await exam.make.staff("awarder");
    const position = await setAsideAt(awarder, id, auto.number);
    await sure(decide(awarder, id, [{ number: auto.number, position }]));
    expect(await faultsOf(id)).toEqual([]);
    await tamper(exam, sql, [id]);
    expect(await faultsOf(id)).toContainEqual({ ...fault, position: auto.number });
  });

  test("the database itself refuses to change or remove a decision", async () => {
    const { id, auto } = await twoAnswers(exam);
    const awarder = await exam.make.staff("awarder");
    const position = await setAsideAt(awarder, id, auto.number);
    await sure(decide(awarder, id, [{ number: auto.number, position }]));
    for (const forbidden of [
      "UPDATE answer_rulings SET why = ''",
      "DELETE FROM answer_rulings",
      "TRUNCATE answer_rulings",
    ])
      await expect(exam.database.pool.query(forbidden)).rejects.toThrow(/append-only/);
  });
});
