-- What an invigilator decided about answers that arrived after the end, with all of them up to a place in the journal.
CREATE TABLE "late_rulings" (
    "id" UUID NOT NULL,
    "attemptId" UUID NOT NULL,
    "through" INTEGER NOT NULL,
    "choice" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "byName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "late_rulings_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "late_rulings_attemptId_at_idx" ON "late_rulings"("attemptId", "at");
ALTER TABLE "late_rulings" ADD CONSTRAINT "late_rulings_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "attempts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "late_rulings" FOR EACH STATEMENT EXECUTE FUNCTION append_only();
-- A board asks for these several times a second; hardly any entry is one.
CREATE INDEX journal_late ON "journal" ("attemptId") WHERE standing = 'late';
