import { readShortCode, shortCodeFrom } from "./short-code.ts";

/** Makes a computer a spare of the room whose code it is, for as long as the sitting is open. It opens no test. */
export type SpareCode = string;

export const spareCodeFrom: (bytes: Uint8Array) => SpareCode = shortCodeFrom;
export const readSpareCode: (text: string) => SpareCode | null = readShortCode;
