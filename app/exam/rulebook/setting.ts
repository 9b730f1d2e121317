import type { IsoDate } from "./iso-date.ts";

/**
 * One number or choice the field has made, with the days it holds: from the first to the last, both included;
 * `to: null` is still in force. `verified` says that a text was read which states it.
 */
export type Setting<Rule extends string = string, Value = unknown> = {
  readonly rule: Rule;
  readonly value: Value;
  readonly from: IsoDate;
  readonly to: IsoDate | null;
  readonly source: string;
  readonly verified: boolean;
};

type Dated = { readonly from: IsoDate; readonly to: IsoDate | null };

export const isInForce = ({ from, to }: Dated, date: IsoDate) => from <= date && (to === null || date <= to);
