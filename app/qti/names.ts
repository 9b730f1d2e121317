import { isElement, type XmlElement } from "./xml.ts";

/**
 * The names that QTI 2.0, 2.1 and 2.2 give to what 3.0 writes with `qti-` and hyphens. Anything else (HTML, MathML, what
 * others have added) keeps its name.
 */
const olderNames = new Set(
  [
    "assessmentItem assessmentTest assessmentStimulus assessmentStimulusRef stimulusBody itemBody stylesheet companionMaterialsInfo",
    "responseDeclaration outcomeDeclaration templateDeclaration correctResponse defaultValue value mapping mapEntry areaMapping",
    "areaMapEntry matchTable matchTableEntry interpolationTable interpolationTableEntry",
    "rubricBlock modalFeedback feedbackInline feedbackBlock templateInline templateBlock printedVariable infoControl prompt",
    "choiceInteraction textEntryInteraction extendedTextInteraction inlineChoiceInteraction matchInteraction orderInteraction",
    "gapMatchInteraction hottextInteraction associateInteraction hotspotInteraction graphicGapMatchInteraction sliderInteraction",
    "uploadInteraction selectPointInteraction graphicOrderInteraction graphicAssociateInteraction mediaInteraction drawingInteraction",
    "positionObjectInteraction positionObjectStage endAttemptInteraction customInteraction portableCustomInteraction",
    "simpleChoice inlineChoice simpleAssociableChoice simpleMatchSet gap gapText gapImg hottext hotspotChoice associableHotspot",
    "templateProcessing setTemplateValue setDefaultValue setCorrectResponse templateCondition templateConstraint exitTemplate",
    "responseProcessing responseProcessingFragment responseCondition responseIf responseElseIf responseElse setOutcomeValue",
    "lookupOutcomeValue exitResponse",
    "baseValue variable correct default mapResponse mapResponsePoint null randomInteger randomFloat multiple ordered containerSize",
    "isNull index fieldValue random member delete contains substring not and or anyN match stringMatch patternMatch equal",
    "equalRounded inside lt gt lte gte durationLT durationGTE sum product subtract divide power integerDivide integerModulus",
    "truncate round roundTo integerToFloat gcd lcm max min mathOperator mathConstant statsOperator repeat customOperator",
    "testVariables outcomeMinimum outcomeMaximum numberCorrect numberIncorrect numberPresented numberResponded numberSelected",
    "testPart assessmentSection assessmentItemRef assessmentSectionRef timeLimits itemSessionControl preCondition branchRule",
    "selection ordering weight outcomeProcessing testFeedback variableMapping templateDefault rubricBlockRef",
  ].flatMap((line) => line.split(" ")),
);

/** `responseElseIf` → `response-else-if`, `durationLT` → `duration-lt`. */
const hyphenated = (name: string) =>
  name.replace(/[A-Z]+/g, (letters, at: number) => `${at === 0 ? "" : "-"}${letters.toLowerCase()}`);

const newAttributes = (attributes: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name.includes(":") ? name : hyphenated(name), value]),
  );

export const isOlderName = (name: string) => olderNames.has(name);

/**
 * A tree of QTI 2 told in the names of 3.0, so that there is one reader. Formulas are left alone: MathML has its own `and`.
 * What is not said stays as the older standard has it: texts are mapped with regard to capitals.
 */
export const inNewNames = (element: XmlElement): XmlElement => {
  if (element.name === "math") return element;
  return {
    ...element,
    name: olderNames.has(element.name) ? `qti-${hyphenated(element.name)}` : element.name,
    attributes: {
      ...(element.name === "mapping" ? { "case-sensitive": "true" } : {}),
      ...newAttributes(element.attributes),
    },
    children: element.children.map((child) => (isElement(child) ? inNewNames(child) : child)),
  };
};

const versions: readonly (readonly [RegExp, Version])[] = [
  [/imsqtiasi_v3p0/, "3.0"],
  [/imsqti_v2p2/, "2.2"],
  [/imsqti_v2p1/, "2.1"],
  [/imsqti_v2p0/, "2.0"],
];
export const versionNames = ["3.0", "2.2", "2.1", "2.0", "2", "unknown"] as const;
/** "2" is one of the 2s that does not say which; "unknown" is no version we know. */
export type Version = (typeof versionNames)[number];

/** By namespace or, where a file has none, by how its root is written. */
export const versionOf = ({ name, namespace }: XmlElement): Version =>
  versions.find(([pattern]) => pattern.test(namespace))?.[1] ??
  (name.startsWith("qti-") ? "3.0" : olderNames.has(name) ? "2" : "unknown");
