import { Meter } from "../../components/meter.tsx";

type Props = {
  readonly shares: Readonly<Record<string, number>>;
  readonly of: number;
  readonly titles: Readonly<Record<string, string>>;
};

/** How the marks of a form are spread, each share with its figure. */
export function Shares({ shares, of, titles }: Props) {
  return (
    <ul className="grid gap-3">
      {Object.entries(shares).map(([name, marks]) => (
        <li key={name}>
          <Meter
            label={titles[name] ? `${name} ${titles[name]}` : name}
            value={marks}
            max={of}
            words={`${marks} (${Math.round((100 * marks) / of)}\u00a0%)`}
          />
        </li>
      ))}
    </ul>
  );
}
