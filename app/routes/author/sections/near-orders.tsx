import { Button } from "../../../components/button.tsx";
import { PlusIcon } from "../../../components/icons.tsx";
import { interactionsOf, wordsOf } from "../../../exam/item/content.ts";
import { withWay } from "../../../exam/item/edit/limits.ts";
import { moved } from "../../../exam/item/edit/lists.ts";
import { orderIn } from "../../../exam/item/edit/order.ts";
import type { Value } from "../../../exam/item/response.ts";
import { inMarks } from "../../bank/item-words.ts";
import { useAuthor } from "../author-context.ts";
import { NumberField } from "../fields/number-field.tsx";
import { Reorderable } from "../fields/reorderable.tsx";

type Props = { readonly orders: readonly Value[]; readonly marks: number };

/** Orders that are nearly right, and what they earn. */
export function NearOrders({ orders, marks }: Props) {
  const { item, edit } = useAuthor();
  const [interaction] = interactionsOf(item.body);
  if (interaction?.type !== "order") return null;
  const right = orderIn(item, interaction.response);
  const say = (next: readonly Value[], worth = marks, group?: string) =>
    edit(
      (now) =>
        withWay(
          now,
          next.length === 0 ? { kind: "all-or-nothing" } : { kind: "near-orders", orders: next, marks: worth },
        ),
      group,
    );
  const named = (id: string) => wordsOf(interaction.choices.find((choice) => choice.id === id)?.content ?? []) || id;
  // A swap of two neighbours that is not listed yet.
  const fresh = right
    .slice(1)
    .map((_, at) => moved(right, at, at + 1))
    .find((order) => !orders.some((one) => one.join() === order.join()));
  return (
    <section aria-label="Orders that are nearly right" className="grid gap-3">
      <h3 className="font-bold">Orders that are nearly right</h3>
      {orders.length > 0 && (
        <NumberField
          label="Marks for one of these"
          value={marks}
          least={0}
          most={item.maxMark}
          onChange={(worth) => say(orders, worth, "near marks")}
        />
      )}
      {orders.map((order, at) => (
        <section
          key={order.join(" ")}
          aria-label={`Order ${at + 1}`}
          className="grid gap-1.5 rounded-md border border-line p-3"
        >
          <div className="flex items-center justify-between">
            <h4 className="text-sm font-bold">
              Order {at + 1}: {inMarks(marks)}
            </h4>
            <Button size="small" variant="plain" onClick={() => say(orders.toSpliced(at, 1))}>
              Remove order {at + 1}
            </Button>
          </div>
          <Reorderable
            label={`Order ${at + 1}`}
            one="step"
            entries={order}
            numbered
            keyOf={(id) => id}
            nameOf={named}
            onMove={(id, to) => say(orders.map((one, index) => (index === at ? moved(one, one.indexOf(id), to) : one)))}
          >
            {(id) => <p className="pt-1.5">{named(id)}</p>}
          </Reorderable>
        </section>
      ))}
      {fresh && (
        <p>
          <Button size="small" variant="quiet" icon={<PlusIcon />} onClick={() => say([...orders, fresh])}>
            Add an order that earns some marks
          </Button>
        </p>
      )}
    </section>
  );
}
