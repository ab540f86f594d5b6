-- What a dry run would have charged and credited, for as long as it runs: later rows of the file are held against it.
CREATE TABLE "import_tried_invoice" (
    "import_id" TEXT NOT NULL REFERENCES "import"("id"),
    "row" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "claim_reference" TEXT NOT NULL,
    "debtor_reference" TEXT,
    "amount" BIGINT NOT NULL,
    CONSTRAINT "import_tried_invoice_pkey" PRIMARY KEY ("import_id", "row", "number")
);
CREATE INDEX "import_tried_invoice_import_id_number_idx" ON "import_tried_invoice"("import_id", "number");
CREATE INDEX "import_tried_invoice_import_id_claim_reference_idx" ON "import_tried_invoice"("import_id", "claim_reference");

CREATE TABLE "import_tried_credit" (
    "import_id" TEXT NOT NULL REFERENCES "import"("id"),
    "row" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "claim_reference" TEXT NOT NULL,
    "invoice" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    CONSTRAINT "import_tried_credit_pkey" PRIMARY KEY ("import_id", "row")
);
CREATE INDEX "import_tried_credit_import_id_claim_reference_idx" ON "import_tried_credit"("import_id", "claim_reference");

ALTER TABLE "import_tried_invoice" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own_rows" ON "import_tried_invoice" TO voldaan_app
  USING ("sees_every_row"() OR EXISTS (SELECT FROM "import" p WHERE p."id" = "import_id"));
ALTER TABLE "import_tried_credit" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own_rows" ON "import_tried_credit" TO voldaan_app
  USING ("sees_every_row"() OR EXISTS (SELECT FROM "import" p WHERE p."id" = "import_id"));

GRANT SELECT, INSERT, UPDATE, DELETE ON "import_tried_invoice", "import_tried_credit" TO voldaan_app;

-- A file is removed some days after its import ended.
ALTER TABLE "import" ALTER COLUMN "storage_key" DROP NOT NULL;

-- A file that comes in, from before its first byte until an import has it: what a crash leaves in the storage has a name.
CREATE TABLE "received_file" (
    "storage_key" TEXT NOT NULL,
    "creditor_id" TEXT NOT NULL REFERENCES "creditor"("id"),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "received_file_pkey" PRIMARY KEY ("storage_key")
);
CREATE INDEX "received_file_created_at_idx" ON "received_file"("created_at");
CREATE INDEX "received_file_creditor_id_idx" ON "received_file"("creditor_id");
CREATE INDEX "import_file_kept" ON "import"("finished_at") WHERE "storage_key" IS NOT NULL;

ALTER TABLE "received_file" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own_rows" ON "received_file" TO voldaan_app USING ("sees_rows_of"("creditor_id"));
GRANT SELECT, INSERT, UPDATE, DELETE ON "received_file" TO voldaan_app;
