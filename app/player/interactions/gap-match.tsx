import { type DragEvent, useMemo } from "react";
import { classNames } from "../../components/class-names.ts";
import { TickIcon } from "../../components/icons.tsx";
import type { Body } from "../../exam/item/body.ts";
import { ClearButton, InteractionFrame } from "./interaction-frame.tsx";
import type { InteractionProps } from "./interaction-props.ts";
import { asValue, pairsOf, without, withPair } from "./pairs.ts";
import { plainText } from "./plain-text.ts";
import { useRefusal } from "./refusal.tsx";
import { RichText } from "./rich-text.tsx";

/** Only what is dragged from the list of words above fits into a gap. */
const dragType = "application/x-examhall-gap-text";

const gapsIn = (body: Body): readonly string[] =>
  body.flatMap((node) => (node.kind === "gap" ? [node.id] : node.kind === "element" ? gapsIn(node.children) : []));

/** Words to put into gaps: a list box in each gap, and the words above it can be dragged there too. */
export function GapMatch(props: InteractionProps<"gap-match">) {
  const { interaction, value, give, disabled, seed, shuffle, pictures } = props;
  const { words, refuse, settle } = useRefusal();
  const texts = useMemo(
    () => (interaction.shuffle ? shuffle(interaction.texts, seed) : interaction.texts),
    [interaction, shuffle, seed],
  );
  const gaps = useMemo(() => gapsIn(interaction.content), [interaction]);
  const pairs = pairsOf(value);
  const say = (id: string) => plainText(texts.find((text) => text.id === id)?.content ?? []);
  const most = (id: string) => texts.find((text) => text.id === id)?.matchMax ?? 1;
  const usedUp = (id: string) => most(id) > 0 && pairs.filter(([text]) => text === id).length >= most(id);
  const inGap = (gap: string) => pairs.find(([, to]) => to === gap)?.[0] ?? "";

  const fill = (gap: string, text: string) => {
    const others = without(pairs, ([, to]) => to === gap);
    if (text === "") {
      settle();
      return give(asValue(others));
    }
    const paired = withPair(others, [text, gap], { most, inAll: 0 });
    if (paired.ok) {
      settle();
      give(asValue(paired.pairs));
    } else if (paired.refusal === "used-up")
      refuse(`“${say(text)}” is in gap ${gaps.indexOf(paired.by[1]) + 1} already. Empty that gap first.`);
  };
  const dropInto = (gap: string) => ({
    onDragOver: (event: DragEvent) => {
      if (event.dataTransfer.types.includes(dragType)) event.preventDefault();
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      const text = event.dataTransfer.getData(dragType);
      if (!disabled && texts.some((one) => one.id === text)) fill(gap, text);
    },
  });

  return (
    <InteractionFrame
      {...props}
      prompt={interaction.prompt}
      instructions="Choose the words for each gap. You can also drag them there."
      refused={words}
      below={<ClearButton given={pairs.length > 0} onClear={() => give([])} />}
    >
      <ul aria-label="Words to choose from" className="flex list-none flex-wrap gap-2 ps-0!">
        {texts.map((text) => (
          <li
            key={text.id}
            draggable={!disabled}
            onDragStart={(event) => event.dataTransfer.setData(dragType, text.id)}
            className={classNames(
              "mt-0! rounded-md border-[1.5px] px-2.5 py-1",
              usedUp(text.id)
                ? "border-dashed border-line-strong bg-sunken text-ink-soft"
                : "border-line-strong bg-surface",
              !disabled && "cursor-grab",
            )}
          >
            <RichText body={text.content} pictures={pictures} />
            {usedUp(text.id) && <TickIcon label="used" className="ms-1" />}
          </li>
        ))}
      </ul>
      <div className="prose leading-loose">
        <RichText
          body={interaction.content}
          pictures={pictures}
          parts={{
            gap: (gap) => (
              <span {...dropInto(gap)}>
                <select
                  aria-label={`Gap ${gaps.indexOf(gap) + 1}`}
                  value={inGap(gap)}
                  onChange={(event) => fill(gap, event.currentTarget.value)}
                  className="control inline-block! mx-1 w-auto! max-w-full py-1! align-baseline"
                >
                  <option value="">{gaps.indexOf(gap) + 1}…</option>
                  {texts.map((text) => {
                    // The arrow keys step over what cannot be chosen, instead of stopping at it.
                    const taken = usedUp(text.id) && inGap(gap) !== text.id;
                    return (
                      <option key={text.id} value={text.id} disabled={taken}>
                        {taken ? `${say(text.id)} (used)` : say(text.id)}
                      </option>
                    );
                  })}
                </select>
              </span>
            ),
          }}
        />
      </div>
    </InteractionFrame>
  );
}
