-- The name a board gives each of these orders when it is sent: an order whose answer was lost and that is sent again is stored once.
ALTER TABLE "announcements" ADD COLUMN "key" TEXT;
ALTER TABLE "incidents" ADD COLUMN "key" TEXT;
CREATE UNIQUE INDEX "announcements_sittingId_key_key" ON "announcements"("sittingId", "key");
CREATE UNIQUE INDEX "incidents_sittingId_key_key" ON "incidents"("sittingId", "key");
