import { Form, useNavigation } from "@remix-run/react";
import { Button } from "../../components/button.tsx";
import { ConfirmButton } from "../../components/confirm-button.tsx";
import { Disclosure } from "../../components/disclosure.tsx";
import { Field } from "../../components/field.tsx";
import { Link } from "../../components/link.tsx";
import { Panel } from "../../components/panel.tsx";
import { TextArea } from "../../components/text-area.tsx";
import type { BankItem } from "../../store/views/bank-item.ts";
import type { Enemy } from "../../store/views/item-use.ts";
import { inLondon } from "../london-time.ts";

type Props = { readonly found: BankItem; readonly writes: boolean };

/** The items that never share a form with this one, and why. */
export function EnemiesPanel({ found: { item, use, place }, writes }: Props) {
  if (place.kind === "criterion") return null;
  return (
    <Panel title="Enemies" lead="A form holds one of them at most.">
      <div className="grid gap-4">
        {use.enemies.length === 0 ? (
          <p className="text-ink-soft">None.</p>
        ) : (
          <ul className="grid gap-4">
            {use.enemies.map((enemy) => (
              <EnemyLine key={enemy.itemId} enemy={enemy} writes={writes} />
            ))}
          </ul>
        )}
        {writes && <Declare itemId={item.id} key={use.enemies.length} />}
      </div>
    </Panel>
  );
}

function EnemyLine({ enemy, writes }: { readonly enemy: Enemy; readonly writes: boolean }) {
  const { itemId, title, versionId, declared } = enemy;
  return (
    <li className="grid gap-1">
      <p>
        {versionId ? <Link href={`/bank/items/${versionId}`}>{itemId}</Link> : itemId} {title}
      </p>
      {declared === null ? (
        <p className="text-sm text-ink-soft">The plan of the unit says so.</p>
      ) : (
        <>
          <p>{declared.why}</p>
          <p className="text-sm text-ink-soft">
            {declared.by}, {inLondon(declared.at)}
          </p>
          {writes && (
            <div>
              <ConfirmButton
                label={`Let it meet ${itemId} again`}
                size="small"
                title={`Let it meet ${itemId} again?`}
                consequences="New forms may hold both of them."
                confirmLabel="Let them meet"
                reason={{ label: "Why", required: true }}
                form={{ fields: { intent: "end", enemies: declared.id }, as: Form }}
              />
            </div>
          )}
        </>
      )}
    </li>
  );
}

function Declare({ itemId }: { readonly itemId: string }) {
  const navigation = useNavigation();
  const busy = navigation.formData?.get("intent") === "declare";
  return (
    <Disclosure summary="Declare an enemy">
      <Form method="post" className="grid gap-3 pt-2">
        <input type="hidden" name="item" value={itemId} />
        <Field label="The other item" name="other" width="short" hint="As in CSE-012" required maxLength={64} />
        <TextArea label="Why they must not meet" name="reason" id="enemy-reason" rows={2} required minLength={3} />
        <div>
          <Button type="submit" name="intent" value="declare" variant="quiet" busy={busy && "Declaring"}>
            Declare
          </Button>
        </div>
      </Form>
    </Disclosure>
  );
}
