import { bankForm } from "./bank-form.ts";
import { bankItem } from "./bank-item.ts";
import { bankList } from "./bank-list.ts";
import { importList, importReport } from "./import-report.ts";
import type { Viewer } from "./view.ts";

export const bankViews = (see: Viewer) => ({
  list: see(bankList),
  item: see(bankItem),
  form: see(bankForm),
  imports: see(importList),
  importReport: see(importReport),
});
