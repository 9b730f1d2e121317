-- CreateTable
CREATE TABLE "item_index" (
    "itemId" TEXT NOT NULL,
    "versionId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "area" TEXT NOT NULL,
    "commandWord" TEXT NOT NULL,
    "objectives" TEXT[],
    "interactions" TEXT[],
    "marks" INTEGER NOT NULL,
    "marking" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "item_index_pkey" PRIMARY KEY ("itemId")
);

-- CreateIndex
CREATE UNIQUE INDEX "item_index_versionId_key" ON "item_index"("versionId");

-- CreateIndex
CREATE INDEX "component_items_itemId_idx" ON "component_items"("itemId");

-- CreateIndex
CREATE INDEX "knowledge_items_itemId_idx" ON "knowledge_items"("itemId");

-- CreateIndex
CREATE INDEX "form_items_itemVersionId_idx" ON "form_items"("itemVersionId");

-- AddForeignKey
ALTER TABLE "item_index" ADD CONSTRAINT "item_index_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "item_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the list of a bank asks of an item's content, so that it need not open thousands of them. The newest version counts.
CREATE FUNCTION index_item(given "item_versions") RETURNS void LANGUAGE sql AS $$
  INSERT INTO "item_index" VALUES (
    given."itemId",
    given.id,
    given.version,
    given.title,
    coalesce(given.content #>> '{classification,area}', ''),
    coalesce(given.content #>> '{classification,commandWord}', ''),
    ARRAY(SELECT jsonb_object_keys(coalesce(given.content -> 'objectives', '{}')) ORDER BY 1),
    ARRAY(SELECT DISTINCT jsonb_path_query(given.content, 'strict $.body.**.interaction.type', silent => true) #>> '{}' ORDER BY 1),
    given."maxMark",
    given.marking,
    coalesce((SELECT string_agg(part #>> '{}', ' ')
      FROM jsonb_path_query(given.content, 'strict $.body.**.text', silent => true) AS part), ''),
    given."loadedAt"
  )
  ON CONFLICT ("itemId") DO UPDATE SET
    "versionId" = excluded."versionId", version = excluded.version, title = excluded.title, area = excluded.area,
    "commandWord" = excluded."commandWord", objectives = excluded.objectives, interactions = excluded.interactions,
    marks = excluded.marks, marking = excluded.marking, words = excluded.words, "changedAt" = excluded."changedAt"
  WHERE "item_index".version < excluded.version
$$;

CREATE FUNCTION index_new_item() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM index_item(NEW);
  RETURN NULL;
END $$;

CREATE TRIGGER index_new_item AFTER INSERT ON "item_versions" FOR EACH ROW EXECUTE FUNCTION index_new_item();
SELECT index_item(v) FROM "item_versions" v ORDER BY v."itemId", v.version;
