-- Since when the room is out: while it is, no clock runs and no screen shows a question, whoever comes in late.
ALTER TABLE "sittings" ADD COLUMN "evacuatedAt" TIMESTAMPTZ(3);
