import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type ClientActionFunctionArgs, Form, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { Button } from "../components/button.tsx";
import { EmptyState } from "../components/empty-state.tsx";
import { Field } from "../components/field.tsx";
import { SearchIcon } from "../components/icons.tsx";
import { Notice } from "../components/notice.tsx";
import { Panel } from "../components/panel.tsx";
import { Select } from "../components/select.tsx";
import { roles } from "../exam/people/actor.ts";
import { fieldsOf, read, say } from "./answer.ts";
import { sent } from "./sent.ts";
import { AddStaff } from "./staff/add-staff.tsx";
import { roleWords } from "./staff/role-words.ts";
import { StaffTable } from "./staff/staff-table.tsx";
import { StaffPage } from "./staff-frame.tsx";

export const meta = () => [{ title: "Staff · Examhall" }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  return read(context.views.staff.list(context.actor, asked), request);
}

/** One form an intention; what was wrong is shown where that form stands. Passwords never come back. */
export async function action({ context, request }: ActionFunctionArgs) {
  const { intent, ...fields } = await fieldsOf(request, ["roles", "affiliations"]);
  const { staff } = context.commands;
  const commands = {
    add: staff.add,
    roles: staff.changeRoles,
    disable: staff.disable,
    enable: staff.enable,
    password: staff.resetPassword,
    "end-sign-ins": staff.endSignIns,
  };
  const name = String(intent) as keyof typeof commands;
  if (!Object.hasOwn(commands, name)) throw new Response(null, { status: 400 });
  const answered = await commands[name](context.actor, fields);
  const about = { intent: name, staff: String(fields.staff ?? "") };
  return answered.ok ? { ...about, ok: true as const, words: done[name] } : { ...about, ...say(answered) };
}

export const clientAction = (asked: ClientActionFunctionArgs) =>
  sent(asked, { about: (form) => ({ intent: form.get("intent"), staff: String(form.get("staff") ?? "") }) });

const done = {
  add: "The account is open. Give the first password to its owner and to nobody else.",
  roles: "Roles and connections are changed. Whoever lost a role has been signed out.",
  disable: "The account is closed, and signed out everywhere.",
  enable: "The account is open again.",
  password: "The password is changed, and the account signed out everywhere.",
  "end-sign-ins": "The account is signed out everywhere.",
};

export default function Staff() {
  const { staff, centres, asked } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const [search] = useSearchParams();
  return (
    <StaffPage title="Staff" lead="Who works here, what they may do, and where.">
      <div className="grid gap-6">
        {answered?.ok && (
          <Notice tone="good" live>
            {answered.words}
          </Notice>
        )}
        <AddStaff
          key={answered?.ok && answered.intent === "add" ? answered.staff : "new"}
          centres={centres}
          said={answered?.ok === false && answered.intent === "add" ? answered : undefined}
        />
        <Form method="get" role="search" className="flex flex-wrap items-end gap-4">
          <Field label="Name or e-mail address" name="q" type="search" defaultValue={asked.q} />
          <Select
            label="Role"
            name="role"
            empty="Every role"
            defaultValue={asked.role ?? ""}
            options={roles.map((role) => ({ value: role, label: roleWords[role] }))}
          />
          <Select label="Accounts" name="show" defaultValue={asked.show} options={shows} />
          <input type="hidden" name="sort" value={asked.sort} />
          <Button type="submit" variant="quiet" icon={<SearchIcon />}>
            Search
          </Button>
        </Form>
        <Panel flush footer={<p>{staff.length === 1 ? "1 account" : `${staff.length} accounts`}</p>}>
          <StaffTable
            staff={staff}
            centres={centres}
            sorted={asked.sort}
            search={search}
            said={answered?.ok === false && answered.intent !== "add" ? answered : undefined}
            empty={<EmptyState title="Nobody matches">Try fewer letters, or every role.</EmptyState>}
          />
        </Panel>
      </div>
    </StaffPage>
  );
}

const shows = [
  { value: "all", label: "All" },
  { value: "enabled", label: "Open" },
  { value: "disabled", label: "Closed" },
  { value: "without", label: "Without a role" },
];
