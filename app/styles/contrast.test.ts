import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");

const rolesIn = (start: string) => {
  const from = css.indexOf(start);
  const block = css.slice(from + start.length, css.indexOf("}", from)).split("@variant")[0] ?? "";
  return Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map((m) => [m[1], m[2]]));
};

const themes: Record<string, Record<string, string | undefined>> = {
  light: rolesIn("[data-theme] {\n  color-scheme: light;"),
  dark: rolesIn("@variant dark-look {"),
  "high-contrast": rolesIn('[data-theme="high-contrast"] {'),
  cream: rolesIn('[data-theme="cream"] {'),
};

const channel = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const luminance = (hex: string) => {
  const [r, g, b] = [1, 3, 5].map((at) => channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255)) as [
    number,
    number,
    number,
  ];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one: string, other: string) => {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
};

const grounds = ["page", "surface", "raised", "sunken"];
const tones = ["good", "warn", "bad", "info"];
const softs = ["accent", ...tones].map((tone) => `${tone}-soft`);

/** Text on ground: at least 4.5 to 1 (WCAG 2.2, 1.4.3). */
const text = [
  ...["ink", "ink-soft", "accent", "accent-strong", ...tones].flatMap((role) =>
    grounds.map((ground) => [role, ground]),
  ),
  ...["accent", "accent-strong", ...tones].map((role) => [role, `${role.replace("-strong", "")}-soft`]),
  ...["ink", "ink-soft"].flatMap((role) => softs.map((soft) => [role, soft])),
  ["accent-ink", "accent"],
  ["accent-ink", "accent-strong"],
  ["bad-ink", "bad"],
  ["highlight-ink", "highlight"],
];

/** Edges of controls and the focus ring: at least 3 to 1 (WCAG 2.2, 1.4.11 and 2.4.11). */
const edges = [...["line-strong", "focus"].flatMap((role) => [...grounds, ...softs].map((ground) => [role, ground]))];

describe.each(Object.keys(themes))("the %s theme", (name) => {
  const theme = themes[name] ?? {};
  const ratio = ([role, ground]: string[]) =>
    contrast(theme[role ?? ""] ?? "#000000", theme[ground ?? ""] ?? "#000000");
  const tooLow = (pairs: string[][], least: number) =>
    pairs.filter((pair) => ratio(pair) < least).map((pair) => `${pair.join(" on ")}: ${ratio(pair).toFixed(2)}`);

  test("gives a colour to every role the light theme has", () => {
    expect(Object.keys(theme)).toEqual(Object.keys(themes.light ?? {}));
    expect(Object.keys(theme).length).toBeGreaterThan(20);
  });

  test("lets a reader with low vision read every text on its ground", () => {
    expect(tooLow(text, 4.5)).toEqual([]);
  });

  test("shows where a control ends and where the focus is", () => {
    expect(tooLow(edges, 3)).toEqual([]);
  });
});
