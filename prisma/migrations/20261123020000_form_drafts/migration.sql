-- AlterTable
ALTER TABLE "components" ADD COLUMN "blueprint" JSONB,
ADD COLUMN "specification" JSONB;

-- CreateTable
CREATE TABLE "component_items" (
    "componentId" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,

    CONSTRAINT "component_items_pkey" PRIMARY KEY ("componentId","itemId")
);

-- CreateTable
CREATE TABLE "bank_pictures" (
    "componentId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "data" TEXT NOT NULL,

    CONSTRAINT "bank_pictures_pkey" PRIMARY KEY ("componentId","name")
);

-- CreateTable
CREATE TABLE "form_assemblies" (
    "id" UUID NOT NULL,
    "componentId" TEXT NOT NULL,
    "wish" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "done" INTEGER NOT NULL,
    "of" INTEGER NOT NULL,
    "outcome" JSONB,
    "startedById" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "form_assemblies_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "form_drafts" (
    "id" UUID NOT NULL,
    "componentId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "items" JSONB NOT NULL,
    "revision" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "assemblyId" UUID,
    "place" INTEGER,
    "formId" UUID,
    "madeById" UUID NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "form_drafts_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "form_drafts_formId_key" ON "form_drafts"("formId");

-- A code names one open draft at a time.
CREATE UNIQUE INDEX "form_drafts_open_code" ON "form_drafts"("code") WHERE "state" = 'open';

-- AddForeignKey
ALTER TABLE "component_items" ADD CONSTRAINT "component_items_componentId_fkey" FOREIGN KEY ("componentId") REFERENCES "components"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bank_pictures" ADD CONSTRAINT "bank_pictures_componentId_fkey" FOREIGN KEY ("componentId") REFERENCES "components"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "form_assemblies" ADD CONSTRAINT "form_assemblies_componentId_fkey" FOREIGN KEY ("componentId") REFERENCES "components"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "form_drafts" ADD CONSTRAINT "form_drafts_componentId_fkey" FOREIGN KEY ("componentId") REFERENCES "components"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "form_drafts" ADD CONSTRAINT "form_drafts_assemblyId_fkey" FOREIGN KEY ("assemblyId") REFERENCES "form_assemblies"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "form_drafts" ADD CONSTRAINT "form_drafts_formId_fkey" FOREIGN KEY ("formId") REFERENCES "forms"("id") ON DELETE SET NULL ON UPDATE CASCADE;
