import type { Pictures } from "./interaction-props.ts";

const ownBytes = /^data:(image\/(png|jpeg|gif|webp|svg\+xml)|audio\/[a-z0-9-]+|video\/[a-z0-9-]+);base64,/;

/** Where the bytes of a picture, a sound or a film are: travelling with the form, or in the name itself. Nothing is fetched during a test. */
export const sourceOf = (name: string, pictures: Pictures): string | undefined =>
  Object.hasOwn(pictures, name) ? pictures[name] : ownBytes.test(name) ? name : undefined;
