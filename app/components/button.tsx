import { type ButtonHTMLAttributes, forwardRef, type MouseEvent, type ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Link, type LinkProps } from "./link.tsx";

export type ButtonVariant = "primary" | "quiet" | "plain" | "danger";
export type ButtonSize = "small" | "normal" | "large";

const base =
  "inline-flex items-center justify-center gap-[0.5em] rounded-md border-[1.5px] font-bold no-underline text-center transition-colors motion-reduce:transition-none";

const variants: Record<ButtonVariant, string> = {
  primary:
    "bg-accent border-accent text-accent-ink hover:bg-accent-strong hover:border-accent-strong hover:text-accent-ink",
  quiet: "bg-surface border-line-strong text-ink hover:bg-sunken hover:border-ink hover:text-ink",
  plain: "bg-transparent border-transparent text-accent hover:bg-accent-soft hover:text-accent-strong",
  danger: "bg-surface border-bad text-bad hover:bg-bad hover:text-bad-ink",
};

const sizes: Record<ButtonSize, string> = {
  small: "text-sm px-2.5 py-1 min-h-8",
  normal: "px-4 py-2 min-h-11",
  large: "text-lg px-6 py-2.5 min-h-13",
};

const off =
  "disabled:bg-sunken disabled:border-line-strong disabled:border-dashed disabled:text-ink-soft aria-disabled:bg-sunken aria-disabled:border-line-strong aria-disabled:border-dashed aria-disabled:text-ink-soft";

/** The look of a button, for the rare element that is neither a button nor a link. */
export const buttonLook = (variant: ButtonVariant = "primary", size: ButtonSize = "normal") =>
  classNames(base, variants[variant], sizes[size], off);

type Look = { readonly variant?: ButtonVariant; readonly size?: ButtonSize; readonly icon?: ReactNode };

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> &
  Look & {
    /** Waiting for what it started: it keeps the focus, says so, and cannot be pressed again. Words replace the label. */
    readonly busy?: boolean | string;
  };

export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { variant, size, icon, busy = false, type = "button", className, children, onClick, ...rest },
  ref,
) {
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (busy) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      {...rest}
      ref={ref}
      type={type}
      onClick={press}
      aria-disabled={busy ? true : rest["aria-disabled"]}
      aria-busy={busy ? true : undefined}
      className={classNames(buttonLook(variant, size), className)}
    >
      {busy ? <Spinner /> : icon}
      {typeof busy === "string" && busy !== "" ? busy : children}
    </button>
  );
});

export function LinkButton({ variant, size, icon, className, children, ...rest }: LinkProps & Look) {
  return (
    <Link {...rest} className={classNames(buttonLook(variant, size), className)}>
      {icon}
      {children}
    </Link>
  );
}

function Spinner() {
  return (
    <span
      aria-hidden
      className="size-[1em] rounded-full border-2 border-current border-e-transparent animate-spin motion-reduce:animate-none"
    />
  );
}
