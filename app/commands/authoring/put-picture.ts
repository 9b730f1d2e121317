import { z } from "zod";
import { freeName, pictureName } from "../../exam/authoring/picture-name.ts";
import { itemWriters } from "../../exam/authoring/writers.ts";
import { refused } from "../../exam/people/refusals.ts";
import { command } from "../door.ts";
import type { ItemFiles } from "./item-files.ts";

/** In bytes of the file. */
const largest = 1_000_000;

const input = z
  .object({
    draft: z.uuid().optional(),
    component: z.string().min(1).max(100).optional(),
    name: z.string().trim().min(1).max(200),
    /** A data URL, a third longer than the file. */
    data: z
      .string()
      .max(1.4 * largest, "A picture has at most 1 MB.")
      .regex(/^data:image\/[a-z+.-]+;base64,[A-Za-z0-9+/]+={0,2}$/, "Choose a picture first."),
  })
  .refine(({ draft, component }) => (draft === undefined) !== (component === undefined), "Say which unit it is for.");

/**
 * Adds a picture to a unit and says by what name items show it. A picture that is there is never overwritten, because items
 * in use show it: another of the same name gets a number.
 */
export const putPicture = (files: ItemFiles) =>
  command<z.infer<typeof input>, { name: string; data: string }>({
    name: "add picture",
    who: itemWriters,
    input,
    async run({ tx }, { draft: draftId, component, name: given, data }) {
      const draft = draftId === undefined ? null : await tx.drafts.draft(draftId);
      const unit = await tx.drafts.unit(draft?.unitId ?? component ?? "");
      if (unit === null) return refused("not-found");
      if (unit.kind !== "timed") return refused("picture-unfit", "This unit shows no pictures.");
      const base64 = data.slice(data.indexOf(",") + 1);
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      if (bytes.length > largest) return refused("picture-unfit", "A picture has at most 1 MB.");
      const judged = files.judgePicture(given, bytes);
      if (!judged.ok) return refused("picture-unfit", judged.why);

      await tx.drafts.lockUnit(unit.id);
      const stored = `data:${judged.type};base64,${base64}`;
      const kept = await tx.forms.pictures(unit.id);
      const wanted = pictureName(given, judged.type);
      const same = Object.entries(kept).find(([name, other]) => other === stored && name.startsWith(wanted.stem));
      if (same !== undefined) return { ok: true, value: { name: same[0], data: stored }, audit: [] };
      const name = freeName(wanted, Object.keys(kept));
      await tx.drafts.addPicture(unit.id, name, stored);
      return {
        ok: true,
        value: { name, data: stored },
        audit: [{ detail: { unit: unit.id, picture: name, bytes: bytes.length } }],
      };
    },
  });
