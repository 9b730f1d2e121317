import { clockWords } from "../../components/clock-words.ts";
import { DescriptionList } from "../../components/description-list.tsx";
import { Notice } from "../../components/notice.tsx";
import { Panel } from "../../components/panel.tsx";
import type { LearnerForm } from "../../exam/item/learner-item.ts";
import type { Desk } from "../../exam/proof/film.ts";
import type { Scene, Showing } from "../../exam/proof/replay.ts";
import { momentInLondon } from "../london-time.ts";
import { answerWords, causeWords, lookWords, questionName, standingWords } from "./happening-words.ts";

type Props = {
  readonly scene: Scene;
  readonly form: LearnerForm;
  readonly versions: Readonly<Record<string, number>>;
  readonly desks: readonly Desk[];
};

/** What cannot be seen on the learner's screen, at the same moment. */
export function MomentPanel({ scene, form, versions, desks }: Props) {
  const { item, look, desk, told } = scene;
  const machine = desks.find(({ id }) => id === desk?.id)?.machine;
  return (
    <Panel title={momentInLondon(scene.at)}>
      <div className="grid gap-4">
        <DescriptionList
          layout="columns"
          items={[
            { term: "State", detail: stateWords(scene) },
            {
              term: "Question",
              detail:
                item === null
                  ? "None yet"
                  : `${capital(questionName(item, form))} (${item}, version ${versions[item] ?? "unknown"})`,
            },
            { term: "Time left", detail: `${clockWords(scene.left)} of ${clockWords(scene.allowance)}` },
            { term: "Connection", detail: connectionWords(scene) },
            { term: "Entries made", detail: `${scene.made}, of which ${scene.stored} stored` },
            {
              term: "Computer",
              detail: desk === null ? "None yet" : `${desk.number} of ${desks.length} (${machine?.slice(0, 8)})`,
            },
            { term: "Screen", detail: look === null ? "Not written down" : capital(lookWords(look)) },
            { term: "Announced so far", detail: told.at(-1)?.text ?? "Nothing" },
          ]}
        />
        <Uncounted scene={scene} form={form} />
      </div>
    </Panel>
  );
}

/** What stood on a screen by then and never counted. */
function Uncounted({ scene: { uncounted }, form }: Pick<Props, "scene" | "form">) {
  const answers = uncounted.flatMap(({ entry, standing, position }) =>
    entry.kind === "answer" && standing !== "counted" ? [{ entry, standing, position }] : [],
  );
  if (answers.length === 0) return null;
  return (
    <Notice tone="warn" title="Answers that did not count">
      <ul className="grid gap-1">
        {answers.map(({ entry, standing, position }) => (
          <li key={position}>
            {capital(questionName(entry.item, form))}, “{answerWords(entry.item, entry.response, form)}”:{" "}
            {standingWords[standing]}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

const showingWords: Record<Exclude<Showing, "stopped">, string> = {
  waiting: "Waiting for the start",
  question: "Working",
  review: "Looking through the answers",
  "handing-in": "Time is up, handing in",
  ended: "Ended",
  void: "Void",
};

const stateWords = ({ showing, stopped }: Scene) =>
  showing === "stopped"
    ? `Clock stopped for ${causeWords[stopped ?? "pause"]}, questions out of sight`
    : showingWords[showing];

function connectionWords({ connected, waiting }: Scene) {
  const unsaved = waiting.length === 0 ? "everything stored" : `${waiting.length} not stored yet`;
  return `${connected ? "Within reach" : "Out of reach"}, ${unsaved}`;
}

export const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
