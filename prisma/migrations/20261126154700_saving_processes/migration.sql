-- How far each running process has come with storing what reached it, so that none closes a test while another one still
-- holds entries for it that arrived in time. A row is written again every second; one that grew old belongs to a process that is gone.
CREATE TABLE "saving_processes" (
    "id" UUID NOT NULL,
    "storedUpTo" TIMESTAMPTZ(3) NOT NULL,
    "heardAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saving_processes_pkey" PRIMARY KEY ("id")
);
