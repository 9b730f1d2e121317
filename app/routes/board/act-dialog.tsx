import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button, type ButtonVariant } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Notice } from "../../components/notice.tsx";
import type { Intent } from "./intents.ts";
import type { Told } from "./told.ts";
import { ToldLine } from "./told-line.tsx";
import { useAct } from "./use-act.tsx";

type Props = {
  readonly intent: Intent;
  readonly fields?: Readonly<Record<string, string>>;
  /** Whose draft it is, where that is not the form of the intent. */
  readonly form?: string;
  readonly label: ReactNode;
  readonly icon?: ReactNode;
  readonly variant?: ButtonVariant;
  /** Filled with the colour of danger: for the one button that must be found at once. */
  readonly loud?: boolean;
  readonly title: ReactNode;
  readonly confirm: ReactNode;
  readonly width?: "narrow" | "wide";
  readonly onDone: (told: Told & { ok: true }) => void;
  /** What the board knows besides, said when it is done. */
  readonly alsoSay?: string | undefined;
  /** The button is there; without it an open question stays, says why it is no longer asked, and keeps what was written. */
  readonly offered?: boolean;
  /** What has happened meanwhile, said in the open question when it is no longer offered, or when it is `overtaken`. */
  readonly meanwhile?: string;
  readonly overtaken?: boolean;
  /** It cannot be done as things stand, and the question says why: nothing but closing it is offered. */
  readonly notYet?: boolean;
  /** When it is sent, and not before it is answered. */
  readonly onSend?: () => void;
  /** What confirming does here, when there is nothing to ask the server for. */
  readonly instead?: () => void;
  readonly children: ReactNode;
  /** Opened from elsewhere, as by a key. */
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
};

/** Where the buttons for the whole room stand. */
export const roomActionsId = "room-actions";

/** Gives the focus to the row of buttons when the one that had it is taken away. */
export function useFocusStays(isThere: boolean) {
  const was = useRef(isThere);
  useEffect(() => {
    if (was.current && !isThere && isFocusLost()) document.getElementById(roomActionsId)?.focus();
    was.current = isThere;
  }, [isThere]);
}

const isFocusLost = () => document.activeElement === document.body;

/**
 * A button for the whole room that first says what will happen; it closes when it has, and stays when it was refused, or when
 * somebody else was quicker.
 */
export function ActDialog(props: Props) {
  const { intent, label, icon, variant = "quiet", title, confirm, onDone, children } = props;
  const [own, setOwn] = useState(false);
  const open = props.open ?? own;
  const setOpen = props.onOpenChange ?? setOwn;
  const act = useAct({
    show: true,
    alsoSay: props.alsoSay,
    form: props.form,
    onDone: (told) => {
      setOpen(false);
      onDone(told);
    },
  });
  const { Form } = act;
  const { offered = true } = props;
  // Its own work takes the button away too, often before the answer is here.
  const isOver = !offered && !act.busy;
  const canBeSent = !isOver && (act.busy || !props.notYet);
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (open && isOver && isFocusLost()) cancel.current?.focus();
  }, [open, isOver]);
  useFocusStays(offered || open);
  if (!offered && !open) return null;
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
            if (!canBeSent) return event.preventDefault();
            props.onSend?.();
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
          {(isOver || (props.overtaken && !act.busy)) && (
            <Notice live title="This has changed meanwhile">
              {props.meanwhile}
            </Notice>
          )}
          <ToldLine busy={act.busy} told={act.told?.ok ? null : act.told} />
          <div className="flex flex-wrap gap-3">
            {canBeSent && (
              <Button type="submit" variant={variant === "danger" ? "danger" : "primary"} busy={act.busy && "Sending…"}>
                {confirm}
              </Button>
            )}
            <Button ref={cancel} variant="quiet" onClick={() => setOpen(false)}>
              {canBeSent ? "Cancel" : "Close"}
            </Button>
          </div>
        </Form>
      </Dialog>
    </>
  );
}
