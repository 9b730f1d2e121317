import type { QualificationData } from "./qualification.ts";

/** Reference, URN, title, level, credit, guided hours. */
type Row = readonly [string, string, string, number, number, number];

const groupA: readonly Row[] = [
  ["CS7", "A/506/2130", "Deliver customer service", 2, 5, 27],
  ["CS8", "F/506/2131", "Understand customers", 2, 2, 17],
  ["CS9", "J/506/2132", "Principles of customer service", 2, 4, 34],
  ["BA38", "A/506/1964", "Understand employer organisations", 2, 4, 40],
  ["ML1", "L/506/1788", "Manage personal performance and development", 2, 4, 18],
];

const groupB: readonly Row[] = [
  ["CS5", "D/506/2119", "Communicate verbally with customers", 2, 3, 14],
  ["CS6", "T/506/2126", "Communicate with customers in writing", 2, 3, 20],
];

const groupC: readonly Row[] = [
  ["CS10", "H/506/2154", "Deal with incoming telephone calls from customers", 2, 3, 16],
  ["CS11", "K/506/2155", "Make telephone calls to customers", 2, 3, 16],
  ["CS12", "L/506/2133", "Promote additional products and/or services to customers", 2, 2, 14],
  ["CS13", "R/506/2134", "Process information about customers", 2, 3, 14],
  ["CS14", "Y/506/2135", "Exceed customer expectations", 2, 3, 15],
  ["CS15", "T/506/2143", "Deliver customer service whilst working on customers' premises", 2, 4, 20],
  ["CS16", "T/506/2157", "Carry out customer service handovers", 2, 3, 15],
  ["CS17", "A/506/2158", "Resolve customer service problems", 2, 5, 22],
  ["CS18", "F/506/2159", "Deliver customer service to challenging customers", 2, 3, 16],
  ["CS19", "Y/506/2149", "Develop customer relationships", 2, 3, 18],
  ["CS20", "T/506/2160", "Support customer service improvements", 2, 3, 12],
  ["CS21", "A/506/2161", "Support customers through real-time online customer service", 2, 3, 15],
  ["CS22", "H/506/2977", "Support customers using self-service equipment", 2, 3, 18],
  ["CS23", "J/506/2163", "Use social media to deliver customer service", 2, 3, 18],
  ["CS24", "K/506/2978", "Provide post-transaction customer service", 2, 5, 22],
  ["CS31", "R/506/2151", "Resolve customers' complaints", 3, 4, 22],
  ["CS32", "D/506/2170", "Gather, analyse and interpret customer feedback", 3, 5, 24],
];

const groupD: readonly Row[] = [
  ["CFAQ3", "T/505/4673", "Health and safety procedures in the workplace", 2, 2, 16],
  ["BA13", "L/506/1807", "Manage diary systems", 2, 2, 12],
  ["BA19", "H/506/1814", "Provide reception services", 2, 3, 15],
  ["BA27", "L/506/1869", "Contribute to the organisation of an event", 2, 3, 23],
  ["BA35", "M/506/1895", "Buddy a colleague to develop their skills", 2, 3, 19],
  ["BA39", "L/506/1905", "Employee rights and responsibilities", 2, 2, 16],
  ["ML2", "R/506/1789", "Develop working relationships with colleagues", 2, 3, 19],
  ["ML7", "J/506/1806", "Principles of equality and diversity in the workplace", 2, 2, 10],
  ["CFAQ4", "M/502/8587", "Processing sales orders", 2, 2, 17],
  ["CFAQ5", "R/502/8601", "Meeting customers' after sales needs", 2, 3, 14],
  ["CFAQ6", "M/502/8606", "Handling objections and closing sales", 2, 3, 22],
  ["CC38", "K/503/0421", "Deal with incidents through a contact centre", 2, 7, 40],
  ["CC19", "L/503/0394", "Carry out direct sales activities in a contact centre", 2, 5, 15],
  ["BA42", "H/506/1912", "Negotiate in a business environment", 3, 4, 18],
  ["CFAQ9", "F/502/4396", "Bespoke Software", 2, 3, 20],
];

/** Assessed by the awarding body's own questions; every other unit by portfolio. */
const assessedKnowledge = ["CS8", "CS9", "BA38", "BA39", "ML7"];

const outcomes: Readonly<Record<string, { readonly learning: number; readonly criteria: number }>> = {
  CS7: { learning: 5, criteria: 20 },
  CS8: { learning: 2, criteria: 9 },
  CS9: { learning: 4, criteria: 23 },
  BA38: { learning: 2, criteria: 6 },
  ML1: { learning: 4, criteria: 20 },
};

const inGroup = (group: string, rows: readonly Row[]): QualificationData["units"] =>
  rows.map(([ref, urn, title, level, credit, guidedHours]) => ({
    ref,
    urn,
    title,
    level,
    credit,
    guidedHours,
    group,
    assessment: assessedKnowledge.includes(ref) ? "assessed-knowledge" : "portfolio",
    outcomes: outcomes[ref] ?? null,
  }));

/** From the BIIAB specification. */
export const biiabCustomerServiceDiploma: QualificationData = {
  id: "biiab-customer-service-diploma",
  title: "BIIAB Level 2 Diploma in Customer Service",
  qan: "601/3734/4",
  awardingBody: "BIIAB Qualifications Limited",
  level: 2,
  guidedHours: 254,
  guidedHoursComputed: 245,
  totalHours: 450,
  credit: 45,
  from: "2014-09-01",
  reviewed: "2027-09-30",
  units: [...inGroup("A", groupA), ...inGroup("B", groupB), ...inGroup("C", groupC), ...inGroup("D", groupD)],
  combination: {
    creditMin: 45,
    rules: [
      { of: ["A"], all: true, creditMin: 19, creditMax: null },
      { of: ["B", "C", "D"], all: false, creditMin: 26, creditMax: null },
      { of: ["B"], all: false, creditMin: 3, creditMax: null },
      { of: ["C"], all: false, creditMin: 16, creditMax: null },
      { of: ["D"], all: false, creditMin: null, creditMax: 7 },
    ],
  },
  grading: { scale: ["fail", "pass"], rule: "Every learning outcome and every criterion in every unit", stated: true },
  points: null,
  externalTest: null,
  resits: null,
  barredCombinations: [],
  roles: ["assessor", "expert witness", "internal quality assurer", "external quality assurer"],
  roleRules: [
    "The decisions of an unqualified assessor or quality assurer are countersigned.",
    "Records of professional development are kept.",
    "An appeal is made in the centre first.",
  ],
  corrections: [
    {
      printed: "CS8: 7 guided hours on the unit's page",
      right: "17",
      why: "The same unit has 17 in another specification, whose total only works with 17.",
    },
    {
      printed: "254 guided hours",
      right: "Probably 245; not changed",
      why: "The smallest legal choice of units comes to 245, and 254 looks like that figure with two digits changed about.",
    },
    {
      printed: "Ages: Pre 16, 16-18, 18+, 19+, 19+",
      right: "16-18 and 19+",
      why: "The later list; the ticks of the table were lost.",
    },
    {
      printed: "CS7: outcomes 3 and 4 have the same title",
      right: "Outcome 4 is about providing customer service",
      why: "Its criteria are.",
    },
    { printed: "M&L 1, B&A39, IOAs", right: "ML1, BA39, IQAs", why: "Spellings of the same names." },
  ],
};
