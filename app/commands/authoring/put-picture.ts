import { z } from "zod";
import { itemWriters } from "../../exam/authoring/writers.ts";
import { refused } from "../../exam/people/refusals.ts";
import { command } from "../door.ts";
import type { ItemFiles } from "./item-files.ts";
import { keepPicture, largestPicture } from "./keep-picture.ts";

const input = z
  .object({
    draft: z.uuid().optional(),
    component: z.string().min(1).max(100).optional(),
    name: z.string().trim().min(1).max(200),
    /** A data URL, a third longer than the file. */
    data: z
      .string()
      .max(1.4 * largestPicture, "A picture has at most 1 MB.")
      .regex(/^data:image\/[a-z+.-]+;base64,[A-Za-z0-9+/]+={0,2}$/, "Choose a picture first."),
  })
  .refine(({ draft, component }) => (draft === undefined) !== (component === undefined), "Say which unit it is for.");

/** Adds a picture to a unit and says by what name items show it. */
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
      const bytes = Uint8Array.from(atob(data.slice(data.indexOf(",") + 1)), (sign) => sign.charCodeAt(0));
      await tx.drafts.lockUnit(unit.id);
      const kept = await keepPicture({ tx, files }, unit.id, { name: given, bytes });
      if (!kept.ok) return refused("picture-unfit", kept.why);
      const { name, fresh } = kept;
      return {
        ok: true,
        value: { name, data: kept.data },
        audit: fresh ? [{ detail: { unit: unit.id, picture: name, bytes: bytes.length } }] : [],
      };
    },
  });
