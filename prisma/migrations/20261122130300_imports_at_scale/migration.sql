-- AlterTable
ALTER TABLE "import" ADD COLUMN     "counted" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "credited" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "failure_code" TEXT,
ADD COLUMN     "processed" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "size" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "turn_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "import_row" ADD COLUMN     "fingerprint" BYTEA,
ADD COLUMN     "source" TEXT;

-- What was written down only at the end is written down as it goes on.
UPDATE "import" SET "processed" = "total", "counted" = true,
  "credited" = (SELECT count(*) FROM "import_row" WHERE "import_id" = "id" AND "result" = 'credited')
  WHERE "status" IN ('done', 'failed');

-- DropIndex
DROP INDEX "import_creditor_id_idx";

-- CreateIndex
CREATE INDEX "import_creditor_id_turn_at_idx" ON "import"("creditor_id", "turn_at");

-- CreateIndex
CREATE INDEX "import_creditor_id_id_idx" ON "import"("creditor_id", "id");

-- CreateIndex
CREATE INDEX "import_row_import_id_result_row_idx" ON "import_row"("import_id", "result", "row");

-- Only dry runs look rows up by their reference.
CREATE INDEX "import_row_tried" ON "import_row" ("import_id", "reference") WHERE "fingerprint" IS NOT NULL;

-- The application may not look at tables as their owner does; after many new claims the planner has to hear of them.
CREATE FUNCTION "count_claims_anew"() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS
$$ ANALYZE "claim", "debtor", "invoice", "ledger_entry", "ledger_posting", "event", "import_row" $$;
REVOKE EXECUTE ON FUNCTION "count_claims_anew"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "count_claims_anew"() TO voldaan_app;
