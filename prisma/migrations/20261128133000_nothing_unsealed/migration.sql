-- Lines, marks and results from before there were seals are sealed as they stand. From here on a row without a seal is one
-- whose seal was taken off, so that none is believed. What is stored about seals in receipts stays as it was signed.
ALTER TABLE "audit" DISABLE TRIGGER append_only;
ALTER TABLE "ledger" DISABLE TRIGGER append_only;
ALTER TABLE "marks" DISABLE TRIGGER append_only;
ALTER TABLE "results" DISABLE TRIGGER append_only;

-- Those audit lines belong to no chain. They make one of their own, in the order in which they were written.
DO $$
DECLARE
  own CONSTANT text := 'from before';
  line audit%ROWTYPE;
  before text;
  at_place integer;
BEGIN
  IF NOT EXISTS (SELECT FROM audit WHERE chain IS NULL) THEN RETURN; END IF;
  INSERT INTO audit_chains AS c (chain, head, lines) VALUES (own, sealed('examhall audit', own), 0)
    ON CONFLICT (chain) DO UPDATE SET lines = c.lines RETURNING c.head, c.lines INTO before, at_place;
  FOR line IN SELECT * FROM audit WHERE chain IS NULL ORDER BY id LOOP
    before := sealed(before, at_place::text, line.id::text, milliseconds(line.at), line."actorId"::text, line."actorName",
      line.role, line.action, line."centreId"::text, line."sittingId"::text, line."attemptId"::text, line.why,
      line.detail::text);
    UPDATE audit SET chain = own, place = at_place, seal = before WHERE id = line.id;
    at_place := at_place + 1;
  END LOOP;
  UPDATE audit_chains SET head = before, lines = at_place WHERE chain = own;
END $$;

-- A ledger begun before there were seals has none in any line. Each turn seals one more line of every such ledger.
DO $$
DECLARE done integer;
BEGIN
  LOOP
    UPDATE ledger l SET hash = sealed(coalesce(b.hash, sealed('examhall ledger', l."attemptId"::text)), l.position::text,
        milliseconds(l.at), l."byName", l.line::text)
      FROM ledger own LEFT JOIN ledger b ON b."attemptId" = own."attemptId" AND b.position = own.position - 1
      WHERE l."attemptId" = own."attemptId" AND l.position = own.position AND l.hash IS NULL
        AND (l.position = 0 OR b.hash IS NOT NULL);
    GET DIAGNOSTICS done = ROW_COUNT;
    EXIT WHEN done = 0;
  END LOOP;
  UPDATE attempts a SET "ledgerHead" = l.hash FROM ledger l
    WHERE a."ledgerHead" IS NULL AND l."attemptId" = a.id
      AND l.position = (SELECT max(position) FROM ledger WHERE "attemptId" = a.id);
END $$;

-- A mark that supersedes one without a seal was sealed as if it superseded none: it is sealed anew, after that one.
DO $$
DECLARE done integer;
BEGIN
  WITH RECURSIVE later AS (
    SELECT m.id FROM marks m JOIN marks b ON b.id = m."supersedesId" WHERE b.seal IS NULL
    UNION SELECT m.id FROM marks m JOIN later ON later.id = m."supersedesId")
  UPDATE marks SET seal = NULL WHERE id IN (SELECT id FROM later);
  LOOP
    UPDATE marks m SET seal = sealed(coalesce(b.seal, 'examhall mark'), m.id::text, m."responseId"::text, m.marks::text,
        m.max::text, m."givenBy", m."staffId"::text, m.detail::text, milliseconds(m.at), m."supersedesId"::text)
      FROM marks own LEFT JOIN marks b ON b.id = own."supersedesId"
      WHERE m.id = own.id AND m.seal IS NULL AND (m."supersedesId" IS NULL OR b.seal IS NOT NULL);
    GET DIAGNOSTICS done = ROW_COUNT;
    EXIT WHEN done = 0;
  END LOOP;
END $$;

-- And so with the versions of a result.
DO $$
DECLARE done integer;
BEGIN
  UPDATE results r SET seal = NULL WHERE EXISTS (
    SELECT FROM results b WHERE b."attemptId" = r."attemptId" AND b.version < r.version AND b.seal IS NULL);
  LOOP
    UPDATE results r SET seal = sealed(coalesce(b.seal, 'examhall result'), r.id::text, r."attemptId"::text, r.version::text,
        r."boundarySetId"::text, r.raw::text, r.grade, r.points::text, r."byArea"::text, r."byObjective"::text,
        milliseconds(r."releasedAt"), r."releasedById"::text)
      FROM results own LEFT JOIN results b ON b."attemptId" = own."attemptId" AND b.version = own.version - 1
      WHERE r.id = own.id AND r.seal IS NULL AND (b.id IS NULL OR b.seal IS NOT NULL);
    GET DIAGNOSTICS done = ROW_COUNT;
    EXIT WHEN done = 0;
  END LOOP;
END $$;

ALTER TABLE "audit" ENABLE TRIGGER append_only;
ALTER TABLE "ledger" ENABLE TRIGGER append_only;
ALTER TABLE "marks" ENABLE TRIGGER append_only;
ALTER TABLE "results" ENABLE TRIGGER append_only;
