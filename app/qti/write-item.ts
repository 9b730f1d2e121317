import type { Interaction } from "../exam/item/body.ts";
import { interactionsOf } from "../exam/item/content.ts";
import type { Item, Stimulus } from "../exam/item/item.ts";
import { lawful, withLawfulNames } from "./lawful-names.ts";
import { writeBlocks } from "./write-body.ts";
import { writeOutcome, writeResponse } from "./write-declarations.ts";
import { writeInteraction } from "./write-interaction.ts";
import { writeProcessing } from "./write-processing.ts";
import { writeClassification, writeScheme, writeWorked } from "./write-rubric.ts";
import { block, documentOf, inline } from "./write-xml.ts";

const qti3 = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0";

/** What every file of QTI 3.0.1 opens with. */
export const opening = {
  xmlns: qti3,
  "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
  "xsi:schemaLocation": `${qti3} https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd`,
};

/** The name of a file, without its folder. */
export const fileNameOf = (id: string) => `${id.toLowerCase().replace(/[^\p{L}\p{N}_.-]/gu, "_")}.xml`;

/** An item as QTI 3.0.1, always valid; the same item is always the same bytes, and reading them gives the item again. */
export const writeItem = (given: Item): string => {
  const item = withLawfulNames(given);
  const labels = defaultLabels(item);
  const processing = writeProcessing(item.processing);
  return documentOf(
    block(
      "qti-assessment-item",
      {
        ...opening,
        identifier: item.id,
        title: item.title,
        adaptive: false,
        "time-dependent": false,
        "xml:lang": "en-GB",
      },
      [
        ...item.responses.map(writeResponse),
        ...item.outcomes.map(writeOutcome),
        ...(item.stimulus === null
          ? []
          : [
              inline("qti-assessment-stimulus-ref", {
                identifier: lawful(item.stimulus),
                href: `../stimuli/${fileNameOf(item.stimulus)}`,
              }),
            ]),
        block("qti-item-body", {}, [
          ...writeBlocks(item.body, ({ interaction }) =>
            writeInteraction(interaction, labels.get(interaction) ?? "Answer"),
          ),
          ...writeClassification(item.classification),
          ...(item.scheme === null ? [] : writeScheme(item.scheme)),
          ...writeWorked(item.worked),
        ]),
        ...(processing === null ? [] : [processing]),
      ],
    ),
  );
};

/** What the reader calls a control in running text that has no label of its own. */
const defaultLabels = (item: Item): ReadonlyMap<Interaction, string> => {
  const inText = interactionsOf(item.body).filter(({ type }) => type === "text-entry" || type === "inline-choice");
  return new Map(inText.map((control, index) => [control, inText.length > 1 ? `Answer ${index + 1}` : "Answer"]));
};

export const writeStimulus = (stimulus: Stimulus): string =>
  documentOf(
    block(
      "qti-assessment-stimulus",
      { ...opening, identifier: lawful(stimulus.id), title: stimulus.title, "xml:lang": "en-GB" },
      [block("qti-stimulus-body", {}, writeBlocks(stimulus.body))],
    ),
  );
