import { type ReactNode, useState } from "react";
import { Button, type ButtonVariant } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import type { Intent } from "./intents.ts";
import type { Told } from "./told.ts";
import { ToldLine } from "./told-line.tsx";
import { useAct } from "./use-act.tsx";

type Props = {
  readonly intent: Intent;
  readonly fields?: Readonly<Record<string, string>>;
  readonly label: ReactNode;
  readonly icon?: ReactNode;
  readonly variant?: ButtonVariant;
  /** Filled with the colour of danger: for the one button that must be found at once. */
  readonly loud?: boolean;
  readonly title: ReactNode;
  readonly confirm: ReactNode;
  readonly width?: "narrow" | "wide";
  readonly onDone: (told: Told & { ok: true }) => void;
  /** What confirming does here, when there is nothing to ask the server for. */
  readonly instead?: () => void;
  readonly children: ReactNode;
  /** Opened from elsewhere, as by a key. */
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
};

/** A button for the whole room that first says what will happen; it closes when it has, and stays when it was refused. */
export function ActDialog(props: Props) {
  const { intent, label, icon, variant = "quiet", title, confirm, onDone, children } = props;
  const [own, setOwn] = useState(false);
  const open = props.open ?? own;
  const setOpen = props.onOpenChange ?? setOwn;
  const act = useAct({
    show: true,
    onDone: (told) => {
      setOpen(false);
      onDone(told);
    },
  });
  const { Form } = act;
  return (
    <>
      <Button
        size="small"
        variant={variant}
        icon={icon}
        className={props.loud ? "bg-bad! text-bad-ink! hover:outline-3" : undefined}
        aria-haspopup="dialog"
        onClick={() => {
          act.forget();
          setOpen(true);
        }}
      >
        {label}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={title} width={props.width}>
        <Form
          method="post"
          className="grid gap-4"
          onSubmit={(event) => {
            if (!props.instead) return;
            event.preventDefault();
            props.instead();
            setOpen(false);
          }}
        >
          <input type="hidden" name="intent" value={intent} />
          {Object.entries(props.fields ?? {}).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {children}
          <ToldLine busy={act.busy} told={act.told?.ok ? null : act.told} />
          <div className="flex flex-wrap gap-3">
            <Button type="submit" variant={variant === "danger" ? "danger" : "primary"} busy={act.busy && "Sending…"}>
              {confirm}
            </Button>
            <Button variant="quiet" onClick={() => setOpen(false)}>
              Cancel
            </Button>
          </div>
        </Form>
      </Dialog>
    </>
  );
}
