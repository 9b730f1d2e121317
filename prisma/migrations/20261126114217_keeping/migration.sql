-- What the learner's computer last said of its own storage: kept, cleared, refused or full.
ALTER TABLE "attempts" ADD COLUMN "keeping" TEXT NOT NULL DEFAULT 'kept';
