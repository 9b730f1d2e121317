import type { IsoDate } from "./iso-date.ts";

export const arrangementCodes = [
  "ET25",
  "ET26_50",
  "ET100",
  "SRB",
  "RDR",
  "CR",
  "RP",
  "RA",
  "SCR",
  "SRT",
  "WP",
  "BTD",
  "BTD_ET",
  "COL",
  "CN",
  "ML",
  "PRM",
  "LM",
  "CP",
  "PA",
  "ROOM",
  "ALT",
] as const;
export type ArrangementCode = (typeof arrangementCodes)[number];

/** Codes stay; display names follow the year's rules. Extra time is a percentage of the paper's base time. */
export type Arrangement = {
  readonly code: ArrangementCode;
  readonly name: string;
  readonly extraTime: ExtraTime;
  /** A pause in which questions and answers are out of sight; its length is given back in full. */
  readonly restBreaks: boolean;
  readonly needs: readonly Need[];
  readonly approval: "centre" | "awarding-body";
  readonly from: IsoDate;
  readonly to: IsoDate | null;
  readonly source: string;
  readonly verified: boolean;
};

export type ExtraTime =
  | { readonly kind: "none" }
  | { readonly kind: "fixed"; readonly percent: number }
  /** The approval states the figure; `usual` stands in when it does not. */
  | { readonly kind: "stated"; readonly from: number; readonly to: number; readonly usual: number };

/** What the room or the player must provide for it. */
export type Need =
  | "separate-room"
  | "own-invigilator"
  | "second-person"
  | "headphones"
  | "reads-aloud"
  | "dictation"
  | "appearance"
  | "named-colours"
  | "modified-form"
  | "other-site";

/** One arrangement as approved for one candidate. */
export type GrantedArrangement = { readonly code: ArrangementCode; readonly percent?: number | undefined };

const none: ExtraTime = { kind: "none" };
const held = { restBreaks: false, needs: [], extraTime: none, from: "2017-09-01", to: null, verified: true } as const;
const catalogue = "JCQ access arrangements, as centres and awarding bodies restate them";
const practice = "Usual practice; no text was read";

export const arrangements: readonly Arrangement[] = [
  {
    ...held,
    code: "ET25",
    name: "25 % extra time",
    extraTime: { kind: "fixed", percent: 25 },
    approval: "awarding-body",
    source: "Pearson, extra time in BTEC onscreen tests",
  },
  {
    ...held,
    code: "ET26_50",
    name: "Extra time of 26 to 50 %",
    extraTime: { kind: "stated", from: 26, to: 50, usual: 50 },
    approval: "awarding-body",
    source: practice,
    verified: false,
  },
  {
    ...held,
    code: "ET100",
    name: "Extra time over 50 %",
    extraTime: { kind: "stated", from: 51, to: 300, usual: 100 },
    approval: "awarding-body",
    source: "Pearson, extra time in BTEC onscreen tests; where the band begins was not read",
    verified: false,
  },
  { ...held, code: "SRB", name: "Supervised rest breaks", restBreaks: true, approval: "centre", source: catalogue },
  {
    ...held,
    code: "RDR",
    name: "Reader",
    needs: ["separate-room", "second-person"],
    approval: "awarding-body",
    source: catalogue,
  },
  {
    ...held,
    code: "CR",
    name: "Computer reader",
    needs: ["reads-aloud", "headphones"],
    approval: "awarding-body",
    source: catalogue,
  },
  { ...held, code: "RP", name: "Examination reading pen", approval: "centre", source: catalogue },
  {
    ...held,
    code: "RA",
    name: "Reading aloud to oneself",
    needs: ["separate-room"],
    approval: "centre",
    source: catalogue,
  },
  {
    ...held,
    code: "SCR",
    name: "Scribe",
    needs: ["separate-room", "second-person"],
    approval: "awarding-body",
    source: catalogue,
  },
  {
    ...held,
    code: "SRT",
    name: "Speech recognition",
    needs: ["separate-room", "dictation"],
    approval: "awarding-body",
    source: catalogue,
  },
  { ...held, code: "WP", name: "Word processor", approval: "centre", source: catalogue },
  { ...held, code: "BTD", name: "Bilingual translation dictionary", approval: "centre", source: catalogue },
  {
    ...held,
    code: "BTD_ET",
    name: "Bilingual dictionary with extra time",
    extraTime: { kind: "fixed", percent: 10 },
    approval: "awarding-body",
    to: "2023-08-31",
    source: "Guidance of 2017/18 and 2021/22; the year 2022/23 was not read",
  },
  {
    ...held,
    code: "BTD_ET",
    name: "Bilingual dictionary with extra time",
    extraTime: { kind: "fixed", percent: 25 },
    approval: "awarding-body",
    from: "2023-09-01",
    source: "A council's page on 2023/24, Form BD25",
  },
  {
    ...held,
    code: "COL",
    name: "Colours and text size",
    needs: ["appearance"],
    approval: "centre",
    source: practice,
    verified: false,
  },
  {
    ...held,
    code: "CN",
    name: "Colour naming",
    needs: ["named-colours"],
    approval: "centre",
    source: practice,
    verified: false,
  },
  {
    ...held,
    code: "ML",
    name: "Modified paper",
    needs: ["modified-form"],
    approval: "awarding-body",
    source: catalogue,
  },
  { ...held, code: "PRM", name: "Prompter", needs: ["second-person"], approval: "centre", source: catalogue },
  {
    ...held,
    code: "LM",
    name: "Oral Language Modifier",
    needs: ["own-invigilator", "second-person"],
    approval: "awarding-body",
    to: "2022-08-31",
    source: catalogue,
  },
  {
    ...held,
    code: "LM",
    name: "Language Modifier",
    needs: ["own-invigilator", "second-person"],
    approval: "awarding-body",
    from: "2022-09-01",
    source: catalogue,
  },
  {
    ...held,
    code: "CP",
    name: "Sign language interpreter",
    needs: ["second-person"],
    approval: "centre",
    to: "2022-08-31",
    source: catalogue,
  },
  {
    ...held,
    code: "CP",
    name: "Communication Professional",
    needs: ["second-person"],
    approval: "centre",
    from: "2022-09-01",
    source: catalogue,
  },
  {
    ...held,
    code: "PA",
    name: "Practical assistant",
    needs: ["second-person"],
    approval: "awarding-body",
    source: catalogue,
  },
  {
    ...held,
    code: "ROOM",
    name: "Separate invigilation",
    needs: ["separate-room", "own-invigilator"],
    approval: "centre",
    source: practice,
    verified: false,
  },
  {
    ...held,
    code: "ALT",
    name: "Alternative site",
    needs: ["other-site"],
    approval: "centre",
    source: "Pearson, onscreen bookings off site",
  },
];
