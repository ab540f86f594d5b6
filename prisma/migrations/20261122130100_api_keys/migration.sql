-- AlterTable
ALTER TABLE "api_key" ADD COLUMN     "name" TEXT,
ADD COLUMN     "created_by" TEXT;

-- Keys from before go on for a year, unless they end sooner.
UPDATE "api_key" SET
    "name" = 'API key',
    "created_by" = 'operator',
    "expires_at" = LEAST(COALESCE("expires_at", 'infinity'), now() + interval '365 days');

-- AlterTable
ALTER TABLE "api_key" ALTER COLUMN "name" SET NOT NULL,
ALTER COLUMN "created_by" SET NOT NULL,
ALTER COLUMN "expires_at" SET NOT NULL,
ADD CONSTRAINT "api_key_name_check" CHECK (length("name") BETWEEN 1 AND 100);

-- CreateIndex
CREATE INDEX "api_key_creditor_id_created_at_idx" ON "api_key"("creditor_id", "created_at");
