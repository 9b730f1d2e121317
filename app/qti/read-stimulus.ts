import type { Stimulus } from "../exam/item/item.ts";
import type { Read } from "./problem.ts";
import { readBody } from "./read-body.ts";
import { readFile } from "./reading.ts";
import { childNamed } from "./xml.ts";

export const readStimulus = (text: string, file: string): Read<Stimulus> =>
  readFile({ text, file, root: "qti-assessment-stimulus" }, (root, on) => {
    on.place("stimulus", root);
    const body = childNamed(root, "qti-stimulus-body");
    if (body === null) on.problem(root, "missing", "The stimulus has no body.");
    return {
      id: on.required(root, "identifier"),
      title: on.required(root, "title"),
      body: body === null ? [] : readBody(body, on),
    };
  });
