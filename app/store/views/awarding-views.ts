import { awardingForm } from "./awarding-form.ts";
import { awardingForms } from "./awarding-forms.ts";
import type { Viewer } from "./view.ts";

export const awardingViews = (see: Viewer) => ({ forms: see(awardingForms), form: see(awardingForm) });
