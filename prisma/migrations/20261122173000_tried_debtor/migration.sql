-- As a claim that is only tried has it: what comes later in the file under the same reference is held against it.
ALTER TABLE "import_tried_invoice" ADD COLUMN "debtor" JSONB;
CREATE INDEX "import_tried_invoice_import_id_debtor_reference_row_idx" ON "import_tried_invoice"("import_id", "debtor_reference", "row");
