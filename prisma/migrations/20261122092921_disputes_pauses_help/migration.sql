-- CreateEnum
CREATE TYPE "dispute_status" AS ENUM ('open', 'awaiting_debtor', 'resolved', 'withdrawn');

-- CreateEnum
CREATE TYPE "dispute_outcome" AS ENUM ('upheld', 'partly_upheld', 'rejected');

-- CreateEnum
CREATE TYPE "pause_reason" AS ENUM ('help_sought', 'debt_counselling', 'moratorium', 'wsnp', 'administration', 'bankruptcy', 'deceased', 'wrong_person', 'creditor');

-- CreateEnum
CREATE TYPE "complaint_status" AS ENUM ('open', 'answered');

-- CreateEnum
CREATE TYPE "helper_rights" AS ENUM ('look', 'propose');

-- CreateEnum
CREATE TYPE "file_scan" AS ENUM ('quarantined', 'clean', 'infected', 'unscanned');

-- AlterEnum
ALTER TYPE "document_kind" ADD VALUE 'evidence';

-- AlterTable
ALTER TABLE "creditor" ADD COLUMN     "dispute_answer_days" INTEGER NOT NULL DEFAULT 14,
ADD COLUMN     "help_contacts" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "pause_freezes_interest" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "pause_months" INTEGER NOT NULL DEFAULT 4,
ADD COLUMN     "pause_months_most" INTEGER NOT NULL DEFAULT 8;

-- AlterTable
ALTER TABLE "debtor" ADD COLUMN     "channel" "message_channel";

-- AlterTable
ALTER TABLE "message" ADD COLUMN     "dispute_id" TEXT;

-- AlterTable
ALTER TABLE "document" ADD COLUMN     "previews" TEXT[],
ADD COLUMN     "scan" "file_scan";

-- AlterTable
ALTER TABLE "link" ADD COLUMN     "helper_id" TEXT;

-- AlterTable
ALTER TABLE "debtor_session" ADD COLUMN     "helper_id" TEXT;

-- CreateTable
CREATE TABLE "dispute" (
    "id" TEXT NOT NULL,
    "creditor_id" TEXT NOT NULL,
    "claim_id" TEXT NOT NULL,
    "debtor_id" TEXT NOT NULL,
    "status" "dispute_status" NOT NULL DEFAULT 'open',
    "ground" TEXT NOT NULL,
    "scope" JSONB NOT NULL,
    "disputed" JSONB NOT NULL,
    "amount" BIGINT NOT NULL,
    "opened_on" DATE NOT NULL,
    "answers" JSONB NOT NULL DEFAULT '{}',
    "text" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL DEFAULT 'nl',
    "answer_before" DATE NOT NULL,
    "debtor_answer_before" DATE,
    "outcome" "dispute_outcome",
    "explanation" TEXT,
    "credited" BIGINT NOT NULL DEFAULT 0,
    "decided_by" TEXT,
    "creditor_told" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "check_at" TIMESTAMPTZ(3),

    CONSTRAINT "dispute_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pause" (
    "id" TEXT NOT NULL,
    "creditor_id" TEXT NOT NULL,
    "claim_id" TEXT NOT NULL,
    "debtor_id" TEXT NOT NULL,
    "reason" "pause_reason" NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "actor" TEXT NOT NULL,
    "started_on" DATE NOT NULL,
    "until_on" DATE,
    "extended" INTEGER NOT NULL DEFAULT 0,
    "end_told" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" TEXT,

    CONSTRAINT "pause_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "complaint" (
    "id" TEXT NOT NULL,
    "creditor_id" TEXT NOT NULL,
    "claim_id" TEXT NOT NULL,
    "debtor_id" TEXT NOT NULL,
    "status" "complaint_status" NOT NULL DEFAULT 'open',
    "about" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'nl',
    "answer_before" DATE NOT NULL,
    "answer" TEXT,
    "answered_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "complaint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "helper_grant" (
    "id" TEXT NOT NULL,
    "creditor_id" TEXT NOT NULL,
    "debtor_id" TEXT NOT NULL,
    "claim_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "rights" "helper_rights" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "helper_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "helper_look" (
    "id" BIGSERIAL NOT NULL,
    "helper_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "helper_look_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "upload" (
    "id" TEXT NOT NULL,
    "creditor_id" TEXT NOT NULL,
    "claim_id" TEXT NOT NULL,
    "session_id" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,
    "storage_key" TEXT NOT NULL,
    "scan" "file_scan" NOT NULL,
    "previews" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "stored_at" TIMESTAMPTZ(3),

    CONSTRAINT "upload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stopped_address" (
    "creditor_id" TEXT NOT NULL,
    "debtor_id" TEXT NOT NULL,
    "address_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stopped_address_pkey" PRIMARY KEY ("creditor_id","debtor_id","address_hash")
);

-- CreateTable
CREATE TABLE "details_change" (
    "id" TEXT NOT NULL,
    "creditor_id" TEXT NOT NULL,
    "debtor_id" TEXT NOT NULL,
    "claim_id" TEXT NOT NULL,
    "details" JSONB NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "refused_at" TIMESTAMPTZ(3),

    CONSTRAINT "details_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "dispute_creditor_id_status_idx" ON "dispute"("creditor_id", "status");

-- CreateIndex
CREATE INDEX "dispute_creditor_id_ended_at_idx" ON "dispute"("creditor_id", "ended_at");

-- CreateIndex
CREATE INDEX "dispute_claim_id_idx" ON "dispute"("claim_id");

-- CreateIndex
CREATE UNIQUE INDEX "dispute_creditor_id_id_key" ON "dispute"("creditor_id", "id");

-- CreateIndex
CREATE INDEX "pause_creditor_id_ended_at_idx" ON "pause"("creditor_id", "ended_at");

-- CreateIndex
CREATE INDEX "pause_claim_id_idx" ON "pause"("claim_id");

-- CreateIndex
CREATE UNIQUE INDEX "pause_creditor_id_id_key" ON "pause"("creditor_id", "id");

-- CreateIndex
CREATE INDEX "complaint_creditor_id_status_idx" ON "complaint"("creditor_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "complaint_creditor_id_id_key" ON "complaint"("creditor_id", "id");

-- CreateIndex
CREATE INDEX "helper_grant_creditor_id_debtor_id_idx" ON "helper_grant"("creditor_id", "debtor_id");

-- CreateIndex
CREATE INDEX "helper_look_helper_id_idx" ON "helper_look"("helper_id");

-- CreateIndex
CREATE INDEX "upload_claim_id_created_at_idx" ON "upload"("claim_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "upload_session_id_claim_id_sha256_key" ON "upload"("session_id", "claim_id", "sha256");

-- CreateIndex
CREATE UNIQUE INDEX "details_change_token_hash_key" ON "details_change"("token_hash");

-- CreateIndex
CREATE INDEX "details_change_creditor_id_debtor_id_idx" ON "details_change"("creditor_id", "debtor_id");

-- CreateIndex
CREATE INDEX "message_dispute_id_idx" ON "message"("dispute_id");

-- CreateIndex
CREATE UNIQUE INDEX "link_helper_id_key" ON "link"("helper_id");

-- CreateIndex
CREATE INDEX "debtor_session_helper_id_idx" ON "debtor_session"("helper_id");

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_creditor_id_dispute_id_fkey" FOREIGN KEY ("creditor_id", "dispute_id") REFERENCES "dispute"("creditor_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "link" ADD CONSTRAINT "link_helper_id_fkey" FOREIGN KEY ("helper_id") REFERENCES "helper_grant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "debtor_session" ADD CONSTRAINT "debtor_session_helper_id_fkey" FOREIGN KEY ("helper_id") REFERENCES "helper_grant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dispute" ADD CONSTRAINT "dispute_creditor_id_fkey" FOREIGN KEY ("creditor_id") REFERENCES "creditor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dispute" ADD CONSTRAINT "dispute_creditor_id_debtor_id_fkey" FOREIGN KEY ("creditor_id", "debtor_id") REFERENCES "debtor"("creditor_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dispute" ADD CONSTRAINT "dispute_creditor_id_claim_id_fkey" FOREIGN KEY ("creditor_id", "claim_id") REFERENCES "claim"("creditor_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pause" ADD CONSTRAINT "pause_creditor_id_fkey" FOREIGN KEY ("creditor_id") REFERENCES "creditor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pause" ADD CONSTRAINT "pause_creditor_id_debtor_id_fkey" FOREIGN KEY ("creditor_id", "debtor_id") REFERENCES "debtor"("creditor_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pause" ADD CONSTRAINT "pause_creditor_id_claim_id_fkey" FOREIGN KEY ("creditor_id", "claim_id") REFERENCES "claim"("creditor_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_creditor_id_fkey" FOREIGN KEY ("creditor_id") REFERENCES "creditor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_creditor_id_debtor_id_fkey" FOREIGN KEY ("creditor_id", "debtor_id") REFERENCES "debtor"("creditor_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_creditor_id_claim_id_fkey" FOREIGN KEY ("creditor_id", "claim_id") REFERENCES "claim"("creditor_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "helper_grant" ADD CONSTRAINT "helper_grant_creditor_id_fkey" FOREIGN KEY ("creditor_id") REFERENCES "creditor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "helper_grant" ADD CONSTRAINT "helper_grant_creditor_id_debtor_id_fkey" FOREIGN KEY ("creditor_id", "debtor_id") REFERENCES "debtor"("creditor_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "helper_grant" ADD CONSTRAINT "helper_grant_creditor_id_claim_id_fkey" FOREIGN KEY ("creditor_id", "claim_id") REFERENCES "claim"("creditor_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "helper_look" ADD CONSTRAINT "helper_look_helper_id_fkey" FOREIGN KEY ("helper_id") REFERENCES "helper_grant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "upload" ADD CONSTRAINT "upload_creditor_id_claim_id_fkey" FOREIGN KEY ("creditor_id", "claim_id") REFERENCES "claim"("creditor_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "upload" ADD CONSTRAINT "upload_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "debtor_session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "details_change" ADD CONSTRAINT "details_change_creditor_id_debtor_id_fkey" FOREIGN KEY ("creditor_id", "debtor_id") REFERENCES "debtor"("creditor_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One dispute and one pause at a time for a claim.
CREATE UNIQUE INDEX "dispute_one_open" ON "dispute" ("claim_id") WHERE "ended_at" IS NULL;
CREATE UNIQUE INDEX "pause_one_open" ON "pause" ("claim_id") WHERE "ended_at" IS NULL;
-- A reference as people type it, for "is this real?".
CREATE INDEX "claim_plain_reference" ON "claim" (upper(replace("reference", ' ', '')));
-- What the worker looks at next.
CREATE INDEX "dispute_to_check" ON "dispute" ("check_at") WHERE "check_at" IS NOT NULL;
CREATE INDEX "pause_to_end" ON "pause" ("until_on") WHERE "ended_at" IS NULL AND "until_on" IS NOT NULL;
CREATE INDEX "document_to_scan" ON "document" ("created_at") WHERE "scan" = 'quarantined';
CREATE INDEX "upload_to_scan" ON "upload" ("created_at") WHERE "scan" = 'quarantined';

ALTER TABLE "dispute"
  ADD CONSTRAINT "dispute_amount_not_negative" CHECK ("amount" >= 0 AND "credited" >= 0),
  ADD CONSTRAINT "dispute_resolved_is_explained" CHECK (("status" = 'resolved') = ("outcome" IS NOT NULL AND "explanation" IS NOT NULL)),
  ADD CONSTRAINT "dispute_ended_has_time" CHECK (("status" IN ('open', 'awaiting_debtor')) = ("ended_at" IS NULL));
ALTER TABLE "pause" ADD CONSTRAINT "pause_days_in_order" CHECK ("until_on" IS NULL OR "until_on" >= "started_on");
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_answered_has_answer" CHECK (("status" = 'answered') = ("answer" IS NOT NULL AND "answered_at" IS NOT NULL));
ALTER TABLE "creditor"
  ADD CONSTRAINT "creditor_dispute_answer_days" CHECK ("dispute_answer_days" BETWEEN 1 AND 60),
  ADD CONSTRAINT "creditor_pause_months" CHECK ("pause_months" BETWEEN 1 AND "pause_months_most" AND "pause_months_most" <= 36);

-- Who looked, and when, stays as it was.
CREATE TRIGGER "helper_look_append_only" BEFORE UPDATE OR DELETE ON "helper_look" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "helper_look_no_truncate" BEFORE TRUNCATE ON "helper_look" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
REVOKE UPDATE, DELETE ON "helper_look" FROM voldaan_app;

CREATE TYPE "refund_status" AS ENUM ('creating', 'pending', 'refunded', 'failed');

CREATE TABLE "refund" (
    "id" TEXT NOT NULL,
    "creditor_id" TEXT NOT NULL,
    "payment_id" TEXT NOT NULL,
    "status" "refund_status" NOT NULL,
    "amount" BIGINT NOT NULL,
    "provider_id" TEXT,
    "actor" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "check_at" TIMESTAMPTZ(3),

    CONSTRAINT "refund_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "refund_amount_positive" CHECK ("amount" > 0)
);

CREATE UNIQUE INDEX "refund_provider_id_key" ON "refund"("provider_id");
CREATE INDEX "refund_payment_id_idx" ON "refund"("payment_id");
CREATE INDEX "refund_to_check" ON "refund" ("check_at") WHERE "check_at" IS NOT NULL;
ALTER TABLE "refund" ADD CONSTRAINT "refund_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
