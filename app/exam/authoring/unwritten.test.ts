import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { withPrompt } from "../item/edit/content-edit.ts";
import { unitSpecification } from "../item/specification.ts";
import { itemKinds, skeleton } from "./skeleton.ts";
import { unwritten } from "./unwritten.ts";

const specification = unitSpecification.parse(
  parse(readFileSync("question-bank/customer-service-environment/specification.yaml", "utf8")),
);

const leftIn = (item: Parameters<typeof unwritten>[0]) => unwritten(item).map(({ at, cause }) => `${at}: ${cause}`);
const example = (at: string, words: string) => `${at}: “${words}” is still the example that a new item begins with.`;

describe("an item is not ready while it says what every new item says", () => {
  test.each(itemKinds)("%s", (kind) => {
    const left = leftIn(skeleton({ id: "NEW-001", kind, specification }));
    expect(left).toContain(example("title", "New question"));
    expect(left.filter((one) => one.includes("Write the question here"))).toHaveLength(1);
  });

  test("each choice, each point and each worked response that was left is named", () => {
    const choice = skeleton({ id: "NEW-001", kind: "choice", specification });
    expect(
      leftIn({ ...withPrompt(choice, "RESPONSE", [{ kind: "text", text: "Which?" }]), title: "Complaints" }),
    ).toEqual(["One answer", "The right answer", "Another answer"].map((words) => example("item", words)));

    const open = skeleton({ id: "NEW-001", kind: "open-points", specification });
    expect(leftIn(open)).toEqual([
      example("title", "New question"),
      example("item", "Write the question here."),
      example("scheme", "Point 1: what earns this mark."),
      example("scheme", "Point 2: what earns this mark."),
      example("worked 1", "Write a response here that earns every mark."),
    ]);
  });
});
