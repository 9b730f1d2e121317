-- The ledger, marks and results are sealed by the database itself, so that no way of writing them can forget it.
-- Rows from before have no seal. What the texts are made of is repeated in app/exam/proof/sealed-text.ts, which checks them.
ALTER TABLE "ledger" ADD COLUMN "hash" TEXT;
ALTER TABLE "attempts" ADD COLUMN "ledgerHead" TEXT;
ALTER TABLE "marks" ADD COLUMN "seal" TEXT;
ALTER TABLE "results" ADD COLUMN "seal" TEXT;

CREATE FUNCTION sealed(before text, VARIADIC parts text[]) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT encode(sha256(convert_to(before || E'\n' || array_to_string(parts, E'\n', '-'), 'UTF8')), 'hex')
$$;
CREATE FUNCTION milliseconds(at timestamptz) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT (extract(epoch FROM at) * 1000)::bigint::text
$$;

-- Each line is chained to the one before; the attempt holds the last link.
CREATE FUNCTION seal_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE before text;
BEGIN
  IF NEW.position = 0 THEN before := sealed('examhall ledger', NEW."attemptId"::text);
  ELSE SELECT hash INTO before FROM ledger WHERE "attemptId" = NEW."attemptId" AND position = NEW.position - 1;
  END IF;
  NEW.hash := CASE WHEN before IS NULL THEN NULL
    ELSE sealed(before, NEW.position::text, milliseconds(NEW.at), NEW."byName", NEW.line::text) END;
  UPDATE attempts SET "ledgerHead" = NEW.hash WHERE id = NEW."attemptId";
  RETURN NEW;
END $$;
CREATE TRIGGER seal_ledger BEFORE INSERT ON "ledger" FOR EACH ROW EXECUTE FUNCTION seal_ledger();

-- A mark is chained to the one it supersedes.
CREATE FUNCTION seal_mark() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE before text;
BEGIN
  SELECT seal INTO before FROM marks WHERE id = NEW."supersedesId";
  NEW.seal := sealed(coalesce(before, 'examhall mark'), NEW.id::text, NEW."responseId"::text, NEW.marks::text, NEW.max::text,
    NEW."givenBy", NEW."staffId"::text, NEW.detail::text, milliseconds(NEW.at), NEW."supersedesId"::text);
  RETURN NEW;
END $$;
CREATE TRIGGER seal_mark BEFORE INSERT ON "marks" FOR EACH ROW EXECUTE FUNCTION seal_mark();

-- A result is chained to the version before.
CREATE FUNCTION seal_result() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE before text;
BEGIN
  SELECT seal INTO before FROM results WHERE "attemptId" = NEW."attemptId" AND version = NEW.version - 1;
  NEW.seal := sealed(coalesce(before, 'examhall result'), NEW.id::text, NEW."attemptId"::text, NEW.version::text,
    NEW."boundarySetId"::text, NEW.raw::text, NEW.grade, NEW.points::text, NEW."byArea"::text, NEW."byObjective"::text,
    milliseconds(NEW."releasedAt"), NEW."releasedById"::text);
  RETURN NEW;
END $$;
CREATE TRIGGER seal_result BEFORE INSERT ON "results" FOR EACH ROW EXECUTE FUNCTION seal_result();

-- What an ended attempt came to, signed when it ended. Later entries never change it.
CREATE TABLE "receipts" (
    "attemptId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "statement" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "keyName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "receipts_pkey" PRIMARY KEY ("attemptId")
);
CREATE UNIQUE INDEX "receipts_code_key" ON "receipts"("code");
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "attempts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "receipts" FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE INDEX attempts_receipt ON "attempts" ("receipt") WHERE "receipt" IS NOT NULL;
