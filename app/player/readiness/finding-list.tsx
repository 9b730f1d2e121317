import { Disclosure } from "../../components/disclosure.tsx";
import { toneIcon } from "../../components/status.tsx";
import { type Tone, toneText } from "../../components/tone.ts";
import { type Finding, reasonsIn } from "../../exam/invigilation/readiness/machine-findings.ts";
import type { Found, Verdict } from "../../exam/invigilation/readiness/verdict.ts";

export const verdictTone: Record<Verdict, Tone> = { passed: "good", warned: "warn", failed: "bad" };

const spoken: Record<Verdict, string> = { passed: "Passed:", warned: "Note:", failed: "Failed:" };

type Named = Found & { readonly name?: string };

/** What was found, each with what to do about it. */
export function FoundList({ found, label }: { readonly found: readonly Named[]; readonly label: string }) {
  return (
    <ul aria-label={label} className="grid gap-3">
      {found.map(({ verdict, name, words, advice }) => {
        const Icon = toneIcon[verdictTone[verdict]];
        return (
          <li key={`${name} ${words}`} className="grid grid-cols-[auto_1fr] items-baseline gap-x-2.5">
            <Icon label={spoken[verdict]} className={`self-start mt-1 ${toneText[verdictTone[verdict]]}`} />
            <div className="min-w-0">
              <p>
                {name && <span className="font-bold">{name}: </span>}
                {words}
              </p>
              {advice && <p className="text-ink-soft">{advice}</p>}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** A computer's findings: what is not as it should be first, and everything else for whoever asks. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  const reasons = reasonsIn(findings);
  const good = findings.filter(({ verdict }) => verdict === "passed");
  return (
    <div className="grid gap-4">
      {reasons.length > 0 && <FoundList found={reasons} label="What to put right" />}
      {good.length > 0 && (
        <Disclosure summary={`${good.length} of ${findings.length} points are as they should be`}>
          <FoundList found={good} label="As it should be" />
        </Disclosure>
      )}
    </div>
  );
}
