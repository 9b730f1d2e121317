const number = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
const whole = /^[+-]?\d+$/;

export const numberFrom = (text: string): number | null => (number.test(text) ? Number(text) : null);
export const wholeFrom = (text: string): number | null => (whole.test(text) ? Number(text) : null);

/** What can be said of a typed number, field by field as QTI names them; null where the text does not say. */
export type NumberRecord = {
  readonly stringValue: string;
  readonly floatValue: number | null;
  readonly integerValue: number | null;
  readonly leftDigits: number | null;
  readonly rightDigits: number | null;
  readonly ndp: number | null;
  readonly nsf: number | null;
  readonly exponent: number | null;
};

const parts = /^[+-]?(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?$/i;

export const recordFrom = (text: string): NumberRecord => {
  const typed = text.trim();
  const value = numberFrom(typed);
  const [, left = "", right = "", exponent] = value === null ? [] : (parts.exec(typed) ?? []);
  const nothing = { leftDigits: null, rightDigits: null, ndp: null, nsf: null, exponent: null };
  if (value === null) return { stringValue: text, floatValue: null, integerValue: null, ...nothing };
  return {
    stringValue: text,
    floatValue: value,
    integerValue: wholeFrom(typed),
    leftDigits: left.length,
    rightDigits: right.length,
    ndp: right.length,
    nsf: `${left}${right}`.replace(/^0+/, "").length,
    exponent: exponent === undefined ? null : Number(exponent),
  };
};
