// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { Announcer, useAnnounce } from "./announcer.tsx";
import { Button } from "./button.tsx";

afterEach(cleanup);

function Save({ busy = false }: { readonly busy?: boolean }) {
  const announce = useAnnounce();
  return (
    <Button busy={busy} onClick={() => announce("Saved", { show: true })}>
      Save
    </Button>
  );
}

test("the same message is heard each time it is said, and seen until it is closed", async () => {
  const keys = userEvent.setup();
  render(
    <Announcer>
      <Save />
    </Announcer>,
  );
  const save = screen.getByRole("button", { name: "Save" });
  await keys.click(save);
  const once = screen.getByRole("status").textContent;
  await keys.click(save);
  expect(screen.getByRole("status").textContent).not.toBe(once);
  await keys.click(screen.getByRole("button", { name: "Close" }));
  expect(screen.queryByRole("button", { name: "Close" })).toBeNull();
});

test("a busy button keeps the focus and does nothing more", async () => {
  const keys = userEvent.setup();
  render(
    <Announcer>
      <Save busy />
    </Announcer>,
  );
  await keys.tab();
  await keys.keyboard("{Enter}");
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Save" }));
  expect(screen.getByRole("status").textContent).toBe("");
});
