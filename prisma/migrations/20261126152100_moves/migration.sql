-- An attempt on its way from one machine to another. The code opens it once, for a few minutes, at the machine it is typed at.
CREATE TABLE "moves" (
    "id" UUID NOT NULL,
    "attemptId" UUID NOT NULL,
    "fromMachine" TEXT,
    "codeHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "resumes" BOOLEAN NOT NULL,
    "byName" TEXT NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "moves_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "moves_codeHash_key" ON "moves"("codeHash");
CREATE INDEX "moves_attemptId_createdAt_idx" ON "moves"("attemptId", "createdAt");
ALTER TABLE "moves" ADD CONSTRAINT "moves_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "attempts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
