-- A computer's own results are read with every look at a check, and are kept for good.
CREATE INDEX "machine_results_machineId_at_idx" ON "machine_results"("machineId", "at");
CREATE INDEX "full_room_results_machineId_idx" ON "full_room_results"("machineId");
-- A spare computer's code is looked for among the sittings that are open, of all there ever were.
CREATE INDEX sittings_open ON "sittings" ("id") WHERE phase = 'open';
