import { useMemo } from "react";
import type { Body, Interaction } from "../../exam/item/body.ts";
import type { ItemResponse, ResponseId, Value } from "../../exam/item/response.ts";
import { Associate } from "./associate.tsx";
import { Choice } from "./choice.tsx";
import { ExtendedText } from "./extended-text.tsx";
import { GapMatch } from "./gap-match.tsx";
import { Hotspot } from "./hotspot.tsx";
import { Hottext } from "./hottext.tsx";
import { InlineChoice } from "./inline-choice.tsx";
import type { Pictures, Shuffle } from "./interaction-props.ts";
import { Match } from "./match.tsx";
import { Media } from "./media.tsx";
import { GraphicAssociate, GraphicGapMatch, GraphicOrder } from "./on-picture.tsx";
import { Order } from "./order.tsx";
import { type Parts, RichText } from "./rich-text.tsx";
import { sealedCopy } from "./sealed-clipboard.ts";
import { SelectPoint } from "./select-point.tsx";
import { Slider } from "./slider.tsx";
import { TextEntry } from "./text-entry.tsx";

type Props = {
  readonly body: Body;
  readonly response: ItemResponse;
  readonly onChange: (response: ResponseId, value: Value) => void;
  readonly disabled?: boolean;
  /** Decides the order of shuffled choices; the same for one attempt at one item. */
  readonly seed: string;
  readonly shuffle: Shuffle;
  readonly pictures: Pictures;
  /** The id of the item's heading, for interactions that have no prompt of their own. */
  readonly labelledBy?: string;
};

const nothing: Value = [];

/** An item as a learner works on it. It holds no response: it shows the one it is given and reports each change. */
export function ItemBody({ body, response, onChange, disabled = false, seed, shuffle, pictures, labelledBy }: Props) {
  const parts = useMemo<Parts>(
    () => ({
      interaction: (interaction) =>
        control(interaction, {
          value: response[interaction.response] ?? nothing,
          give: (value) => onChange(interaction.response, value),
          seed: `${seed} ${interaction.response}`,
          disabled,
          shuffle,
          pictures,
          labelledBy,
        }),
    }),
    [response, onChange, disabled, seed, shuffle, pictures, labelledBy],
  );
  return (
    <div className="prose" {...sealedCopy}>
      <RichText body={body} pictures={pictures} parts={parts} />
    </div>
  );
}

type Rest = Omit<Parameters<typeof Choice>[0], "interaction">;

function control(interaction: Interaction, rest: Rest) {
  switch (interaction.type) {
    case "choice":
      return <Choice interaction={interaction} {...rest} />;
    case "text-entry":
      return <TextEntry interaction={interaction} {...rest} />;
    case "extended-text":
      return <ExtendedText interaction={interaction} {...rest} />;
    case "inline-choice":
      return <InlineChoice interaction={interaction} {...rest} />;
    case "match":
      return <Match interaction={interaction} {...rest} />;
    case "associate":
      return <Associate interaction={interaction} {...rest} />;
    case "order":
      return <Order interaction={interaction} {...rest} />;
    case "gap-match":
      return <GapMatch interaction={interaction} {...rest} />;
    case "hottext":
      return <Hottext interaction={interaction} {...rest} />;
    case "hotspot":
      return <Hotspot interaction={interaction} {...rest} />;
    case "media":
      return <Media interaction={interaction} {...rest} />;
    case "slider":
      return <Slider interaction={interaction} {...rest} />;
    case "select-point":
      return <SelectPoint interaction={interaction} {...rest} />;
    case "graphic-order":
      return <GraphicOrder interaction={interaction} {...rest} />;
    case "graphic-associate":
      return <GraphicAssociate interaction={interaction} {...rest} />;
    case "graphic-gap-match":
      return <GraphicGapMatch interaction={interaction} {...rest} />;
  }
}
