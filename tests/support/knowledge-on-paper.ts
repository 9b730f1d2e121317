const specification = `
assessment: knowledge
unit: TU1
title: Try-out knowledge
qualification: Try-out
outcomes:
  "1":
    title: Understand weeks
    criteria:
      "1.1": { title: What a week is, commands: [explain] }
marks: { least: 2, most: 4 }
`;

const item = `<?xml version="1.0" encoding="UTF-8"?>
<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="TU1-001" title="Weeks" adaptive="false" time-dependent="false">
  <qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="string"/>
  <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float" normal-maximum="2" external-scored="human"/>
  <qti-outcome-declaration identifier="MAXSCORE" cardinality="single" base-type="float">
    <qti-default-value><qti-value>2</qti-value></qti-default-value>
  </qti-outcome-declaration>
  <qti-item-body>
    <qti-extended-text-interaction response-identifier="RESPONSE" expected-lines="4">
      <qti-prompt><strong>Explain</strong> what a week is.</qti-prompt>
    </qti-extended-text-interaction>
    <qti-rubric-block view="author" use="ext:classification"><qti-content-body><table><tbody>
      <tr data-ext-key="area"><th>Assessment criterion</th><td>1.1</td></tr>
      <tr data-ext-key="command-word"><th>Command word</th><td>explain</td></tr>
      <tr data-ext-key="minutes"><th>Minutes</th><td>3</td></tr>
    </tbody></table></qti-content-body></qti-rubric-block>
    <qti-rubric-block view="scorer" use="scoring"><qti-content-body>
      <table data-ext-scheme="points"><tbody>
        <tr data-ext-point="P1" data-ext-marks="1"><td>Seven days</td><td>1</td></tr>
        <tr data-ext-point="P2" data-ext-marks="1" data-ext-needs="P1"><td>that always follow in one order</td><td>1</td></tr>
      </tbody></table>
    </qti-content-body></qti-rubric-block>
    <qti-rubric-block view="author scorer" use="ext:worked-responses"><qti-content-body><table><tbody>
      <tr data-ext-kind="full" data-ext-marks="2" data-ext-points="P1 P2"><td data-ext-response="RESPONSE">Seven days, always in one order.</td><td data-ext-note="why">Both.</td></tr>
      <tr data-ext-kind="none" data-ext-marks="0"><td data-ext-response="RESPONSE">Long.</td><td data-ext-note="why">Neither.</td></tr>
    </tbody></table></qti-content-body></qti-rubric-block>
  </qti-item-body>
</qti-assessment-item>
`;

/** A whole small unit without forms in which nothing is wrong: one criterion, one item for it. */
export const soundKnowledge: Readonly<Record<string, string>> = {
  "weeks/specification.yaml": specification.trimStart(),
  "weeks/items/tu1-001.xml": item,
};
