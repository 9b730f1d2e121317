-- Audit lines are chained by the database itself: those of an attempt, of a sitting, and else of whoever did it. The chain
-- keeps its last link and its length, so that a line taken off the end is missed. Lines from before have no seal.
CREATE TABLE "audit_chains" (
    "chain" TEXT COLLATE "C" NOT NULL,
    "head" TEXT NOT NULL,
    "lines" INTEGER NOT NULL,

    CONSTRAINT "audit_chains_pkey" PRIMARY KEY ("chain")
);
ALTER TABLE "audit" ADD COLUMN "chain" TEXT COLLATE "C", ADD COLUMN "place" INTEGER, ADD COLUMN "seal" TEXT;
CREATE UNIQUE INDEX "audit_chain_place_key" ON "audit"("chain", "place");

-- The text is repeated in app/exam/proof/sealed-text.ts. The insert into the chains is what makes two writers wait in turn.
CREATE FUNCTION seal_audit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE own text; before text; at_place integer;
BEGIN
  own := coalesce('attempt ' || NEW."attemptId", 'sitting ' || NEW."sittingId", 'by ' || NEW."actorId", 'system');
  INSERT INTO audit_chains AS c (chain, head, lines) VALUES (own, sealed('examhall audit', own), 0)
    ON CONFLICT (chain) DO UPDATE SET lines = c.lines RETURNING c.head, c.lines INTO before, at_place;
  NEW.chain := own;
  NEW.place := at_place;
  NEW.seal := sealed(before, at_place::text, NEW.id::text, milliseconds(NEW.at), NEW."actorId"::text, NEW."actorName",
    NEW.role, NEW.action, NEW."centreId"::text, NEW."sittingId"::text, NEW."attemptId"::text, NEW.why, NEW.detail::text);
  UPDATE audit_chains SET head = NEW.seal, lines = at_place + 1 WHERE chain = own;
  RETURN NEW;
END $$;
CREATE TRIGGER seal_audit BEFORE INSERT ON "audit" FOR EACH ROW EXECUTE FUNCTION seal_audit();
