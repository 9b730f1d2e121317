import type { ReactNode } from "react";

type IconProps = {
  /** Words for a reader who cannot see it; without them it is decoration beside words. */
  readonly label?: string;
  readonly className?: string;
};

const icon = (drawing: ReactNode) =>
  function Icon({ label, className = "" }: IconProps) {
    const heard = label ? { role: "img", "aria-label": label } : { "aria-hidden": true };
    return (
      // biome-ignore lint/a11y/noSvgWithoutTitle: the label is its name; a title would show as a tooltip.
      <svg
        {...heard}
        viewBox="0 0 20 20"
        fill="none"
        stroke="currentColor"
        strokeWidth={1.9}
        strokeLinecap="round"
        strokeLinejoin="round"
        className={`inline-block size-[1.15em] shrink-0 align-[-0.2em] ${className}`}
      >
        {drawing}
      </svg>
    );
  };

const path = (d: string) => icon(<path d={d} />);

export const TickIcon = path("m4 10.5 4 4 8-9");
export const CrossIcon = path("m5 5 10 10M15 5 5 15");
export const WarnIcon = path("M10 3 2.5 16.5h15zM10 8v4M10 14.4v.1");
export const InfoIcon = icon(
  <>
    <circle cx="10" cy="10" r="7.5" />
    <path d="M10 9.5v4M10 6.5v.1" />
  </>,
);
export const ClockIcon = icon(
  <>
    <circle cx="10" cy="10" r="7.5" />
    <path d="M10 5.5V10l3 2" />
  </>,
);
export const FlagIcon = path("M5 17.5v-15M5 3.5h10l-2.5 3.5 2.5 3.5H5");
export const UpIcon = path("M10 16V4M5 9l5-5 5 5");
export const DownIcon = path("M10 4v12M5 11l5 5 5-5");
export const LeftIcon = path("M12.5 4.5 7 10l5.5 5.5");
export const RightIcon = path("M7.5 4.5 13 10l-5.5 5.5");
export const PlusIcon = path("M10 4v12M4 10h12");
export const MinusIcon = path("M4 10h12");
export const PauseIcon = path("M7 4.5v11M13 4.5v11");
export const PlayIcon = path("M6 4v12l10-6z");
export const SearchIcon = icon(
  <>
    <circle cx="8.5" cy="8.5" r="5.5" />
    <path d="m13 13 4.5 4.5" />
  </>,
);
export const PersonIcon = icon(
  <>
    <circle cx="10" cy="6.5" r="3.5" />
    <path d="M3 17.5c.6-3.6 3.3-5.5 7-5.5s6.4 1.9 7 5.5" />
  </>,
);
export const LockIcon = icon(
  <>
    <rect x="4" y="9" width="12" height="8.5" rx="1.5" />
    <path d="M6.5 9V6.5a3.5 3.5 0 0 1 7 0V9" />
  </>,
);
export const SendIcon = path("M17.5 2.5 2.5 9l6 2.5L11 17.5zM8.5 11.5l9-9");
export const PrintIcon = path("M6 7.5v-5h8v5M6 14.5H3v-7h14v7h-3M6 12h8v5.5H6z");
export const EyeIcon = icon(
  <>
    <path d="M1.5 10C4 6 7 4.5 10 4.5S16 6 18.5 10C16 14 13 15.5 10 15.5S4 14 1.5 10z" />
    <circle cx="10" cy="10" r="2.5" />
  </>,
);
export const GripIcon = path("M7 4.5v.1M7 10v.1M7 15.5v.1M13 4.5v.1M13 10v.1M13 15.5v.1");
export const RoomIcon = path("M3 3.5h5v4H3zM12 3.5h5v4h-5zM3 12.5h5v4H3zM12 12.5h5v4h-5z");
export const DesksIcon = path("M2.5 3.5h9v6h-9zM5 12.5h4M7 9.5v3M13.5 8.5h4v5h-6v-1M12 16.5h5M14.5 13.5v3");
export const DocumentIcon = path("M5 2.5h6.5l3.5 3.5v11.5H5zM11 2.5V6.5h4M7.5 10.5h5M7.5 13.5h5");
export const PencilIcon = path("M3 17l.8-3.8L13.5 3.5l3 3L6.8 16.2zM11.5 5.5l3 3");
export const DownloadIcon = path("M10 3v9.5M5.5 8.5l4.5 4.5 4.5-4.5M3.5 17h13");
export const OfflineIcon = path("M2.5 7.5c4.5-4 10.5-4 15 0M5.5 11c2.7-2.3 6.3-2.3 9 0M10 15v.1M3 17 17 3");
export const DotIcon = icon(<circle cx="10" cy="10" r="3.5" fill="currentColor" />);
