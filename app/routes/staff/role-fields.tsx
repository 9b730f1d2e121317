import { Checkbox } from "../../components/checkbox.tsx";
import { type HeldRole, roles } from "../../exam/people/actor.ts";
import { needsCentre } from "../../exam/people/role-places.ts";
import type { CentreChoice } from "../../store/views/staff-list.ts";
import { roleWords } from "./role-words.ts";

type Props = {
  /** Ids must differ where several forms stand on one page. */
  readonly id: string;
  readonly centres: readonly CentreChoice[];
  readonly held: readonly HeldRole[];
};

/** Every role as a box to tick; those of a centre once for each centre. */
export function RoleFields({ id, centres, held }: Props) {
  const holds = (role: string, centreId: string | null) =>
    held.some((one) => one.role === role && one.centreId === centreId);
  const box = (value: string, label: string, isHeld: boolean) => (
    <Checkbox key={value} id={`${id}-${value}`} name="roles" value={value} label={label} defaultChecked={isHeld} />
  );
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <fieldset>
        <legend className="font-bold">Roles everywhere</legend>
        {roles.filter((role) => !needsCentre(role)).map((role) => box(role, roleWords[role], holds(role, null)))}
      </fieldset>
      {centres.map((centre) => (
        <fieldset key={centre.id}>
          <legend className="font-bold">At {centre.name}</legend>
          {roles
            .filter(needsCentre)
            .map((role) => box(`${role}@${centre.id}`, roleWords[role], holds(role, centre.id)))}
        </fieldset>
      ))}
    </div>
  );
}
