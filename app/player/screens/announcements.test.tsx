// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, expect, test } from "vitest";
import { instant } from "../../exam/time/time.ts";
import { atFirst } from "../snapshot.ts";
import { Announcements } from "./announcements.tsx";

afterEach(cleanup);

/** A learner who writes, and is told these things above the question. */
function Writing({ texts }: { readonly texts: readonly string[] }) {
  const [announcements, setAnnouncements] = useState(texts.map((text) => ({ id: text, text, at: instant(0) })));
  return (
    <>
      <Announcements
        snapshot={{ ...atFirst, announcements }}
        onDismiss={(id) => setAnnouncements((before) => before.filter((one) => one.id !== id))}
        onKnown={() => {}}
      />
      <textarea aria-label="Your answer" />
    </>
  );
}

const press = (name: string) => {
  const button = screen.getByRole("button", { name });
  button.focus();
  fireEvent.click(button);
};

test("a learner who puts an announcement away writes on where they were", () => {
  render(<Writing texts={["The fire alarm is tested at eleven."]} />);
  const answer = screen.getByLabelText("Your answer");
  answer.focus();
  press("OK");
  expect(screen.queryByText(/fire alarm/)).toBeNull();
  expect(document.activeElement).toBe(answer);
});

test("of several announcements one OK leads to the next, and the last one back to the answer", () => {
  render(<Writing texts={["The first.", "The second."]} />);
  const answer = screen.getByLabelText("Your answer");
  answer.focus();
  press("OK, next (1 more)");
  expect(screen.getByText("The second.")).toBeDefined();
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "OK" }));
  press("OK");
  expect(document.activeElement).toBe(answer);
});
