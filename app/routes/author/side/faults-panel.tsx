import { Status } from "../../../components/status.tsx";
import { useAuthor } from "../author-context.ts";
import { placeOf } from "../fault-places.ts";
import { goTo } from "./go-to.ts";

/** Everything that keeps the item from being reviewed, each with the way to its place. */
export function FaultsPanel() {
  const { faults } = useAuthor();
  if (faults.length === 0) return <Status tone="good">Nothing is missing: it can go to review.</Status>;
  return (
    <ul className="grid gap-1.5">
      {faults.map((fault) => (
        <li key={`${fault.at} ${fault.cause}`} className="flex gap-2">
          <span aria-hidden className="text-warn">
            •
          </span>
          <a
            href={`#${placeOf(fault)}`}
            onClick={(event) => {
              event.preventDefault();
              goTo(placeOf(fault));
            }}
          >
            {fault.cause}
          </a>
        </li>
      ))}
    </ul>
  );
}
