import { useId, useRef } from "react";
import { Button } from "../../components/button.tsx";
import type { Associable } from "../../exam/item/body.ts";
import type { Pictures } from "./interaction-props.ts";
import { optionLook, tickLook } from "./option-look.ts";
import { plainText } from "./plain-text.ts";
import { RichText } from "./rich-text.tsx";

type Props = {
  readonly name: string;
  readonly source: Associable;
  readonly targets: readonly Associable[];
  readonly chosen: readonly string[];
  readonly pictures: Pictures;
  /** Used up by other rows. */
  readonly isTaken: (target: string) => boolean;
  readonly onPair: (target: string) => void;
  /** Without a target, all of the row. */
  readonly onUnpair: (target?: string) => void;
};

/** More or longer ones than these, repeated on every line, are harder to take in than a list box. */
const mostInSight = { targets: 6, letters: 130 };

const manyOrLong = (targets: readonly Associable[]) =>
  targets.length > mostInSight.targets ||
  targets.reduce((letters, target) => letters + plainText(target.content).length, 0) > mostInSight.letters;

/** One thing and what goes with it. */
export function MatchRow(props: Props) {
  const { source, targets, chosen, pictures, onUnpair } = props;
  const id = useId();
  const row = useRef<HTMLDivElement>(null);
  const single = source.matchMax === 1;
  const list = single && manyOrLong(targets);
  const clear = () => {
    onUnpair();
    row.current?.querySelector("input")?.focus();
  };
  return (
    <div
      ref={row}
      className="grid items-center gap-x-4 gap-y-2 rounded-md border border-line bg-surface px-3.5 py-2 @2xl:grid-cols-[minmax(10rem,1fr)_2.2fr]"
    >
      <div className="flex items-center justify-between gap-2">
        <div id={id} className="min-w-0 font-bold">
          <RichText body={source.content} pictures={pictures} />
        </div>
        {single && !list && (
          <Button
            size="small"
            variant="plain"
            aria-describedby={id}
            onClick={clear}
            // It keeps its room, so that nothing jumps when a line is answered.
            className={chosen.length > 0 ? "" : "invisible"}
          >
            Clear
          </Button>
        )}
      </div>
      {list ? <List {...props} id={id} /> : <Buttons {...props} id={id} single={single} />}
    </div>
  );
}

type ControlProps = Props & { readonly id: string };

function List({ id, targets, chosen, isTaken, onPair, onUnpair }: ControlProps) {
  return (
    <select
      aria-labelledby={id}
      value={chosen[0] ?? ""}
      onChange={({ currentTarget: { value } }) => (value === "" ? onUnpair() : onPair(value))}
      className="control"
    >
      <option value="">Choose…</option>
      {/* The arrow keys step over what cannot be chosen, instead of stopping at it. */}
      {targets.map((target) => (
        <option key={target.id} value={target.id} disabled={isTaken(target.id)}>
          {isTaken(target.id) ? `${plainText(target.content)} (used)` : plainText(target.content)}
        </option>
      ))}
    </select>
  );
}

function Buttons(props: ControlProps & { readonly single: boolean }) {
  const { id, name, single, targets, chosen, pictures, onPair, onUnpair } = props;
  return (
    <fieldset aria-labelledby={id} className="flex min-w-0 flex-wrap items-center gap-2">
      {targets.map((target) => {
        const here = chosen.includes(target.id);
        return (
          <label key={target.id} className={`${optionLook(here)} gap-2! px-2.5! py-1!`}>
            <input
              type={single ? "radio" : "checkbox"}
              name={name}
              value={target.id}
              checked={here}
              onChange={() => (here && !single ? onUnpair(target.id) : onPair(target.id))}
              className={tickLook}
            />
            <span className="min-w-0">
              <RichText body={target.content} pictures={pictures} />
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
