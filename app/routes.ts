import { index, type RouteConfig, route } from "@remix-run/route-config";

export default [
  index("routes/home.tsx"),
  route("sign-in", "routes/sign-in.tsx"),
  route("sign-out", "routes/sign-out.tsx"),

  route("learner", "routes/learner-sign-in.tsx"),
  route("exam", "routes/exam.tsx"),
  route("exam/form", "routes/exam-form.ts"),
  route("exam/practice", "routes/exam-practice.ts"),
  route("exam/attend", "routes/exam-attend.ts"),
  route("exam/ready", "routes/exam-ready.ts"),
  route("exam/save", "routes/exam-save.ts"),
  route("exam/submit", "routes/exam-submit.ts"),
  route("exam/state", "routes/exam-state.ts"),
  route("my-result", "routes/my-result.tsx"),

  route("sittings", "routes/sittings.tsx"),
  route("sittings/new", "routes/sitting-new.tsx"),
  route("sittings/:sitting", "routes/board.tsx"),
  route("sittings/:sitting/slips", "routes/slips.tsx"),
  route("sittings/:sitting/report", "routes/sitting-report.tsx"),
  route("sittings/:sitting/report.csv", "routes/sitting-report-csv.ts"),

  route("entries", "routes/entries.tsx"),
  route("entries/new", "routes/entry-new.tsx"),
  route("learners/:learner", "routes/learner.tsx"),
  route("results", "routes/results.tsx"),
  route("results.csv", "routes/results-file.ts"),
  route("qualifications", "routes/qualifications.tsx"),

  route("marking", "routes/marking.tsx"),
  route("marking/senior", "routes/marking-senior.tsx"),
  route("marking/send", "routes/marking-send.ts"),
  route("marking/:item", "routes/marking-item.tsx"),
  route("awarding", "routes/awarding.tsx"),
  route("awarding/:form", "routes/awarding-form.tsx"),

  route("bank", "routes/bank.tsx"),
  route("bank/items/:item", "routes/bank-item.tsx"),
  route("bank/forms/:form", "routes/bank-form.tsx"),
  route("bank/forms/:form/preview", "routes/form-preview.tsx"),
  route("bank/forms/:form/retire", "routes/form-retire.ts"),
  route("bank/assemble", "routes/form-assemble.tsx"),
  route("bank/assemblies/:assembly", "routes/form-assembly.tsx"),
  route("bank/drafts/:draft", "routes/form-draft.tsx"),
  route("bank/drafts/:draft/preview", "routes/form-preview.tsx", { id: "routes/draft-preview" }),
  route("bank/import", "routes/bank-import.tsx"),
  route("bank/import/report", "routes/bank-import-report.ts"),

  route("staff", "routes/staff.tsx"),
  route("audit", "routes/audit.tsx"),
] satisfies RouteConfig;
