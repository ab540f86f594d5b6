-- What a mail or text message tells, to be told in another way where this one does not reach the debtor. Gone with its words.
ALTER TABLE "outgoing_mail" ADD COLUMN "news" JSONB;
ALTER TABLE "outgoing_sms" ADD COLUMN "news" JSONB;

-- A number that the provider refuses: news goes by mail.
CREATE TABLE "unusable_number" (
    "creditor_id" TEXT NOT NULL,
    "debtor_id" TEXT NOT NULL,
    "address_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "unusable_number_pkey" PRIMARY KEY ("creditor_id","debtor_id","address_hash")
);
ALTER TABLE "unusable_number" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own_rows" ON "unusable_number" TO voldaan_app USING ("sees_rows_of"("creditor_id"));
GRANT SELECT, INSERT, UPDATE, DELETE ON "unusable_number" TO voldaan_app;
