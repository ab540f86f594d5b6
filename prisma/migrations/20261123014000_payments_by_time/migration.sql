-- The ids of collected instalments follow from the plan: a creditor's payments are listed by when they were made.
DROP INDEX "payment_creditor_id_id_idx";
CREATE INDEX "payment_creditor_id_created_at_id_idx" ON "payment"("creditor_id", "created_at", "id");
