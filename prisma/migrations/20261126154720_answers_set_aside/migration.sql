-- Which answer to a question is marked, where a computer left behind or the time after the end brought another.
CREATE TABLE "answer_rulings" (
    "id" UUID NOT NULL,
    "attemptId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "position" INTEGER,
    "through" INTEGER NOT NULL,
    "why" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "byName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "seal" TEXT,

    CONSTRAINT "answer_rulings_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "answer_rulings_attemptId_number_version_key" ON "answer_rulings"("attemptId", "number", "version");
ALTER TABLE "answer_rulings" ADD CONSTRAINT "answer_rulings_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "attempts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "answer_rulings" FOR EACH STATEMENT EXECUTE FUNCTION append_only();

-- Chained to the decision before about the same question; the same text as in app/exam/proof/sealed-text.ts.
CREATE FUNCTION seal_answer_ruling() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE before text;
BEGIN
  SELECT seal INTO before FROM answer_rulings
  WHERE "attemptId" = NEW."attemptId" AND number = NEW.number AND version = NEW.version - 1;
  NEW.seal := sealed(coalesce(before, 'examhall answer ruling'), NEW.id::text, NEW."attemptId"::text, NEW.number::text,
    NEW.version::text, NEW.position::text, NEW.through::text, NEW.why, NEW."byId"::text, NEW."byName", milliseconds(NEW.at));
  RETURN NEW;
END $$;
CREATE TRIGGER seal_answer_ruling BEFORE INSERT ON "answer_rulings" FOR EACH ROW EXECUTE FUNCTION seal_answer_ruling();

-- A question may have several responses now, each with marks and tasks of its own; exactly one of them counts.
ALTER TABLE "responses" ADD COLUMN "position" INTEGER, ADD COLUMN "counts" BOOLEAN NOT NULL DEFAULT true;
DROP INDEX "responses_attemptId_number_key";
CREATE UNIQUE INDEX "responses_attemptId_number_position_key" ON "responses"("attemptId", "number", "position") NULLS NOT DISTINCT;
CREATE UNIQUE INDEX responses_counting ON "responses" ("attemptId", number) WHERE counts;

-- A board asks for what was set aside several times a second; hardly any entry is.
CREATE INDEX journal_set_aside ON "journal" ("attemptId") WHERE standing IN ('late', 'stranded');
DROP INDEX journal_late;
DROP INDEX journal_stranded;
