import type { ReactNode } from "react";
import { useAnnounce } from "../../components/announcer.tsx";
import { classNames } from "../../components/class-names.ts";
import { TickIcon } from "../../components/icons.tsx";
import type { Body } from "../../exam/item/body.ts";
import { InteractionFrame } from "./interaction-frame.tsx";
import type { InteractionProps } from "./interaction-props.ts";
import { fullWords, limitWords } from "./limit-words.ts";
import { plainText } from "./plain-text.ts";
import { useRefusal } from "./refusal.tsx";
import { RichText } from "./rich-text.tsx";

/** Words to mark in a text. Each is a check box that looks like the words it stands on and breaks across lines with them. */
export function Hottext(props: InteractionProps<"hottext">) {
  const { interaction, value, give, pictures } = props;
  const { minChoices, maxChoices } = interaction;
  const announce = useAnnounce();
  const { words, refuse, settle } = useRefusal();

  const toggle = (id: string, body: Body) => {
    if (value.includes(id)) give(value.filter((one) => one !== id));
    else if (maxChoices === 1) {
      give([id]);
      if (value.length > 0) announce(`“${plainText(body)}” chosen instead`);
    } else if (maxChoices > 0 && value.length >= maxChoices) return refuse(fullWords(maxChoices));
    else give([...value, id]);
    settle();
  };
  const mark = (id: string, shown: ReactNode, body: Body) => {
    const chosen = value.includes(id);
    return (
      <label
        className={classNames(
          "relative rounded-sm border-b-2 box-decoration-clone px-0.5",
          "has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus",
          chosen
            ? "border-highlight-ink bg-highlight font-bold text-highlight-ink"
            : "border-dashed border-accent hover:bg-accent-soft",
        )}
      >
        <input type="checkbox" value={id} checked={chosen} onChange={() => toggle(id, body)} className="sr-only" />
        {chosen && <TickIcon className="me-0.5" />}
        {shown}
      </label>
    );
  };

  return (
    <InteractionFrame
      {...props}
      prompt={interaction.prompt}
      instructions={`${limitWords({ min: minChoices, max: maxChoices })} The words you can choose are underlined.`}
      refused={words}
    >
      <div className="prose leading-loose">
        <RichText body={interaction.content} pictures={pictures} parts={{ hottext: mark }} />
      </div>
    </InteractionFrame>
  );
}
