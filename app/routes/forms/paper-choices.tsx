import { shuffled } from "../../exam/form/shuffle.ts";
import type { Body, Interaction } from "../../exam/item/body.ts";
import { interactionsOf } from "../../exam/item/content.ts";
import type { Pictures } from "../../player/interactions/interaction-props.ts";
import { RichText } from "../../player/interactions/rich-text.tsx";

type Props = { readonly body: Body; readonly seed: string; readonly pictures: Pictures };

/** On paper a list box shows nothing of its list, so what there is to choose from stands below the question. */
export function PaperChoices({ body, seed, pictures }: Props) {
  const lists = interactionsOf(body).flatMap((interaction) => listsOf(interaction, seed));
  return (
    <div className="hidden gap-2 print:grid">
      {lists.map(({ label, choices }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lists of an item never change their order
        <div key={at} className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
          <span className="font-bold">{label}</span>
          {choices.map((choice) => (
            <span key={choice.id}>
              <RichText body={choice.content} pictures={pictures} />
            </span>
          ))}
        </div>
      ))}
    </div>
  );
}

type Choices = readonly { readonly id: string; readonly content: Body; readonly fixed: boolean }[];

/** What the controls hide in list boxes; gap words, regions and rows in view are printed with the control itself. */
function listsOf(interaction: Interaction, seed: string): readonly { label: string; choices: Choices }[] {
  const own = `${seed} ${interaction.response}`;
  switch (interaction.type) {
    case "inline-choice":
      return [
        {
          label: interaction.label === "" ? "Choose from:" : `${interaction.label}:`,
          choices: interaction.shuffle ? shuffled(interaction.choices, own) : interaction.choices,
        },
      ];
    case "associate":
      return [
        {
          label: "Make pairs of:",
          choices: interaction.shuffle ? shuffled(interaction.choices, own) : interaction.choices,
        },
      ];
    case "match":
      return [
        {
          label: "Choose from:",
          choices: interaction.shuffle ? shuffled(interaction.targets, `${own} targets`) : interaction.targets,
        },
      ];
    case "graphic-gap-match":
      return [{ label: "Place:", choices: interaction.texts }];
    default:
      return [];
  }
}
