import type { Form, Section } from "../exam/form/form.ts";
import type { Read } from "./problem.ts";
import { type Reading, readFile } from "./reading.ts";
import { childNamed, childrenNamed, descendantsNamed, type XmlElement } from "./xml.ts";

/** Reads a test form: one part, its sections, its items. An item is known by its file name in capitals. */
export const readTest = (text: string, file: string): Read<Form> =>
  readFile({ text, file, root: "qti-assessment-test" }, (root, on) => {
    on.place("form", root);
    const parts = childrenNamed(root, "qti-test-part");
    const [part] = parts;
    if (part === undefined) on.problem(root, "missing", "The form has no test part.");
    for (const extra of parts.slice(1)) on.problem(extra, "not-supported", "A form has one test part only.");
    refuseUnsupported(root, on);
    return {
      id: on.required(root, "identifier"),
      title: on.required(root, "title"),
      minutes: readMinutes(root, part, on),
      marks: readMarks(root, on),
      sections: part === undefined ? [] : childrenNamed(part, "qti-assessment-section").map((s) => readSection(s, on)),
    };
  });

const refuseUnsupported = (root: XmlElement, on: Reading) => {
  for (const name of ["qti-selection", "qti-ordering", "qti-branch-rule", "qti-pre-condition"]) {
    for (const element of descendantsNamed(root, name)) {
      on.problem(element, "not-supported", `${name} is not supported: a form is one fixed arrangement.`);
    }
  }
};

const readMarks = (root: XmlElement, on: Reading) => {
  const total = childrenNamed(root, "qti-outcome-declaration").find(
    (outcome) => outcome.attributes.identifier === "SCORE_TOTAL",
  );
  if (total === undefined) {
    on.problem(root, "missing", "The form does not declare SCORE_TOTAL.");
    return 0;
  }
  on.place("marks", total);
  on.required(total, "normal-maximum");
  return on.whole(total, "normal-maximum", 0);
};

const readMinutes = (root: XmlElement, part: XmlElement | undefined, on: Reading) => {
  const limits =
    childNamed(root, "qti-time-limits") ?? (part === undefined ? null : childNamed(part, "qti-time-limits"));
  if (limits === null) {
    on.problem(root, "missing", "The form has no time limit.");
    return 0;
  }
  on.required(limits, "max-time");
  const seconds = on.decimal(limits, "max-time", 0);
  if (seconds % 60 !== 0) on.problem(limits, "bad-value", `${seconds} seconds is not a whole number of minutes.`);
  return seconds / 60;
};

const readSection = (section: XmlElement, on: Reading): Section => {
  for (const inner of childrenNamed(section, "qti-assessment-section")) {
    on.problem(inner, "not-supported", "Sections inside sections are not supported.");
  }
  return {
    id: on.required(section, "identifier"),
    title: on.required(section, "title"),
    items: childrenNamed(section, "qti-assessment-item-ref").map((reference) => {
      const ref = on.required(reference, "identifier");
      on.place(`ref ${ref}`, reference);
      return {
        ref,
        item: itemIn(on.required(reference, "href")),
        categories: (reference.attributes.category ?? "").split(/\s+/).filter((category) => category !== ""),
      };
    }),
  };
};

const itemIn = (href: string) => (href.split("/").at(-1) ?? "").replace(/\.xml$/i, "").toUpperCase();
