import { useId, useMemo } from "react";
import type { Choice as ChoiceOption } from "../../exam/item/body.ts";
import { ClearButton, InteractionFrame } from "./interaction-frame.tsx";
import type { InteractionProps } from "./interaction-props.ts";
import { fullWords, limitWords } from "./limit-words.ts";
import { optionLook, tickLook } from "./option-look.ts";
import { useRefusal } from "./refusal.tsx";
import { RichText } from "./rich-text.tsx";

/** One or several of a list: radio buttons or check boxes. */
export function Choice(props: InteractionProps<"choice">) {
  const { interaction, value, give, seed, shuffle, pictures } = props;
  const { minChoices, maxChoices } = interaction;
  const name = useId();
  const { words, refuse, settle } = useRefusal();
  const choices = useMemo(
    () => (interaction.shuffle ? shuffle(interaction.choices, seed) : interaction.choices),
    [interaction, shuffle, seed],
  );
  const single = maxChoices === 1;

  const toggle = ({ id }: ChoiceOption) => {
    if (single) return give([id]);
    if (value.includes(id)) give(value.filter((one) => one !== id));
    else if (maxChoices > 0 && value.length >= maxChoices) return refuse(fullWords(maxChoices));
    else give([...value, id]);
    settle();
  };

  return (
    <InteractionFrame
      {...props}
      prompt={interaction.prompt}
      instructions={limitWords({ min: minChoices, max: maxChoices })}
      refused={words}
      below={single && <ClearButton given={value.length > 0} onClear={() => give([])} />}
    >
      <div className="grid gap-2 measure">
        {choices.map((choice) => {
          const chosen = value.includes(choice.id);
          return (
            <label key={choice.id} className={optionLook(chosen)}>
              <input
                type={single ? "radio" : "checkbox"}
                name={name}
                value={choice.id}
                checked={chosen}
                onChange={() => toggle(choice)}
                className={tickLook}
              />
              <span className="prose min-w-0">
                <RichText body={choice.content} pictures={pictures} />
              </span>
            </label>
          );
        })}
      </div>
    </InteractionFrame>
  );
}
