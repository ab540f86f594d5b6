-- CreateEnum
CREATE TYPE "payment_sequence" AS ENUM ('oneoff', 'first', 'recurring');

-- CreateEnum
CREATE TYPE "hold_kind" AS ENUM ('interest', 'costs');

-- CreateEnum
CREATE TYPE "arrangement_status" AS ENUM ('proposed', 'countered', 'accepted', 'declined', 'withdrawn', 'expired', 'completed', 'broken', 'cancelled');

-- CreateEnum
CREATE TYPE "arrangement_method" AS ENUM ('ideal_link', 'sepa_dd');

-- CreateEnum
CREATE TYPE "offered_by" AS ENUM ('debtor', 'creditor');

-- CreateEnum
CREATE TYPE "notice_kind" AS ENUM ('remind', 'missed_first', 'missed_second', 'missed', 'debit_announced', 'debit_failed');

-- CreateEnum
CREATE TYPE "mandate_status" AS ENUM ('pending', 'valid', 'withdrawn', 'invalid');

-- AlterTable
ALTER TABLE "creditor" ADD COLUMN     "arrangement_policy" JSONB;

-- AlterTable
ALTER TABLE "payment" ADD COLUMN     "arrangement_id" TEXT,
ADD COLUMN     "instalment_seq" INTEGER,
ADD COLUMN     "sequence" "payment_sequence" NOT NULL DEFAULT 'oneoff';

-- CreateTable
CREATE TABLE "claim_hold" (
    "claim_id" TEXT NOT NULL,
    "creditor_id" TEXT NOT NULL,
    "kind" "hold_kind" NOT NULL,
    "source" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,

    CONSTRAINT "claim_hold_pkey" PRIMARY KEY ("claim_id","kind","source")
);

-- CreateTable
CREATE TABLE "arrangement" (
    "id" TEXT NOT NULL,
    "creditor_id" TEXT NOT NULL,
    "debtor_id" TEXT NOT NULL,
    "status" "arrangement_status" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "language" TEXT NOT NULL DEFAULT 'nl',
    "policy" JSONB NOT NULL,
    "decide_before" DATE,
    "valid_until" DATE,
    "waived_costs" BIGINT NOT NULL DEFAULT 0,
    "discount" BIGINT NOT NULL DEFAULT 0,
    "creditor_told" BOOLEAN NOT NULL DEFAULT false,
    "payment_method" "arrangement_method" NOT NULL DEFAULT 'ideal_link',
    "reason_code" TEXT,
    "reason_text" TEXT,
    "review_reasons" JSONB NOT NULL DEFAULT '[]',
    "decided_by" TEXT,
    "decision_text" TEXT,
    "accepted_on" DATE,
    "accepted_at" TIMESTAMPTZ(3),
    "accepted_total" BIGINT,
    "last_letter_on" DATE,
    "last_skip_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "check_at" TIMESTAMPTZ(3),

    CONSTRAINT "arrangement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "arrangement_claim" (
    "arrangement_id" TEXT NOT NULL,
    "claim_id" TEXT NOT NULL,
    "creditor_id" TEXT NOT NULL,
    "open" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "arrangement_claim_pkey" PRIMARY KEY ("arrangement_id","claim_id")
);

-- CreateTable
CREATE TABLE "arrangement_offer" (
    "arrangement_id" TEXT NOT NULL,
    "creditor_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "by" "offered_by" NOT NULL,
    "schedule" JSONB NOT NULL,
    "wish" JSONB,
    "frequency" TEXT,
    "pay_day" TEXT,
    "total" BIGINT NOT NULL,
    "message" TEXT NOT NULL DEFAULT '',
    "valid_until" DATE,
    "actor" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "arrangement_offer_pkey" PRIMARY KEY ("arrangement_id","version")
);

-- CreateTable
CREATE TABLE "instalment" (
    "arrangement_id" TEXT NOT NULL,
    "creditor_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "due_on" DATE NOT NULL,
    "original_due_on" DATE NOT NULL,
    "amount" BIGINT NOT NULL,
    "moved_from" DATE,
    "postponed" BOOLEAN NOT NULL DEFAULT false,
    "skipped" BOOLEAN NOT NULL DEFAULT false,
    "paid_on" DATE,

    CONSTRAINT "instalment_pkey" PRIMARY KEY ("arrangement_id","seq")
);

-- CreateTable
CREATE TABLE "instalment_notice" (
    "arrangement_id" TEXT NOT NULL,
    "creditor_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" "notice_kind" NOT NULL,
    "due_on" DATE NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "instalment_notice_pkey" PRIMARY KEY ("arrangement_id","seq","kind","due_on")
);

-- CreateTable
CREATE TABLE "direct_debit_mandate" (
    "id" TEXT NOT NULL,
    "creditor_id" TEXT NOT NULL,
    "arrangement_id" TEXT NOT NULL,
    "status" "mandate_status" NOT NULL DEFAULT 'pending',
    "provider" TEXT NOT NULL,
    "customer_id" TEXT,
    "mandate_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "signed_on" DATE,
    "withdrawn_at" TIMESTAMPTZ(3),
    "revoke_at" TIMESTAMPTZ(3),

    CONSTRAINT "direct_debit_mandate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "form_draft" (
    "session_id" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "answers" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "form_draft_pkey" PRIMARY KEY ("session_id","form")
);

-- CreateIndex
CREATE INDEX "arrangement_creditor_id_status_idx" ON "arrangement"("creditor_id", "status");

-- CreateIndex
CREATE INDEX "arrangement_creditor_id_debtor_id_idx" ON "arrangement"("creditor_id", "debtor_id");

-- CreateIndex
CREATE UNIQUE INDEX "arrangement_creditor_id_id_key" ON "arrangement"("creditor_id", "id");

-- CreateIndex
CREATE INDEX "arrangement_claim_claim_id_idx" ON "arrangement_claim"("claim_id");

-- CreateIndex
CREATE UNIQUE INDEX "direct_debit_mandate_creditor_id_arrangement_id_key" ON "direct_debit_mandate"("creditor_id", "arrangement_id");

-- CreateIndex
CREATE INDEX "payment_arrangement_id_idx" ON "payment"("arrangement_id");

-- AddForeignKey
ALTER TABLE "claim_hold" ADD CONSTRAINT "claim_hold_creditor_id_claim_id_fkey" FOREIGN KEY ("creditor_id", "claim_id") REFERENCES "claim"("creditor_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "arrangement" ADD CONSTRAINT "arrangement_creditor_id_fkey" FOREIGN KEY ("creditor_id") REFERENCES "creditor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "arrangement" ADD CONSTRAINT "arrangement_creditor_id_debtor_id_fkey" FOREIGN KEY ("creditor_id", "debtor_id") REFERENCES "debtor"("creditor_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "arrangement_claim" ADD CONSTRAINT "arrangement_claim_creditor_id_arrangement_id_fkey" FOREIGN KEY ("creditor_id", "arrangement_id") REFERENCES "arrangement"("creditor_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "arrangement_claim" ADD CONSTRAINT "arrangement_claim_creditor_id_claim_id_fkey" FOREIGN KEY ("creditor_id", "claim_id") REFERENCES "claim"("creditor_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "arrangement_offer" ADD CONSTRAINT "arrangement_offer_creditor_id_arrangement_id_fkey" FOREIGN KEY ("creditor_id", "arrangement_id") REFERENCES "arrangement"("creditor_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "instalment" ADD CONSTRAINT "instalment_creditor_id_arrangement_id_fkey" FOREIGN KEY ("creditor_id", "arrangement_id") REFERENCES "arrangement"("creditor_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "instalment_notice" ADD CONSTRAINT "instalment_notice_creditor_id_arrangement_id_fkey" FOREIGN KEY ("creditor_id", "arrangement_id") REFERENCES "arrangement"("creditor_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "direct_debit_mandate" ADD CONSTRAINT "direct_debit_mandate_creditor_id_arrangement_id_fkey" FOREIGN KEY ("creditor_id", "arrangement_id") REFERENCES "arrangement"("creditor_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "form_draft" ADD CONSTRAINT "form_draft_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "debtor_session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_creditor_id_arrangement_id_fkey" FOREIGN KEY ("creditor_id", "arrangement_id") REFERENCES "arrangement"("creditor_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One plan at a time for a claim: proposed, countered or running.
CREATE UNIQUE INDEX "arrangement_claim_one_open" ON "arrangement_claim" ("claim_id") WHERE "open";
-- What the worker looks at next.
CREATE INDEX "arrangement_to_check" ON "arrangement" ("check_at") WHERE "check_at" IS NOT NULL;

ALTER TABLE "claim_hold" ADD CONSTRAINT "claim_hold_days_in_order" CHECK ("to_on" IS NULL OR "to_on" >= "from_on");
ALTER TABLE "arrangement"
  ADD CONSTRAINT "arrangement_discount_not_negative" CHECK ("discount" >= 0 AND "waived_costs" >= 0),
  ADD CONSTRAINT "arrangement_proposed_has_answer_day" CHECK ("status" <> 'proposed' OR "decide_before" IS NOT NULL),
  ADD CONSTRAINT "arrangement_countered_has_last_day" CHECK ("status" <> 'countered' OR "valid_until" IS NOT NULL),
  ADD CONSTRAINT "arrangement_running_was_accepted" CHECK ("status" NOT IN ('accepted', 'completed', 'broken') OR "accepted_on" IS NOT NULL),
  ADD CONSTRAINT "arrangement_ended_has_time" CHECK (("status" IN ('proposed', 'countered', 'accepted')) = ("ended_at" IS NULL));
ALTER TABLE "instalment" ADD CONSTRAINT "instalment_amount_not_negative" CHECK ("amount" >= 0);
ALTER TABLE "payment" ADD CONSTRAINT "payment_collected_for_plan" CHECK ("sequence" = 'oneoff' OR "arrangement_id" IS NOT NULL);

-- What was offered stays as it was offered.
CREATE TRIGGER "arrangement_offer_append_only" BEFORE UPDATE OR DELETE ON "arrangement_offer" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "arrangement_offer_no_truncate" BEFORE TRUNCATE ON "arrangement_offer" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
REVOKE UPDATE, DELETE ON "arrangement_offer" FROM voldaan_app;
