-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "audit" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorId" UUID,
    "actorName" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "centreId" UUID,
    "sittingId" UUID,
    "attemptId" UUID,
    "why" TEXT,
    "detail" JSONB NOT NULL,

    CONSTRAINT "audit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "components" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "qualification" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "maxMark" INTEGER NOT NULL,
    "attemptsMax" INTEGER NOT NULL,
    "areas" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "components_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "item_versions" (
    "id" UUID NOT NULL,
    "itemId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "checksum" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "maxMark" INTEGER NOT NULL,
    "marking" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "xml" TEXT NOT NULL,
    "loadedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "item_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stimulus_versions" (
    "id" UUID NOT NULL,
    "stimulusId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "checksum" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "xml" TEXT NOT NULL,
    "loadedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stimulus_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "forms" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "componentId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "maxMark" INTEGER NOT NULL,
    "practice" BOOLEAN NOT NULL DEFAULT false,
    "checksum" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "pictures" JSONB NOT NULL,
    "frozenAt" TIMESTAMPTZ(3) NOT NULL,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "forms_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "form_items" (
    "formId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "itemVersionId" UUID NOT NULL,
    "stimulusVersionId" UUID,

    CONSTRAINT "form_items_pkey" PRIMARY KEY ("formId","number")
);

-- CreateTable
CREATE TABLE "boundary_sets" (
    "id" UUID NOT NULL,
    "formId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "pass" INTEGER NOT NULL,
    "merit" INTEGER NOT NULL,
    "distinction" INTEGER NOT NULL,
    "setById" UUID NOT NULL,
    "setAt" TIMESTAMPTZ(3) NOT NULL,
    "why" TEXT NOT NULL,

    CONSTRAINT "boundary_sets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "responses" (
    "id" UUID NOT NULL,
    "attemptId" UUID NOT NULL,
    "itemVersionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "responses_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "marking_tasks" (
    "id" UUID NOT NULL,
    "responseId" UUID NOT NULL,
    "itemVersionId" UUID NOT NULL,
    "centreId" UUID NOT NULL,
    "queue" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "heldById" UUID,
    "heldUntil" TIMESTAMPTZ(3),
    "why" TEXT,
    "raisedById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "marking_tasks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "marks" (
    "id" UUID NOT NULL,
    "responseId" UUID NOT NULL,
    "marks" INTEGER NOT NULL,
    "max" INTEGER NOT NULL,
    "givenBy" TEXT NOT NULL,
    "staffId" UUID,
    "detail" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "supersedesId" UUID,

    CONSTRAINT "marks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "results" (
    "id" UUID NOT NULL,
    "attemptId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "boundarySetId" UUID NOT NULL,
    "raw" INTEGER NOT NULL,
    "grade" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "byArea" JSONB NOT NULL,
    "byObjective" JSONB NOT NULL,
    "releasedAt" TIMESTAMPTZ(3) NOT NULL,
    "releasedById" UUID NOT NULL,

    CONSTRAINT "results_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "internal_grades" (
    "id" UUID NOT NULL,
    "learnerId" UUID NOT NULL,
    "unit" INTEGER NOT NULL,
    "grade" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byName" TEXT NOT NULL,

    CONSTRAINT "internal_grades_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "centres" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "centres_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "disabledAt" TIMESTAMPTZ(3),

    CONSTRAINT "staff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_roles" (
    "id" UUID NOT NULL,
    "staffId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "centreId" UUID,

    CONSTRAINT "staff_roles_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "affiliations" (
    "staffId" UUID NOT NULL,
    "centreId" UUID NOT NULL,

    CONSTRAINT "affiliations_pkey" PRIMARY KEY ("staffId","centreId")
);

-- CreateTable
CREATE TABLE "sign_ins" (
    "tokenHash" TEXT NOT NULL,
    "staffId" UUID,
    "bookingId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "sign_ins_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "sign_in_failures" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_failures_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "learners" (
    "id" UUID NOT NULL,
    "centreId" UUID NOT NULL,
    "candidateNumber" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "dateOfBirth" DATE,
    "uln" TEXT,

    CONSTRAINT "learners_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sittings" (
    "id" UUID NOT NULL,
    "centreId" UUID NOT NULL,
    "componentId" TEXT NOT NULL,
    "room" TEXT NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "ruleSet" TEXT NOT NULL,
    "phase" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "sittings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bookings" (
    "id" UUID NOT NULL,
    "learnerId" UUID NOT NULL,
    "componentId" TEXT NOT NULL,
    "sittingId" UUID NOT NULL,
    "formId" UUID NOT NULL,
    "attemptNumber" INTEGER NOT NULL,
    "seat" TEXT NOT NULL,
    "arrangements" JSONB NOT NULL,
    "register" TEXT NOT NULL,
    "arrivedAt" TIMESTAMPTZ(3),
    "keycodeHash" TEXT NOT NULL,
    "keycodeSealed" TEXT NOT NULL,
    "bookedAt" TIMESTAMPTZ(3) NOT NULL,
    "bookedById" UUID,
    "cancelledAt" TIMESTAMPTZ(3),

    CONSTRAINT "bookings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attempts" (
    "id" UUID NOT NULL,
    "bookingId" UUID NOT NULL,
    "sittingId" UUID NOT NULL,
    "formId" UUID NOT NULL,
    "phase" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3),
    "deadline" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "closeReason" TEXT,
    "leaseId" UUID,
    "head" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "savedAt" TIMESTAMPTZ(3),
    "lastSeenAt" TIMESTAMPTZ(3),
    "progress" JSONB NOT NULL,
    "receipt" TEXT,

    CONSTRAINT "attempts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "leases" (
    "id" UUID NOT NULL,
    "attemptId" UUID NOT NULL,
    "machine" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "savedThrough" INTEGER NOT NULL,

    CONSTRAINT "leases_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "journal" (
    "attemptId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "leaseId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "entry" JSONB NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "standing" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "journal_pkey" PRIMARY KEY ("attemptId","position")
);

-- CreateTable
CREATE TABLE "ledger" (
    "attemptId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "line" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byName" TEXT NOT NULL,

    CONSTRAINT "ledger_pkey" PRIMARY KEY ("attemptId","position")
);

-- CreateTable
CREATE TABLE "incidents" (
    "id" UUID NOT NULL,
    "sittingId" UUID NOT NULL,
    "attemptId" UUID,
    "type" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "narrative" TEXT NOT NULL,
    "byName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "incidents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "announcements" (
    "id" UUID NOT NULL,
    "sittingId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byName" TEXT NOT NULL,

    CONSTRAINT "announcements_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "audit_sittingId_id_idx" ON "audit"("sittingId", "id");

-- CreateIndex
CREATE INDEX "audit_attemptId_id_idx" ON "audit"("attemptId", "id");

-- CreateIndex
CREATE INDEX "audit_centreId_id_idx" ON "audit"("centreId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "item_versions_itemId_version_key" ON "item_versions"("itemId", "version");

-- CreateIndex
CREATE UNIQUE INDEX "item_versions_itemId_checksum_key" ON "item_versions"("itemId", "checksum");

-- CreateIndex
CREATE UNIQUE INDEX "stimulus_versions_stimulusId_version_key" ON "stimulus_versions"("stimulusId", "version");

-- CreateIndex
CREATE UNIQUE INDEX "stimulus_versions_stimulusId_checksum_key" ON "stimulus_versions"("stimulusId", "checksum");

-- CreateIndex
CREATE UNIQUE INDEX "forms_code_version_key" ON "forms"("code", "version");

-- CreateIndex
CREATE UNIQUE INDEX "forms_code_checksum_key" ON "forms"("code", "checksum");

-- CreateIndex
CREATE UNIQUE INDEX "boundary_sets_formId_version_key" ON "boundary_sets"("formId", "version");

-- CreateIndex
CREATE INDEX "responses_itemVersionId_idx" ON "responses"("itemVersionId");

-- CreateIndex
CREATE UNIQUE INDEX "responses_attemptId_number_key" ON "responses"("attemptId", "number");

-- CreateIndex
CREATE INDEX "marking_tasks_itemVersionId_queue_state_createdAt_idx" ON "marking_tasks"("itemVersionId", "queue", "state", "createdAt");

-- CreateIndex
CREATE INDEX "marking_tasks_heldById_state_idx" ON "marking_tasks"("heldById", "state");

-- CreateIndex
CREATE INDEX "marking_tasks_responseId_idx" ON "marking_tasks"("responseId");

-- CreateIndex
CREATE INDEX "marks_responseId_idx" ON "marks"("responseId");

-- CreateIndex
CREATE INDEX "marks_staffId_at_idx" ON "marks"("staffId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "results_attemptId_version_key" ON "results"("attemptId", "version");

-- CreateIndex
CREATE INDEX "internal_grades_learnerId_unit_at_idx" ON "internal_grades"("learnerId", "unit", "at");

-- CreateIndex
CREATE UNIQUE INDEX "centres_number_key" ON "centres"("number");

-- CreateIndex
CREATE UNIQUE INDEX "staff_email_key" ON "staff"("email");

-- CreateIndex
CREATE UNIQUE INDEX "staff_roles_staffId_role_centreId_key" ON "staff_roles"("staffId", "role", "centreId");

-- CreateIndex
CREATE INDEX "sign_ins_staffId_idx" ON "sign_ins"("staffId");

-- CreateIndex
CREATE INDEX "sign_ins_bookingId_idx" ON "sign_ins"("bookingId");

-- CreateIndex
CREATE INDEX "sign_in_failures_key_at_idx" ON "sign_in_failures"("key", "at");

-- CreateIndex
CREATE UNIQUE INDEX "learners_centreId_candidateNumber_key" ON "learners"("centreId", "candidateNumber");

-- CreateIndex
CREATE INDEX "sittings_centreId_startsAt_idx" ON "sittings"("centreId", "startsAt");

-- CreateIndex
CREATE UNIQUE INDEX "bookings_keycodeHash_key" ON "bookings"("keycodeHash");

-- CreateIndex
CREATE INDEX "bookings_learnerId_componentId_idx" ON "bookings"("learnerId", "componentId");

-- CreateIndex
CREATE INDEX "bookings_sittingId_idx" ON "bookings"("sittingId");

-- CreateIndex
CREATE UNIQUE INDEX "attempts_bookingId_key" ON "attempts"("bookingId");

-- CreateIndex
CREATE INDEX "attempts_phase_deadline_idx" ON "attempts"("phase", "deadline");

-- CreateIndex
CREATE INDEX "attempts_sittingId_idx" ON "attempts"("sittingId");

-- CreateIndex
CREATE INDEX "leases_attemptId_idx" ON "leases"("attemptId");

-- CreateIndex
CREATE UNIQUE INDEX "journal_leaseId_seq_key" ON "journal"("leaseId", "seq");

-- CreateIndex
CREATE INDEX "incidents_sittingId_idx" ON "incidents"("sittingId");

-- CreateIndex
CREATE INDEX "announcements_sittingId_at_idx" ON "announcements"("sittingId", "at");

-- AddForeignKey
ALTER TABLE "forms" ADD CONSTRAINT "forms_componentId_fkey" FOREIGN KEY ("componentId") REFERENCES "components"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "form_items" ADD CONSTRAINT "form_items_formId_fkey" FOREIGN KEY ("formId") REFERENCES "forms"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "form_items" ADD CONSTRAINT "form_items_itemVersionId_fkey" FOREIGN KEY ("itemVersionId") REFERENCES "item_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "form_items" ADD CONSTRAINT "form_items_stimulusVersionId_fkey" FOREIGN KEY ("stimulusVersionId") REFERENCES "stimulus_versions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "boundary_sets" ADD CONSTRAINT "boundary_sets_formId_fkey" FOREIGN KEY ("formId") REFERENCES "forms"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "responses" ADD CONSTRAINT "responses_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "attempts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "responses" ADD CONSTRAINT "responses_itemVersionId_fkey" FOREIGN KEY ("itemVersionId") REFERENCES "item_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "marking_tasks" ADD CONSTRAINT "marking_tasks_responseId_fkey" FOREIGN KEY ("responseId") REFERENCES "responses"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "marks" ADD CONSTRAINT "marks_responseId_fkey" FOREIGN KEY ("responseId") REFERENCES "responses"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "results" ADD CONSTRAINT "results_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "attempts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "results" ADD CONSTRAINT "results_boundarySetId_fkey" FOREIGN KEY ("boundarySetId") REFERENCES "boundary_sets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "internal_grades" ADD CONSTRAINT "internal_grades_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "learners"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_roles" ADD CONSTRAINT "staff_roles_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_roles" ADD CONSTRAINT "staff_roles_centreId_fkey" FOREIGN KEY ("centreId") REFERENCES "centres"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "affiliations" ADD CONSTRAINT "affiliations_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "affiliations" ADD CONSTRAINT "affiliations_centreId_fkey" FOREIGN KEY ("centreId") REFERENCES "centres"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_ins" ADD CONSTRAINT "sign_ins_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_ins" ADD CONSTRAINT "sign_ins_bookingId_fkey" FOREIGN KEY ("bookingId") REFERENCES "bookings"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "learners" ADD CONSTRAINT "learners_centreId_fkey" FOREIGN KEY ("centreId") REFERENCES "centres"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sittings" ADD CONSTRAINT "sittings_centreId_fkey" FOREIGN KEY ("centreId") REFERENCES "centres"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sittings" ADD CONSTRAINT "sittings_componentId_fkey" FOREIGN KEY ("componentId") REFERENCES "components"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "learners"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_componentId_fkey" FOREIGN KEY ("componentId") REFERENCES "components"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_sittingId_fkey" FOREIGN KEY ("sittingId") REFERENCES "sittings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_formId_fkey" FOREIGN KEY ("formId") REFERENCES "forms"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_bookingId_fkey" FOREIGN KEY ("bookingId") REFERENCES "bookings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_sittingId_fkey" FOREIGN KEY ("sittingId") REFERENCES "sittings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_formId_fkey" FOREIGN KEY ("formId") REFERENCES "forms"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leases" ADD CONSTRAINT "leases_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "attempts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journal" ADD CONSTRAINT "journal_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "attempts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger" ADD CONSTRAINT "ledger_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "attempts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_sittingId_fkey" FOREIGN KEY ("sittingId") REFERENCES "sittings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "attempts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcements" ADD CONSTRAINT "announcements_sittingId_fkey" FOREIGN KEY ("sittingId") REFERENCES "sittings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What happened is never rewritten: the database itself refuses.
CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'table % is append-only: % refused', TG_TABLE_NAME, TG_OP;
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "journal" FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "ledger" FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "marks" FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit" FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "results" FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "boundary_sets" FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "announcements" FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "internal_grades" FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "item_versions" FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "stimulus_versions" FOR EACH STATEMENT EXECUTE FUNCTION append_only();

-- A mark lies within its item's marks.
ALTER TABLE "marks" ADD CONSTRAINT marks_within CHECK (marks BETWEEN 0 AND max);
-- A candidate sits one attempt at a time at a seat.
CREATE UNIQUE INDEX bookings_seat ON "bookings" ("sittingId", "seat") WHERE "cancelledAt" IS NULL;
CREATE UNIQUE INDEX staff_roles_everywhere ON "staff_roles" ("staffId", "role") WHERE "centreId" IS NULL;
