-- CreateTable
CREATE TABLE "import_reports" (
    "id" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "startedById" UUID,
    "startedBy" TEXT NOT NULL,
    "total" INTEGER NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "native" INTEGER NOT NULL DEFAULT 0,
    "opaque" INTEGER NOT NULL DEFAULT 0,
    "rejected" INTEGER NOT NULL DEFAULT 0,
    "refusal" JSONB,
    "leftOut" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "import_reports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "imported_resources" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "path" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "interactions" JSONB NOT NULL,
    "reasons" JSONB NOT NULL,
    "assets" JSONB NOT NULL,
    "content" JSONB,

    CONSTRAINT "imported_resources_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "imported_files" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "imported_files_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "imported_resources_reportId_number_key" ON "imported_resources"("reportId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "imported_files_reportId_path_key" ON "imported_files"("reportId", "path");

-- AddForeignKey
ALTER TABLE "imported_resources" ADD CONSTRAINT "imported_resources_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "import_reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imported_files" ADD CONSTRAINT "imported_files_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "import_reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
