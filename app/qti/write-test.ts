import { type Form, placesOf } from "../exam/form/form.ts";
import { objectives } from "../exam/item/item.ts";
import { fileNameOf, opening } from "./write-item.ts";
import { block, documentOf, inline, type Markup } from "./write-xml.ts";

/** A form as a QTI 3.0.1 test: one part, a section a scenario, and totals by content area and by objective. */
export const writeTest = (form: Form): string => {
  const totals = totalsOf(form);
  return documentOf(
    block("qti-assessment-test", { ...opening, identifier: form.id, title: form.title }, [
      outcome("SCORE_TOTAL", form.marks),
      ...totals.map(({ name }) => outcome(name, null)),
      inline("qti-time-limits", { "max-time": form.minutes * 60, "allow-late-submission": false }),
      block("qti-test-part", { identifier: "P1", "navigation-mode": "nonlinear", "submission-mode": "simultaneous" }, [
        inline("qti-item-session-control", {
          "max-attempts": 1,
          "show-feedback": false,
          "show-solution": false,
          "allow-review": true,
          "allow-skipping": true,
          "validate-responses": false,
        }),
        ...form.sections.map((section) =>
          block(
            "qti-assessment-section",
            { identifier: section.id, title: section.title, visible: true, "keep-together": true },
            section.items.map(({ ref, item, categories }) =>
              inline("qti-assessment-item-ref", {
                identifier: ref,
                href: `../items/${fileNameOf(item)}`,
                required: true,
                category: categories.length === 0 ? null : categories.join(" "),
              }),
            ),
          ),
        ),
      ]),
      block("qti-outcome-processing", {}, [
        total("SCORE_TOTAL", { "variable-identifier": "SCORE" }),
        ...totals.map(({ name, of }) => total(name, of)),
      ]),
    ]),
  );
};

const outcome = (identifier: string, most: number | null) =>
  inline("qti-outcome-declaration", {
    identifier,
    cardinality: "single",
    "base-type": "float",
    "normal-maximum": most,
  });

const total = (identifier: string, of: Readonly<Record<string, string>>): Markup =>
  inline("qti-set-outcome-value", { identifier }, [inline("qti-sum", {}, [inline("qti-test-variables", of)])]);

/** An item that serves two objectives shares its marks, so objectives are added up from the parts of each item's own. */
const totalsOf = (form: Form) => {
  const categories = [...new Set(placesOf(form).flatMap((place) => place.categories))].sort();
  const areas = categories.filter((category) => /^area-[A-Z]\d+$/.test(category));
  const letters = [...new Set(areas.map((area) => area.charAt("area-".length)))];
  return [
    ...letters.map((letter) => ({
      name: `SCORE_AREA_${letter}`,
      of: {
        "variable-identifier": "SCORE",
        "include-category": areas.filter((area) => area.startsWith(`area-${letter}`)).join(" "),
      },
    })),
    ...objectives
      .filter((objective) => categories.includes(objective))
      .map((objective) => ({ name: `SCORE_${objective}`, of: { "variable-identifier": `SCORE_${objective}` } })),
  ];
};
