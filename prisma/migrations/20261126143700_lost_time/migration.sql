-- What browsers report of lost time is read for a whole room whenever its board is: hardly any entry of a journal is one.
CREATE INDEX journal_unable ON "journal" ("attemptId") WHERE entry->>'kind' = 'unable';
-- A machine's last sign of life, written down when the learner is moved away from it. The attempt goes on to another one.
ALTER TABLE "leases" ADD COLUMN "heardAt" TIMESTAMPTZ(3);
