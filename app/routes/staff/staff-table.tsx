import type { ReactNode } from "react";
import { DataTable } from "../../components/data-table.tsx";
import { Badge, Status } from "../../components/status.tsx";
import type { CentreChoice, StaffLine } from "../../store/views/staff-list.ts";
import type { Said } from "../answer.ts";
import { AccountDialog } from "./account-dialog.tsx";
import { sortBy } from "./address.ts";
import { roleWords } from "./role-words.ts";

type Props = {
  readonly staff: readonly StaffLine[];
  readonly centres: readonly CentreChoice[];
  readonly sorted: string;
  readonly search: URLSearchParams;
  /** What was wrong with the last change, and whose account it was. */
  readonly said: (Said & { readonly intent: string; readonly staff: string }) | undefined;
  readonly empty: ReactNode;
};

/** One line an account. */
export function StaffTable({ staff, centres, sorted, search, said, empty }: Props) {
  const centreName = (id: string) => centres.find((centre) => centre.id === id)?.name ?? "another centre";
  return (
    <DataTable
      caption="Staff"
      captionHidden
      layout="cards"
      rows={staff}
      rowKey={({ id }) => id}
      empty={empty}
      columns={[
        {
          key: "name",
          heading: "Name",
          cell: ({ name, isSelf }) => (
            <>
              {name} {isSelf && <Badge tone="info">You</Badge>}
            </>
          ),
          rowHeading: true,
          sort: sortBy(search, sorted, "name"),
        },
        {
          key: "email",
          heading: "E-mail",
          cell: ({ email }) => <span className="break-all">{email}</span>,
          sort: sortBy(search, sorted, "email"),
        },
        {
          key: "roles",
          heading: "Roles",
          cell: ({ roles, affiliations }) => (
            <ul className="grid">
              {roles.map(({ role, centreId }) => (
                <li key={`${role} ${centreId}`}>
                  {roleWords[role]}
                  {centreId && <span className="text-ink-soft">, {centreName(centreId)}</span>}
                </li>
              ))}
              {affiliations.map((id) => (
                <li key={id} className="text-sm text-ink-soft">
                  Does not mark {centreName(id)}
                </li>
              ))}
              {roles.length === 0 && <li className="text-ink-soft">None</li>}
            </ul>
          ),
        },
        {
          key: "state",
          heading: "Account",
          cell: ({ enabled, signedIn }) => (
            <div className="grid">
              {enabled ? <Status tone="good">Open</Status> : <Status tone="bad">Closed</Status>}
              <span className="text-sm text-ink-soft">
                {signedIn === 0 ? "Not signed in" : signedIn === 1 ? "Signed in once" : `Signed in ${signedIn} times`}
              </span>
            </div>
          ),
        },
        {
          key: "change",
          heading: "Change",
          cell: (line) => (
            <AccountDialog line={line} centres={centres} said={said?.staff === line.id ? said : undefined} />
          ),
        },
      ]}
    />
  );
}
