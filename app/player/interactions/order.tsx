import { useLayoutEffect, useMemo, useRef } from "react";
import { useAnnounce } from "../../components/announcer.tsx";
import { Button } from "../../components/button.tsx";
import { classNames } from "../../components/class-names.ts";
import { DownIcon, GripIcon, UpIcon } from "../../components/icons.tsx";
import type { Choice } from "../../exam/item/body.ts";
import { InteractionFrame } from "./interaction-frame.tsx";
import type { InteractionProps } from "./interaction-props.ts";
import { numberWord } from "./limit-words.ts";
import { moved } from "./moved.ts";
import { plainText } from "./plain-text.ts";
import { RichText } from "./rich-text.tsx";
import { useDragOrder } from "./use-drag-order.ts";

/**
 * Things to put in order. The order on the screen is a response only once the learner moved something or said to keep
 * it, because the order it begins with is chance.
 */
export function Order(props: InteractionProps<"order">) {
  const { interaction, value, give, disabled, seed, shuffle, pictures } = props;
  const announce = useAnnounce();
  const start = useMemo(() => {
    const choices = interaction.shuffle ? shuffle(interaction.choices, seed) : interaction.choices;
    return choices.map((choice) => choice.id);
  }, [interaction, shuffle, seed]);
  const given = value.length > 0;
  const known = value.filter((id) => start.includes(id));
  const { order, dragged, grip, row } = useDragOrder({
    order: given ? [...known, ...start.filter((id) => !known.includes(id))] : start,
    disabled,
    onDrop: (next, id) => settle(next, id),
  });
  const focus = useFocusAfterMove();

  const choiceOf = (id: string): Choice | undefined => interaction.choices.find((choice) => choice.id === id);
  const counting = (next: readonly string[]) => next.slice(0, interaction.maxChoices ?? next.length);
  const settle = (next: readonly string[], id: string) => {
    give(counting(next));
    announce(`${plainText(choiceOf(id)?.content ?? [])}: now ${next.indexOf(id) + 1} of ${next.length}`);
  };
  const move = (id: string, step: -1 | 1) => {
    const at = order.indexOf(id);
    const to = at + step;
    if (to < 0 || to >= order.length) return announce(step < 0 ? "It is the first already" : "It is the last already");
    focus.keep(id, step);
    settle(moved(order, at, to), id);
  };
  const keepOrClear = () => {
    give(given ? [] : counting(order));
    announce(given ? "Answer cleared. The list is as it was at the start." : "This order is your answer");
  };

  return (
    <InteractionFrame
      {...props}
      prompt={interaction.prompt}
      instructions={`Put the list in order, the first at the top. ${countingWords(interaction.maxChoices)}Use the arrow buttons, or drag by the dots.`}
      below={
        <>
          <Button size="small" variant="quiet" onClick={keepOrClear}>
            {given ? "Clear answer" : "Keep this order"}
          </Button>
          {!given && <p className="text-sm text-ink-soft">Not answered yet</p>}
        </>
      }
    >
      <ol ref={focus.list} className="grid list-none grid-cols-[minmax(0,1fr)] gap-1.5 ps-0! measure">
        {order.map((id, at) => {
          const choice = choiceOf(id);
          if (!choice) return null;
          const words = plainText(choice.content);
          return (
            <li
              key={id}
              {...row(id)}
              className={classNames(
                "mt-0! flex items-center gap-2.5 rounded-md border-[1.5px] py-1 ps-1 pe-1.5",
                given ? "border-accent" : "border-dashed border-line-strong",
                dragged === id ? "bg-accent-soft shadow-raised" : "bg-surface",
              )}
            >
              {!disabled && (
                <span
                  {...grip(id)}
                  className="cursor-grab touch-none px-1.5 @max-[14rem]:hidden py-2 text-lg text-ink-soft active:cursor-grabbing"
                >
                  <GripIcon />
                </span>
              )}
              <span className="min-w-[1.5ch] font-bold tabular text-ink-soft">{at + 1}</span>
              <span className="min-w-0 flex-1 wrap-anywhere">
                <RichText body={choice.content} pictures={pictures} />
              </span>
              <span className="flex gap-1.5 @max-md:flex-col">
                {([-1, 1] as const).map((step) => (
                  <Button
                    key={step}
                    size="small"
                    variant="quiet"
                    data-move={`${id} ${step}`}
                    aria-disabled={step < 0 ? at === 0 : at === order.length - 1}
                    aria-label={`Move ${step < 0 ? "up" : "down"}: ${words}`}
                    onClick={() => move(id, step)}
                    className="size-10 px-0!"
                  >
                    {step < 0 ? <UpIcon /> : <DownIcon />}
                  </Button>
                ))}
              </span>
            </li>
          );
        })}
      </ol>
    </InteractionFrame>
  );
}

const countingWords = (count: number | undefined) => {
  if (count === undefined) return "";
  return count === 1 ? "Only the first one counts. " : `Only the first ${numberWord(count)} count. `;
};

/** A browser lets go of the focus when an element changes its place, so it is put back on the button that was pressed. */
function useFocusAfterMove() {
  const list = useRef<HTMLOListElement>(null);
  const pressed = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (pressed.current === null) return;
    const wanted = pressed.current;
    pressed.current = null;
    for (const button of list.current?.querySelectorAll<HTMLElement>("[data-move]") ?? [])
      if (button.dataset.move === wanted) button.focus();
  });
  return {
    list,
    keep: (id: string, step: number) => {
      pressed.current = `${id} ${step}`;
    },
  };
}
