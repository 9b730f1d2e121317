import { DataTable } from "../../components/data-table.tsx";
import { Panel } from "../../components/panel.tsx";
import type { Demonstrated } from "../../store/views/demonstration-slips.ts";

import { phaseWords } from "../entries/state-words.ts";
import { inLondon } from "../london-time.ts";
import { inOneLine } from "../staff/role-words.ts";

/** Who can sign in, with their secrets: shown only where everybody is made up. */
export function DemonstrationPeople({ people, slips }: Demonstrated) {
  return (
    <div className="mt-10 grid gap-6">
      <h2 className="text-2xl">Who can sign in here</h2>
      <Panel flush>
        <DataTable
          caption="Learners: candidate number and keycode"
          rows={slips}
          rowKey={({ keycode }) => keycode}
          layout="cards"
          dense
          columns={[
            { key: "name", heading: "Learner", cell: ({ name }) => name, rowHeading: true },
            { key: "number", heading: "Candidate number", cell: ({ candidateNumber }) => candidateNumber },
            { key: "keycode", heading: "Keycode", cell: ({ keycode }) => <code className="font-bold">{keycode}</code> },
            { key: "seat", heading: "Seat", cell: ({ room, seat }) => `${room}, seat ${seat}` },
            {
              key: "starts",
              heading: "Starts",
              cell: ({ startsAt }) => inLondon(startsAt),
            },
            { key: "state", heading: "Now", cell: ({ phase }) => phaseWords[phase] },
          ]}
        />
      </Panel>
      <Panel flush>
        <DataTable
          caption="Staff: e-mail address and password"
          rows={people}
          rowKey={({ email }) => email}
          layout="cards"
          dense
          columns={[
            { key: "name", heading: "Name", cell: ({ name }) => name, rowHeading: true },
            { key: "role", heading: "Role", cell: ({ roles }) => inOneLine(roles) },
            { key: "email", heading: "E-mail", cell: ({ email }) => <code className="break-all">{email}</code> },
            {
              key: "password",
              heading: "Password",
              cell: ({ password }) => <code className="@min-[40rem]:whitespace-nowrap">{password}</code>,
            },
            { key: "does", heading: "What they do", cell: ({ does }) => does, narrow: "hide" },
          ]}
        />
      </Panel>
    </div>
  );
}
