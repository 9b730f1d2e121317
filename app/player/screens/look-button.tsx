import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { EyeIcon } from "../../components/icons.tsx";
import { ThemeControl } from "../../components/theme-control.tsx";

/** Colours and text size, at any time. */
export function LookButton() {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button size="small" variant="quiet" icon={<EyeIcon />} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <span className="sr-only @[36rem]/player:not-sr-only">Colours and size</span>
      </Button>
      <Dialog open={open} onClose={close} title="Colours and text size" actions={<Button onClick={close}>Done</Button>}>
        <ThemeControl legend="Changes show at once. They do not touch your answers." />
      </Dialog>
    </>
  );
}
