-- CreateTable
CREATE TABLE "earlier_mollie_key" (
    "id" TEXT NOT NULL,
    "creditor_id" TEXT NOT NULL,
    "api_key" TEXT,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "earlier_mollie_key_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "earlier_mollie_key_creditor_id_until_idx" ON "earlier_mollie_key"("creditor_id", "until");

-- AddForeignKey
ALTER TABLE "earlier_mollie_key" ADD CONSTRAINT "earlier_mollie_key_creditor_id_fkey" FOREIGN KEY ("creditor_id") REFERENCES "creditor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


ALTER TABLE "earlier_mollie_key" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own_rows" ON "earlier_mollie_key" TO voldaan_app USING ("sees_rows_of"("creditor_id"));
GRANT SELECT, INSERT, UPDATE, DELETE ON "earlier_mollie_key" TO voldaan_app;
