import { Link } from "../../components/link.tsx";
import { Panel } from "../../components/panel.tsx";
import { Badge } from "../../components/status.tsx";
import type { ComparedLine, ComparedPart, Piece } from "./side-by-side.ts";

type Side = { readonly href: string; readonly name: string; readonly detail: string };
type Props = {
  readonly parts: readonly ComparedPart[];
  /** Also what is the same in both. */
  readonly whole: boolean;
  readonly one: Side;
  readonly other: Side;
};

/** The parts of an item with two texts side by side; where there is no room, one under the other. */
export function ComparedParts({ parts, whole, one, other }: Props) {
  const shown = parts
    .map(({ part, lines }) => ({ part, lines: lines.filter(({ state }) => whole || state !== "same") }))
    .filter(({ lines }) => lines.length > 0);
  return (
    <div className="grid gap-6">
      <div className="hidden gap-4 md:grid md:grid-cols-2">
        <Heading side={one} />
        <Heading side={other} />
      </div>
      {shown.map(({ part, lines }) => (
        <Panel key={part} title={part}>
          <div className="grid gap-5">
            {lines.map((line) => (
              <Line key={line.name} line={line} one={one} other={other} />
            ))}
          </div>
        </Panel>
      ))}
    </div>
  );
}

const Heading = ({ side: { href, name, detail } }: { readonly side: Side }) => (
  <p>
    <Link href={href} className="font-bold first-letter:uppercase">
      {name}
    </Link>{" "}
    <span className="text-sm text-ink-soft">{detail}</span>
  </p>
);

const states: Readonly<Record<ComparedLine["state"], string | null>> = {
  same: null,
  changed: "Changed",
  added: "Added",
  removed: "Removed",
};

function Line({ line, one, other }: { readonly line: ComparedLine } & Pick<Props, "one" | "other">) {
  const state = states[line.state];
  return (
    <section className="grid gap-1.5">
      <h3 className="flex flex-wrap items-baseline gap-2 font-bold">
        {line.name} {state && <Badge tone="info">{state}</Badge>}
      </h3>
      <div className="grid gap-x-4 gap-y-2 md:grid-cols-2">
        <Text line={line} side={one.name} is="one" />
        <Text line={line} side={other.name} is="other" />
      </div>
    </section>
  );
}

type TextProps = { readonly line: ComparedLine; readonly side: string; readonly is: "one" | "other" };

function Text({ line: { pieces, state }, side, is }: TextProps) {
  const absent = state === (is === "one" ? "added" : "removed");
  return (
    <div className="min-w-0 rounded-md border border-line bg-page px-3 py-2">
      <p className="text-xs text-ink-soft md:sr-only">In {side}</p>
      {absent ? (
        <p className="text-ink-soft">Not there</p>
      ) : (
        <p className="whitespace-pre-wrap break-words">
          {pieces
            .filter((piece) => piece.in === "both" || piece.in === is)
            .map((piece, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text have no name, and never move.
              <Words key={at} piece={piece} />
            ))}
        </p>
      )}
    </div>
  );
}

/** Struck through or underlined, and said in words to those who only hear it: colour alone says nothing to many people. */
function Words({ piece: { words, in: where } }: { readonly piece: Piece }) {
  if (where === "both") return words;
  if (where === "one")
    return (
      <del className="rounded-sm bg-bad-soft text-bad decoration-2">
        <span className="sr-only"> [only here, from: </span>
        {words}
        <span className="sr-only"> until here] </span>
      </del>
    );
  return (
    <ins className="rounded-sm bg-good-soft text-good decoration-2 underline-offset-2">
      <span className="sr-only"> [new, from: </span>
      {words}
      <span className="sr-only"> until here] </span>
    </ins>
  );
}
