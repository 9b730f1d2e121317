import { Notice } from "../../../components/notice.tsx";
import { RadioGroup } from "../../../components/radio-group.tsx";
import { interactionsOf } from "../../../exam/item/content.ts";
import { withWay } from "../../../exam/item/edit/limits.ts";
import { type MarkingWay, wayOf } from "../../../exam/item/edit/marking-way.ts";
import { withMarks } from "../../../exam/item/edit/marks.ts";
import { worthOf } from "../../../exam/item/edit/settle.ts";
import type { Item } from "../../../exam/item/item.ts";
import { inMarks } from "../../bank/item-words.ts";
import { useAuthor } from "../author-context.ts";
import { places, saidAt } from "../fault-places.ts";
import { NumberField } from "../fields/number-field.tsx";
import { NearOrders } from "./near-orders.tsx";
import { Section } from "./section.tsx";
import { Steps } from "./steps.tsx";

/** How the item earns its marks, and how many. */
export function MarksSection() {
  const { item, edit, faults } = useAuthor();
  const way = wayOf(item);
  const options = waysFor(item);
  const derived = way.kind === "each" || way.kind === "steps";
  return (
    <Section
      id={places.marks}
      title={`Marks: ${item.maxMark}`}
      lead={way.kind === "person" ? "An examiner marks it by the mark scheme." : undefined}
      error={saidAt(faults, places.marks)}
    >
      {way.kind === "own" && (
        <Notice tone="info" title="This item is marked by rules of its own">
          They are kept as they are. Choosing one of these ways puts other rules in their place.
        </Notice>
      )}
      {options.length > 1 && (
        <RadioGroup
          legend="Marked"
          name="way"
          value={way.kind === "near-orders" ? "all-or-nothing" : way.kind}
          onChange={(kind) => edit((now) => withWay(now, wayCalled(kind, now)))}
          options={options}
        />
      )}
      {!derived && (
        <NumberField
          label="Marks"
          value={item.maxMark}
          least={1}
          most={100}
          onChange={(marks) => edit((now) => withMarks(now, marks), "marks")}
        />
      )}
      {way.kind === "each" && <p>{inMarks(item.maxMark)}: what the right answers are worth together.</p>}
      {way.kind === "steps" && <Steps steps={way.steps} parts={worthOf(item)} />}
      {isOneOrder(item) && (way.kind === "all-or-nothing" || way.kind === "near-orders") && (
        <NearOrders
          orders={way.kind === "near-orders" ? way.orders : []}
          marks={way.kind === "near-orders" ? way.marks : 1}
        />
      )}
    </Section>
  );
}

const isOneOrder = ({ body }: Item) => {
  const [only, ...more] = interactionsOf(body);
  return only?.type === "order" && more.length === 0;
};

const ways = {
  "all-or-nothing": { label: "All or nothing", hint: "The whole answer must be right." },
  each: { label: "A mark for each right answer", hint: "What is right counts, whatever else is wrong." },
  steps: { label: "By how many are right", hint: "As in: all four for 2 marks, two or three for 1." },
  person: { label: "By an examiner", hint: "With the mark scheme below." },
} as const;

/** Only ways that make sense for what is asked. */
const waysFor = (item: Item) => {
  const types = new Set(interactionsOf(item.body).map(({ type }) => type));
  const option = (kind: keyof typeof ways) => ({ value: kind, ...ways[kind] });
  if (types.has("extended-text")) return [option("person")];
  if (types.has("order") || types.has("graphic-order")) return [option("all-or-nothing")];
  if (types.has("text-entry")) return [option("each"), option("person")];
  if (types.has("select-point")) return [option("each")];
  return [option("all-or-nothing"), option("each"), option("steps")];
};

/** A way begins with what is usual for it. */
const wayCalled = (kind: string, item: Item): MarkingWay => {
  if (kind === "each" || kind === "person" || kind === "all-or-nothing") return { kind };
  const parts = Math.max(
    2,
    worthOf(item) || item.responses.reduce((sum, { correct }) => sum + (correct?.length ?? 0), 0),
  );
  return {
    kind: "steps",
    steps: [
      { parts, marks: 2 },
      { parts: Math.max(1, Math.ceil(parts / 2)), marks: 1 },
    ],
  };
};
