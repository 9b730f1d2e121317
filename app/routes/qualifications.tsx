import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link } from "../components/link.tsx";
import { qualifications } from "../exam/qualification/qualifications.ts";
import { GradeCalculator } from "./qualifications/grade-calculator.tsx";
import { QualificationDetail } from "./qualifications/qualification-detail.tsx";
import { StaffPage } from "./staff-frame.tsx";

export const meta = () => [{ title: "Qualifications · Examhall" }];

/** For any member of staff: nothing here is secret, and nothing here belongs to one centre. */
export function loader({ context, request }: LoaderFunctionArgs) {
  const { pathname, search } = new URL(request.url);
  if (context.actor?.kind !== "staff") throw redirect(`/sign-in?to=${encodeURIComponent(pathname + search)}`);
  return null;
}

export default function Qualifications() {
  return (
    <StaffPage
      title="Qualifications"
      lead="What each is made of, how its units combine and how it is graded, as Examhall reckons."
    >
      <div className="grid gap-6">
        <GradeCalculator />
        <nav aria-label="On this page">
          <ul className="grid gap-1">
            {qualifications.map(({ id, title }) => (
              <li key={id}>
                <Link href={`#${id}`}>{title}</Link>
              </li>
            ))}
          </ul>
        </nav>
        {qualifications.map((qualification) => (
          <QualificationDetail key={qualification.id} qualification={qualification} />
        ))}
      </div>
    </StaffPage>
  );
}
