import type { Folder } from "../../app/qti/bank-folder.ts";

const header = `xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0"`;

const specification = `
unit: 1
title: Try-out unit
qualification: Try-out
areas:
  A1: { title: First things, objectives: [AO1, AO2] }
objectives:
  AO1: { title: Know, commands: [identify, name], marks: { least: 1, most: 2 } }
  AO2: { title: Apply, commands: [explain], marks: { least: 1, most: 4 } }
  AO3: { title: Analyse, commands: [assess], marks: { least: 2, most: 6 } }
  AO4: { title: Evaluate, commands: [evaluate], marks: { least: 2, most: 6 } }
`;

const blueprint = `
marks: 3
minutes: 5
areas:
  A: { marks: 3, tolerance: 0 }
objectives:
  AO1: { marks: 1 }
  AO2: { marks: 2 }
  AO3: { marks: 0 }
  AO4: { marks: 0 }
autoMarks: { least: 1, most: 1 }
interactionTypes: { least: 2 }
`;

const choiceItem = `<?xml version="1.0" encoding="UTF-8"?>
<qti-assessment-item ${header} identifier="T-001" title="Days" adaptive="false" time-dependent="false">
  <qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="identifier">
    <qti-correct-response><qti-value>B</qti-value></qti-correct-response>
  </qti-response-declaration>
  <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float" normal-minimum="0" normal-maximum="1"/>
  <qti-outcome-declaration identifier="MAXSCORE" cardinality="single" base-type="float">
    <qti-default-value><qti-value>1</qti-value></qti-default-value>
  </qti-outcome-declaration>
  <qti-outcome-declaration identifier="SCORE_AO1" cardinality="single" base-type="float" normal-maximum="1"/>
  <qti-item-body>
    <qti-choice-interaction response-identifier="RESPONSE" max-choices="1" shuffle="true">
      <qti-prompt><strong>Identify</strong> the day after Monday.</qti-prompt>
      <qti-simple-choice identifier="A">Sunday</qti-simple-choice>
      <qti-simple-choice identifier="B">Tuesday</qti-simple-choice>
    </qti-choice-interaction>
    <qti-rubric-block view="author" use="ext:classification"><qti-content-body><table><tbody>
      <tr data-ext-key="area"><th>Content area</th><td>A1</td></tr>
      <tr data-ext-key="command-word"><th>Command word</th><td>identify</td></tr>
      <tr data-ext-key="minutes"><th>Minutes</th><td>1</td></tr>
    </tbody></table></qti-content-body></qti-rubric-block>
    <qti-rubric-block view="author scorer" use="ext:worked-responses"><qti-content-body><table><tbody>
      <tr data-ext-kind="full" data-ext-marks="1"><td data-ext-response="RESPONSE">B</td><td data-ext-note="why">Right.</td></tr>
      <tr data-ext-kind="none" data-ext-marks="0"><td data-ext-note="why">Nothing was given.</td></tr>
    </tbody></table></qti-content-body></qti-rubric-block>
  </qti-item-body>
  <qti-response-processing template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct"/>
</qti-assessment-item>
`;

const openItem = `<?xml version="1.0" encoding="UTF-8"?>
<qti-assessment-item ${header} identifier="T-002" title="Weeks" adaptive="false" time-dependent="false">
  <qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="string"/>
  <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float" normal-maximum="2" external-scored="human"/>
  <qti-outcome-declaration identifier="MAXSCORE" cardinality="single" base-type="float">
    <qti-default-value><qti-value>2</qti-value></qti-default-value>
  </qti-outcome-declaration>
  <qti-outcome-declaration identifier="SCORE_AO2" cardinality="single" base-type="float" normal-maximum="2"/>
  <qti-assessment-stimulus-ref identifier="T-STIM" href="../stimuli/t-stim.xml"/>
  <qti-item-body>
    <qti-rubric-block view="candidate"><qti-content-body><p>Write in sentences.</p></qti-content-body></qti-rubric-block>
    <qti-extended-text-interaction response-identifier="RESPONSE" expected-lines="4">
      <qti-prompt><strong>Explain</strong> why weeks have names for their days.</qti-prompt>
    </qti-extended-text-interaction>
    <qti-rubric-block view="author" use="ext:classification"><qti-content-body><table><tbody>
      <tr data-ext-key="area"><th>Content area</th><td>A1</td></tr>
      <tr data-ext-key="command-word"><th>Command word</th><td>explain</td></tr>
      <tr data-ext-key="minutes"><th>Minutes</th><td>2.5</td></tr>
    </tbody></table></qti-content-body></qti-rubric-block>
    <qti-rubric-block view="scorer" use="scoring"><qti-content-body>
      <table data-ext-scheme="points"><tbody>
        <tr data-ext-point="P1" data-ext-marks="1"><td>So that a day can be <em>named</em></td><td>1</td></tr>
        <tr data-ext-point="P2" data-ext-marks="1" data-ext-needs="P1"><td>and people can agree on it</td><td>1</td></tr>
      </tbody></table>
      <p data-ext-note="reject">Because they always had.</p>
    </qti-content-body></qti-rubric-block>
    <qti-rubric-block view="author scorer" use="ext:worked-responses"><qti-content-body><table><tbody>
      <tr data-ext-kind="full" data-ext-marks="2" data-ext-points="P1 P2"><td data-ext-response="RESPONSE">To name a day so that all agree.</td><td data-ext-note="why">Point and link.</td></tr>
      <tr data-ext-kind="none" data-ext-marks="0"><td data-ext-response="RESPONSE">They always had.</td><td data-ext-note="why">Says nothing.</td></tr>
    </tbody></table></qti-content-body></qti-rubric-block>
  </qti-item-body>
</qti-assessment-item>
`;

const stimulus = `<qti-assessment-stimulus ${header} identifier="T-STIM" title="A calendar">
  <qti-stimulus-body><p>A week:</p><img src="../pictures/week.svg" alt="Seven boxes"/></qti-stimulus-body>
</qti-assessment-stimulus>
`;

const form = `<qti-assessment-test ${header} identifier="T-A" title="Form A">
  <qti-outcome-declaration identifier="SCORE_TOTAL" cardinality="single" base-type="float" normal-maximum="3"/>
  <qti-time-limits max-time="300"/>
  <qti-test-part identifier="P1" navigation-mode="nonlinear" submission-mode="simultaneous">
    <qti-assessment-section identifier="S-A" title="Days">
      <qti-assessment-item-ref identifier="Q1" href="../items/t-001.xml" category="AO1 area-A1 cmd-identify tariff-1"/>
      <qti-assessment-item-ref identifier="Q2" href="../items/t-002.xml" category="AO2 area-A1 cmd-explain tariff-2"/>
    </qti-assessment-section>
  </qti-test-part>
</qti-assessment-test>
`;

/** A whole small unit in which nothing is wrong: two items, a stimulus with a picture, a form of three marks. */
export const soundFiles: Readonly<Record<string, string>> = {
  "unit/specification.yaml": specification.trimStart(),
  "unit/blueprint.yaml": blueprint.trimStart(),
  "unit/items/t-001.xml": choiceItem,
  "unit/items/t-002.xml": openItem,
  "unit/stimuli/t-stim.xml": stimulus,
  "unit/forms/t-a.xml": form,
  "unit/pictures/week.svg": `<svg xmlns="http://www.w3.org/2000/svg"/>`,
};

/** Files held in memory, as a folder. */
export const folderOf = (files: Readonly<Record<string, string>>): Folder => ({
  list: (path) => {
    const inside = path === "" ? "" : `${path}/`;
    const below = Object.keys(files).filter((file) => file.startsWith(inside));
    return [...new Set(below.map((file) => file.slice(inside.length).split("/")[0] ?? ""))];
  },
  read: (path) => (path in files ? new TextEncoder().encode(files[path]) : null),
});
