import { classNames } from "../../components/class-names.ts";

/** The box around a choice: a whole line to press, marked when chosen by edge and ground as well as by its tick. */
export const optionLook = (chosen: boolean) =>
  classNames(
    "flex items-start gap-3 rounded-md border-[1.5px] px-3.5 py-2 has-disabled:border-dashed",
    "has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus",
    chosen
      ? "border-accent bg-accent-soft inset-ring inset-ring-accent"
      : "border-line-strong bg-surface hover:bg-sunken",
  );

export const tickLook = "mt-[0.22em] size-[1.15em] shrink-0 focus-visible:outline-none";
