-- CreateTable
CREATE TABLE "knowledge_units" (
    "id" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "qualification" TEXT NOT NULL,
    "specification" JSONB NOT NULL,

    CONSTRAINT "knowledge_units_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "knowledge_items" (
    "unitId" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,

    CONSTRAINT "knowledge_items_pkey" PRIMARY KEY ("unitId","itemId")
);

-- AddForeignKey
ALTER TABLE "knowledge_items" ADD CONSTRAINT "knowledge_items_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "knowledge_units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
