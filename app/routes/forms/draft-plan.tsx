import { Meter } from "../../components/meter.tsx";
import { Notice } from "../../components/notice.tsx";
import { Panel } from "../../components/panel.tsx";
import { usualOverlap } from "../../exam/form/assembly/assemble.ts";
import { chosenFrom } from "../../exam/form/assembly/candidate.ts";
import { beyond, found as foundOf, type Rule } from "../../exam/form/assembly/rule.ts";
import { bandInWords } from "../../exam/form/assembly/rules.ts";
import type { DraftFound } from "../../store/views/form-draft.ts";
import type { Verdict } from "./judge.ts";

type Props = { readonly found: DraftFound; readonly rules: readonly Rule[]; readonly verdict: Verdict };

/** Whether the draft keeps to its blueprint, and every figure of it. */
export function DraftPlan({ found, rules, verdict }: Props) {
  const { misses, thin } = verdict;
  return (
    <>
      <div aria-live="polite" className="grid gap-4">
        {misses.length === 0 ? (
          <Notice tone="good" title="The blueprint is kept">
            {verdict.figures.marks} marks in {found.plan.blueprint.minutes} minutes. It can be frozen.
          </Notice>
        ) : (
          <Notice tone="warn" title="It cannot be frozen like this">
            <ul className="grid list-disc gap-1 ps-5">
              {misses.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          </Notice>
        )}
        {thin.length > 0 && (
          <Notice title="Much to read for few marks">
            {thin
              .map(
                ({ title, items, least }) =>
                  `${title}: ${items === 1 ? "1 item" : `${items} items`}, ${least} would be better`,
              )
              .join("; ")}
            .
          </Notice>
        )}
      </div>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Panel title="Blueprint">
          <ul className="grid gap-3 sm:grid-cols-2 sm:gap-x-6">
            {rules.filter(isShown).map((rule) => (
              <RuleMeter key={rule.id} rule={rule} found={found} />
            ))}
          </ul>
        </Panel>
        <Overlap found={found} verdict={verdict} />
      </div>
    </>
  );
}

/** Content areas one by one would fill the page; what is untested is said above. */
const isShown = ({ id }: Rule) => !id.startsWith("tested-") && !id.startsWith("facility-") && id !== "words";

function RuleMeter({ rule, found: { pool, items } }: { readonly rule: Rule; readonly found: DraftFound }) {
  const figure = foundOf(rule, chosenFrom(pool, items), pool);
  const { least, most, about } = rule;
  const kept = beyond(rule, figure) === 0;
  const end = Math.max(Number.isFinite(most) ? most : least, figure);
  return (
    <li>
      <Meter
        label={about}
        value={figure}
        max={end}
        tone={kept ? "good" : "warn"}
        words={`${figure} (${bandInWords(least, most)})${kept ? "" : ", missed"}`}
      />
    </li>
  );
}

function Overlap({ found, verdict }: Pick<Props, "found" | "verdict">) {
  const most = found.plan.blueprint.overlap ?? usualOverlap;
  return (
    <Panel title="In common with other forms" lead={`The blueprint allows ${most} % of the marks.`}>
      {verdict.overlap.length === 0 ? (
        <p className="text-ink-soft">There is no other form.</p>
      ) : (
        <ul className="grid gap-3 sm:grid-cols-2 sm:gap-x-6">
          {verdict.overlap.map(({ name, percent }) => (
            <li key={name}>
              <Meter
                label={name}
                value={percent}
                max={100}
                tone={percent > most ? "warn" : "good"}
                words={percent > most ? `${percent} %, too much` : `${percent} %`}
              />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
