import { readShortCode, shortCodeFrom } from "./short-code.ts";

/** Opens an attempt that is being moved, once, at the machine it is typed at. */
export type MoveCode = string;

export const moveCodeFrom: (bytes: Uint8Array) => MoveCode = shortCodeFrom;
export const readMoveCode: (text: string) => MoveCode | null = readShortCode;
