import { useSyncExternalStore } from "react";
import { applyLook, onLook, plainLook, readLook, type TextSize, type Theme, textSizes, themes } from "./look.ts";
import { Select } from "./select.tsx";

const themeWords: Record<Theme, string> = {
  system: "As this computer",
  light: "Light",
  dark: "Dark",
  "high-contrast": "High contrast",
  cream: "Cream paper",
};
const textWords: Record<TextSize, string> = {
  normal: "Normal",
  large: "Large",
  larger: "Larger",
  largest: "Largest",
};

/** Theme and text size, remembered on this computer. */
export function ThemeControl({ legend = "How this screen looks" }: { readonly legend?: string }) {
  const look = useSyncExternalStore(onLook, readLook, plainLook);
  return (
    <fieldset className="grid min-w-0 gap-3">
      <legend className="mb-1 font-bold">{legend}</legend>
      <Select
        label="Colours"
        value={look.theme}
        options={themes.map((value) => ({ value, label: themeWords[value] }))}
        onChange={(event) => applyLook({ theme: event.currentTarget.value as Theme })}
      />
      <Select
        label="Text size"
        value={look.text}
        options={textSizes.map((value) => ({ value, label: textWords[value] }))}
        onChange={(event) => applyLook({ text: event.currentTarget.value as TextSize })}
      />
    </fieldset>
  );
}
