-- AlterTable
ALTER TABLE "user" ADD COLUMN     "removed_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "creditor" ADD COLUMN     "brand_colour" TEXT,
ADD COLUMN     "logo_id" TEXT;
CREATE UNIQUE INDEX "creditor_logo_id_key" ON "creditor"("logo_id");
ALTER TABLE "creditor" ADD CONSTRAINT "creditor_brand_colour_check" CHECK ("brand_colour" ~ '^#[0-9a-f]{6}$');

-- CreateTable
CREATE TABLE "bank_change" (
    "id" TEXT NOT NULL,
    "creditor_id" TEXT NOT NULL,
    "iban" TEXT NOT NULL,
    "account_holder" TEXT NOT NULL,
    "asked_by" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "applies_at" TIMESTAMPTZ(3) NOT NULL,
    "applied_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),
    "cancelled_by" TEXT,

    CONSTRAINT "bank_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "figure_day" (
    "creditor_id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "registered" INTEGER NOT NULL,
    "opened" INTEGER NOT NULL,
    "paid" INTEGER NOT NULL,
    "paid_amount" BIGINT NOT NULL,
    "arranged" INTEGER NOT NULL,
    "disputed" INTEGER NOT NULL,
    "counted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "figure_day_pkey" PRIMARY KEY ("creditor_id","day")
);

-- CreateIndex
CREATE UNIQUE INDEX "bank_change_creditor_id_id_key" ON "bank_change"("creditor_id", "id");

-- CreateIndex
CREATE INDEX "figure_day_day_idx" ON "figure_day"("day");

-- CreateIndex
CREATE INDEX "debtor_session_claim_id_created_at_idx" ON "debtor_session"("claim_id", "created_at");

-- CreateIndex
CREATE INDEX "debtor_session_created_at_idx" ON "debtor_session" USING BRIN ("created_at");

-- AddForeignKey
ALTER TABLE "bank_change" ADD CONSTRAINT "bank_change_creditor_id_fkey" FOREIGN KEY ("creditor_id") REFERENCES "creditor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figure_day" ADD CONSTRAINT "figure_day_creditor_id_fkey" FOREIGN KEY ("creditor_id") REFERENCES "creditor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One change of the account waits at a time, and it ends once: applied or cancelled. Nobody can shorten the two days.
CREATE UNIQUE INDEX "bank_change_waiting" ON "bank_change" ("creditor_id") WHERE "applied_at" IS NULL AND "cancelled_at" IS NULL;
ALTER TABLE "bank_change" ADD CONSTRAINT "bank_change_ends_once" CHECK ("applied_at" IS NULL OR "cancelled_at" IS NULL),
  ADD CONSTRAINT "bank_change_cancelled_by" CHECK (("cancelled_at" IS NULL) = ("cancelled_by" IS NULL)),
  ADD CONSTRAINT "bank_change_waits" CHECK ("applies_at" >= "asked_at" + interval '48 hours' AND "applied_at" >= "applies_at");

GRANT SELECT, INSERT, UPDATE, DELETE ON "bank_change", "figure_day" TO voldaan_app;
