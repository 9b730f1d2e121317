import { formAssembly } from "./form-assembly.ts";
import { formDraft } from "./form-draft.ts";
import { formPreview } from "./form-preview.ts";
import { formStart } from "./form-start.ts";
import type { Viewer } from "./view.ts";

export const formViews = (see: Viewer) => ({
  start: see(formStart),
  assembly: see(formAssembly),
  draft: see(formDraft),
  preview: see(formPreview),
});
