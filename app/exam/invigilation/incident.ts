/** What an invigilator writes down; each reaches the people who must act on it. */
export const incidentTypes = [
  "evacuation",
  "technical",
  "illness",
  "disturbance",
  "late-arrival",
  "question-problem",
  "suspected-malpractice",
  "other",
] as const;
export type IncidentType = (typeof incidentTypes)[number];

const words: Record<IncidentType, string> = {
  evacuation: "Evacuation or fire alarm",
  technical: "Computer or network problem",
  illness: "Illness or distress",
  disturbance: "Noise or disturbance",
  "late-arrival": "Late arrival",
  "question-problem": "Problem with a question",
  "suspected-malpractice": "Suspected malpractice",
  other: "Something else",
};

const isIncidentType = (text: string): text is IncidentType => incidentTypes.some((type) => type === text);

export const incidentWords = (type: string) => (isIncidentType(type) ? words[type] : type);

/** What to write, and what not, where that is a rule of its own. */
export const incidentAdvice: Partial<Record<IncidentType, string>> = {
  "question-problem":
    "Learners answer the question as it stands. Do not explain it. What you write here goes to the awarding organisation.",
  "suspected-malpractice": "Write what you saw and heard, when, and who else saw it. Leave out what you think of it.",
  technical: "Write which machine, what it showed, and what was lost, if anything was.",
};
