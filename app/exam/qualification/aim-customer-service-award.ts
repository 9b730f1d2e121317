import type { QualificationData } from "./qualification.ts";

/** From the AIM specification. */
export const aimCustomerServiceAward: QualificationData = {
  id: "aim-customer-service-award",
  title: "AIM Qualifications Level 2 Award in Customer Service",
  qan: "600/7646/X",
  awardingBody: "AIM Qualifications",
  level: 2,
  guidedHours: 80,
  guidedHoursComputed: null,
  totalHours: 130,
  credit: null,
  from: "2013-01-01",
  reviewed: "2023-12-31",
  units: [
    {
      ref: "H/504/6147",
      urn: "H/504/6147",
      title: "Delivering Effective Customer Service",
      level: 2,
      credit: null,
      guidedHours: 32,
      group: "essential",
      assessment: "portfolio",
    },
    {
      ref: "K/504/6148",
      urn: "K/504/6148",
      title: "Understanding Good Customer Service",
      level: 2,
      credit: null,
      guidedHours: 48,
      group: "essential",
      assessment: "portfolio",
    },
  ],
  combination: { creditMin: null, rules: [{ of: ["essential"], all: true, creditMin: null, creditMax: null }] },
  grading: {
    scale: ["not competent", "competent"],
    rule: "Competent in both units, by portfolio and practical task",
    stated: true,
  },
  points: null,
  externalTest: null,
  resits: null,
  barredCombinations: [],
  roles: ["tutor", "assessor", "internal verifier", "external verifier", "customer experience advisor"],
  roleRules: [],
  corrections: [
    {
      printed: "Hydrotherapy centres and their registration",
      right: "Not this qualification",
      why: "Text carried over from another handbook.",
    },
    {
      printed: "Overview: portfolio; table: portfolio and practical",
      right: "Both, no exam",
      why: "The table is the more specific text.",
    },
  ],
};
