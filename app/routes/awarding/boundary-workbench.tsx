import { useSearchParams } from "@remix-run/react";
import { useEffect, useMemo, useState } from "react";
import { useAnnounce } from "../../components/announcer.tsx";
import { Panel } from "../../components/panel.tsx";
import { cautions } from "../../exam/awarding/cautions.ts";
import { compareBoundaries, whoGetsWhat } from "../../exam/awarding/compare-boundaries.ts";
import { distribution } from "../../exam/awarding/distribution.ts";
import { gradeNames, grades } from "../../exam/awarding/grade.ts";
import type { AwardingForm } from "../../store/views/awarding-form.ts";
import type { Said } from "../answer.ts";
import { BoundaryFields } from "./boundary-fields.tsx";
import { changed, draftOf, readDraft } from "./draft.ts";
import { DistributionTable } from "./figures.tsx";
import { GradeCountsTable } from "./grade-counts.tsx";
import { MarkChart } from "./mark-chart.tsx";
import { WhoGetsWhat } from "./who-gets-what.tsx";

type Props = { readonly data: AwardingForm; readonly said: Said | null };

/** The distribution with the boundaries on it, the fields that move them, and what moving them would do. */
export function BoundaryWorkbench({ data, said }: Props) {
  const { form, versions, candidates, stages } = data;
  const inForce = versions[0] ?? null;
  const [search] = useSearchParams();
  const [draft, setDraft] = useState(() => ({ ...draftOf(inForce), ...fromAddress(search) }));
  const read = readDraft(draft, form.maxMark);
  const boundaries = read.state === "possible" ? read.boundaries : null;
  const moved = JSON.stringify(draft) !== JSON.stringify(draftOf(inForce));

  const raws = useMemo(() => candidates.map(({ reference, raw }) => ({ candidate: reference, raw })), [candidates]);
  const spread = useMemo(
    () =>
      distribution(
        raws.map(({ raw }) => raw),
        form.maxMark,
      ),
    [raws, form.maxMark],
  );
  const before = inForce && whoGetsWhat(raws, inForce).counts;
  const counts = boundaries && whoGetsWhat(raws, boundaries).counts;
  const effect = boundaries && inForce && moved ? compareBoundaries(inForce, boundaries, raws) : null;

  const warnings = boundaries
    ? cautions({ boundaries, max: form.maxMark, raws: raws.map(({ raw }) => raw), stillMarking: stages.marking })
    : [];

  useSpoken(
    moved && counts
      ? grades
          .toReversed()
          .map((grade) => `${gradeNames[grade]} ${counts[grade]}`)
          .join(", ")
      : null,
  );

  return (
    <div className="@container">
      <div className="grid items-start gap-6 @4xl:grid-cols-[minmax(0,1fr)_23rem]">
        <Panel
          title="Marks"
          lead={
            moved && inForce
              ? "Solid lines: your draft. Broken lines: in force now."
              : "How many candidates have each mark."
          }
        >
          <div className="grid gap-3">
            <MarkChart distribution={spread} boundaries={boundaries} inForce={moved ? inForce : null} />
            <DistributionTable distribution={spread} />
          </div>
        </Panel>
        <Panel
          title="Boundaries"
          lead={`The lowest mark, of ${form.maxMark}, that earns each grade.`}
          className="@4xl:row-span-2"
        >
          <BoundaryFields
            draft={draft}
            read={read}
            max={form.maxMark}
            after={inForce?.version ?? 0}
            onChange={(name, value) => setDraft((now) => changed(now, name, value))}
            onRevert={moved && inForce ? () => setDraft(draftOf(inForce)) : null}
            cautions={warnings}
            effect={
              counts && (
                <GradeCountsTable
                  counts={counts}
                  inForce={effect ? before : null}
                  words={effect ? `${effect.up} would go up, ${effect.down} down.` : null}
                />
              )
            }
            said={said}
          />
        </Panel>
        {boundaries && (
          <WhoGetsWhat
            key={effect ? "moved" : "still"}
            candidates={candidates}
            boundaries={boundaries}
            inForce={effect ? inForce : null}
          />
        )}
      </div>
    </div>
  );
}

/** A draft can be sent to a colleague: `?pass=24&merit=35&distinction=46`. */
const fromAddress = (search: URLSearchParams) =>
  Object.fromEntries(
    (["pass", "merit", "distinction"] as const).flatMap((name) => {
      const value = search.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );

/** Said once typing has come to rest, so that each key pressed is not a sentence. */
function useSpoken(words: string | null) {
  const announce = useAnnounce();
  useEffect(() => {
    if (words === null) return;
    const timer = setTimeout(() => announce(words), 900);
    return () => clearTimeout(timer);
  }, [words, announce]);
}
