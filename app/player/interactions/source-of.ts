import type { Pictures } from "./interaction-props.ts";

const ownPicture = /^data:image\/(png|jpeg|gif|webp|svg\+xml);base64,/;

/** Where a picture's bytes are: travelling with the form, or in the name itself. Nothing is fetched during a test. */
export const sourceOf = (name: string, pictures: Pictures): string | undefined =>
  Object.hasOwn(pictures, name) ? pictures[name] : ownPicture.test(name) ? name : undefined;
