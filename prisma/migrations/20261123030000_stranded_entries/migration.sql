-- A board counts, four times a second, what machines left behind still hold: hardly any entry of a journal is one of these.
CREATE INDEX journal_stranded ON "journal" ("attemptId") WHERE standing = 'stranded';
CREATE INDEX incidents_attempt ON "incidents" ("attemptId") WHERE "attemptId" IS NOT NULL;
