-- A readiness check: dummy seats on the real machines of a room, the day before a test. No learner, no attempt, no mark: what the
-- dummy seats save stands in tables of its own and is swept when the check ends.
CREATE TABLE "readiness_checks" (
    "id" UUID NOT NULL,
    "centreId" UUID NOT NULL,
    "sittingId" UUID NOT NULL,
    "room" TEXT NOT NULL,
    "formId" UUID,
    "seats" INTEGER NOT NULL,
    "codeHash" TEXT NOT NULL,
    "codeSealed" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "startedBy" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "readiness_checks_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "readiness_checks_codeHash_idx" ON "readiness_checks"("codeHash");
CREATE INDEX "readiness_checks_centreId_room_startedAt_idx" ON "readiness_checks"("centreId", "room", "startedAt");
CREATE INDEX readiness_checks_open ON "readiness_checks" ("expiresAt") WHERE "endedAt" IS NULL;
ALTER TABLE "readiness_checks" ADD CONSTRAINT "readiness_checks_centreId_fkey" FOREIGN KEY ("centreId") REFERENCES "centres"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "readiness_checks" ADD CONSTRAINT "readiness_checks_sittingId_fkey" FOREIGN KEY ("sittingId") REFERENCES "sittings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "checked_machines" (
    "id" UUID NOT NULL,
    "checkId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "arrivedAt" TIMESTAMPTZ(3) NOT NULL,
    "heardAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "checked_machines_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "checked_machines_checkId_name_key" ON "checked_machines"("checkId", "name");
ALTER TABLE "checked_machines" ADD CONSTRAINT "checked_machines_checkId_fkey" FOREIGN KEY ("checkId") REFERENCES "readiness_checks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Swept with the end of the check.
CREATE TABLE "dummy_seats" (
    "id" UUID NOT NULL,
    "machineId" UUID NOT NULL,
    "head" TEXT NOT NULL,
    "savedThrough" INTEGER NOT NULL,

    CONSTRAINT "dummy_seats_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "dummy_seats_machineId_idx" ON "dummy_seats"("machineId");
ALTER TABLE "dummy_seats" ADD CONSTRAINT "dummy_seats_machineId_fkey" FOREIGN KEY ("machineId") REFERENCES "checked_machines"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "dummy_entries" (
    "seatId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "entry" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "dummy_entries_pkey" PRIMARY KEY ("seatId", "seq")
);
ALTER TABLE "dummy_entries" ADD CONSTRAINT "dummy_entries_seatId_fkey" FOREIGN KEY ("seatId") REFERENCES "dummy_seats"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was found, kept for good. A machine that is checked again gets another line; the last one counts.
CREATE TABLE "machine_results" (
    "id" UUID NOT NULL,
    "checkId" UUID NOT NULL,
    "machineId" UUID NOT NULL,
    "measured" JSONB NOT NULL,
    "verdict" TEXT NOT NULL,
    "findings" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "machine_results_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "machine_results_checkId_at_idx" ON "machine_results"("checkId", "at");
ALTER TABLE "machine_results" ADD CONSTRAINT "machine_results_checkId_fkey" FOREIGN KEY ("checkId") REFERENCES "readiness_checks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "machine_results" ADD CONSTRAINT "machine_results_machineId_fkey" FOREIGN KEY ("machineId") REFERENCES "checked_machines"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "machine_results" FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TABLE "full_room_results" (
    "id" UUID NOT NULL,
    "checkId" UUID NOT NULL,
    "machineId" UUID NOT NULL,
    "measured" JSONB NOT NULL,
    "found" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "full_room_results_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "full_room_results_checkId_at_idx" ON "full_room_results"("checkId", "at");
ALTER TABLE "full_room_results" ADD CONSTRAINT "full_room_results_checkId_fkey" FOREIGN KEY ("checkId") REFERENCES "readiness_checks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "full_room_results" ADD CONSTRAINT "full_room_results_machineId_fkey" FOREIGN KEY ("machineId") REFERENCES "checked_machines"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "full_room_results" FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TABLE "readiness_verdicts" (
    "checkId" UUID NOT NULL,
    "verdict" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "reasons" JSONB NOT NULL,
    "byName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "readiness_verdicts_pkey" PRIMARY KEY ("checkId")
);
ALTER TABLE "readiness_verdicts" ADD CONSTRAINT "readiness_verdicts_checkId_fkey" FOREIGN KEY ("checkId") REFERENCES "readiness_checks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "readiness_verdicts" FOR EACH STATEMENT EXECUTE FUNCTION append_only();

-- A computer that was let in with a check's code: it can do nothing but its dummy seat.
ALTER TABLE "sign_ins" ADD COLUMN "machineId" UUID;
CREATE INDEX "sign_ins_machineId_idx" ON "sign_ins"("machineId");
ALTER TABLE "sign_ins" ADD CONSTRAINT "sign_ins_machineId_fkey" FOREIGN KEY ("machineId") REFERENCES "checked_machines"("id") ON DELETE SET NULL ON UPDATE CASCADE;
