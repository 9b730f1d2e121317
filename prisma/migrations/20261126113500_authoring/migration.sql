-- CreateTable
CREATE TABLE "item_drafts" (
    "id" UUID NOT NULL,
    "unitId" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "maxMark" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "revision" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "approvedRevision" INTEGER,
    "baseId" UUID,
    "publishedId" UUID,
    "importedId" UUID,
    "madeById" UUID NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "changedById" UUID NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "item_drafts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "item_draft_writers" (
    "draftId" UUID NOT NULL,
    "staffId" UUID NOT NULL,
    "firstAt" TIMESTAMPTZ(3) NOT NULL,
    "lastAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "item_draft_writers_pkey" PRIMARY KEY ("draftId", "staffId")
);

-- CreateTable
CREATE TABLE "item_draft_pages" (
    "draftId" UUID NOT NULL,
    "page" UUID NOT NULL,
    "staffId" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "item_draft_pages_pkey" PRIMARY KEY ("draftId", "page")
);

-- CreateTable
CREATE TABLE "item_events" (
    "id" BIGSERIAL NOT NULL,
    "itemId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "step" TEXT NOT NULL,
    "byId" UUID,
    "byName" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "draftId" UUID,
    "revision" INTEGER,
    "versionId" UUID,
    "otherId" TEXT,

    CONSTRAINT "item_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "item_comments" (
    "id" UUID NOT NULL,
    "itemId" TEXT NOT NULL,
    "draftId" UUID,
    "revision" INTEGER,
    "versionId" UUID,
    "place" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "byName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "item_comments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "item_comment_resolutions" (
    "commentId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "byName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "item_comment_resolutions_pkey" PRIMARY KEY ("commentId")
);

-- CreateTable
CREATE TABLE "item_enemies" (
    "id" UUID NOT NULL,
    "oneId" TEXT NOT NULL,
    "otherId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "declaredById" UUID NOT NULL,
    "declaredBy" TEXT NOT NULL,
    "declaredAt" TIMESTAMPTZ(3) NOT NULL,
    "endedById" UUID,
    "endedBy" TEXT,
    "endedAt" TIMESTAMPTZ(3),
    "endReason" TEXT,

    CONSTRAINT "item_enemies_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "retired_items" (
    "itemId" TEXT NOT NULL,
    "retiredById" UUID NOT NULL,
    "retiredBy" TEXT NOT NULL,
    "retiredAt" TIMESTAMPTZ(3) NOT NULL,
    "why" TEXT NOT NULL,

    CONSTRAINT "retired_items_pkey" PRIMARY KEY ("itemId")
);

-- CreateIndex
CREATE UNIQUE INDEX "item_drafts_publishedId_key" ON "item_drafts"("publishedId");

-- CreateIndex
CREATE INDEX "item_drafts_itemId_idx" ON "item_drafts"("itemId");

-- CreateIndex
CREATE INDEX "item_drafts_state_changedAt_idx" ON "item_drafts"("state", "changedAt");

-- CreateIndex
CREATE INDEX "item_events_itemId_id_idx" ON "item_events"("itemId", "id");

-- CreateIndex
CREATE INDEX "item_events_draftId_id_idx" ON "item_events"("draftId", "id");

-- CreateIndex
CREATE INDEX "item_comments_itemId_at_idx" ON "item_comments"("itemId", "at");

-- CreateIndex
CREATE INDEX "item_enemies_oneId_idx" ON "item_enemies"("oneId");

-- CreateIndex
CREATE INDEX "item_enemies_otherId_idx" ON "item_enemies"("otherId");

-- AddForeignKey
ALTER TABLE "item_drafts" ADD CONSTRAINT "item_drafts_baseId_fkey" FOREIGN KEY ("baseId") REFERENCES "item_versions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_drafts" ADD CONSTRAINT "item_drafts_publishedId_fkey" FOREIGN KEY ("publishedId") REFERENCES "item_versions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_drafts" ADD CONSTRAINT "item_drafts_importedId_fkey" FOREIGN KEY ("importedId") REFERENCES "imported_resources"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_drafts" ADD CONSTRAINT "item_drafts_changedById_fkey" FOREIGN KEY ("changedById") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_draft_writers" ADD CONSTRAINT "item_draft_writers_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "item_drafts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_draft_writers" ADD CONSTRAINT "item_draft_writers_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_draft_pages" ADD CONSTRAINT "item_draft_pages_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "item_drafts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_draft_pages" ADD CONSTRAINT "item_draft_pages_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_comment_resolutions" ADD CONSTRAINT "item_comment_resolutions_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "item_comments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An item has one open draft at a time, and two items are declared enemies once.
CREATE UNIQUE INDEX item_drafts_open ON "item_drafts" ("itemId") WHERE "state" IN ('draft', 'review', 'approved');
CREATE UNIQUE INDEX item_enemies_pair ON "item_enemies" ("oneId", "otherId") WHERE "endedAt" IS NULL;
ALTER TABLE "item_enemies" ADD CONSTRAINT item_enemies_order CHECK ("oneId" COLLATE "C" < "otherId" COLLATE "C");
-- What is approved is the revision that is there.
ALTER TABLE "item_drafts" ADD CONSTRAINT item_drafts_approved
  CHECK (("state" IN ('approved', 'live')) = ("approvedRevision" IS NOT NULL AND "approvedRevision" = "revision"));

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "item_events" FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "item_comments" FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "item_comment_resolutions" FOR EACH STATEMENT EXECUTE FUNCTION append_only();
