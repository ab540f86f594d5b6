-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "user_role" AS ENUM ('owner', 'handler', 'reader');

-- CreateEnum
CREATE TYPE "debtor_type" AS ENUM ('person', 'company');

-- CreateEnum
CREATE TYPE "claim_kind" AS ENUM ('consumer', 'commercial');

-- CreateEnum
CREATE TYPE "claim_status" AS ENUM ('open', 'paused', 'arranged', 'disputed', 'settled', 'closed');

-- CreateEnum
CREATE TYPE "interest_type" AS ENUM ('statutory', 'contractual', 'none');

-- CreateEnum
CREATE TYPE "costs_type" AS ENUM ('statutory', 'fixed', 'none');

-- CreateEnum
CREATE TYPE "message_direction" AS ENUM ('outbound', 'inbound');

-- CreateEnum
CREATE TYPE "message_channel" AS ENUM ('email', 'sms', 'letter', 'phone', 'portal');

-- CreateEnum
CREATE TYPE "document_kind" AS ENUM ('invoice', 'letter', 'receipt', 'attachment');

-- CreateEnum
CREATE TYPE "link_channel" AS ENUM ('none', 'email', 'sms', 'letter');

-- CreateEnum
CREATE TYPE "ledger_entry_type" AS ENUM ('principal', 'credit', 'payment', 'refund', 'refund_failed', 'chargeback', 'chargeback_reversed', 'costs_waived', 'interest_waived');

-- CreateEnum
CREATE TYPE "ledger_account" AS ENUM ('debtor', 'creditor', 'provider', 'bank');

-- CreateEnum
CREATE TYPE "payment_status" AS ENUM ('creating', 'open', 'paid', 'failed', 'cancelled', 'expired', 'abandoned');

-- CreateEnum
CREATE TYPE "webhook_signature" AS ENUM ('v1', 'v1a');

-- CreateEnum
CREATE TYPE "endpoint_status" AS ENUM ('enabled', 'disabled');

-- CreateEnum
CREATE TYPE "delivery_status" AS ENUM ('pending', 'delivered', 'failed', 'held');

-- CreateEnum
CREATE TYPE "delivery_trigger" AS ENUM ('schedule', 'recovery', 'redelivery');

-- CreateEnum
CREATE TYPE "import_status" AS ENUM ('queued', 'running', 'done', 'failed');

-- CreateEnum
CREATE TYPE "import_result" AS ENUM ('created', 'unchanged', 'credited', 'failed');

-- CreateEnum
CREATE TYPE "mail_status" AS ENUM ('pending', 'sent', 'captured', 'failed');

-- CreateTable
CREATE TABLE "creditor" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "iban" TEXT NOT NULL,
    "account_holder" TEXT NOT NULL,
    "can_deduct_vat" BOOLEAN NOT NULL DEFAULT true,
    "contact" JSONB NOT NULL DEFAULT '{}',
    "collector" JSONB,
    "complaints" JSONB NOT NULL DEFAULT '{}',
    "language" TEXT NOT NULL DEFAULT 'nl',
    "minimum_part_payment" BIGINT NOT NULL DEFAULT 1000,
    "waive_remainder_below" BIGINT NOT NULL DEFAULT 500,
    "postal_days" INTEGER NOT NULL DEFAULT 2,
    "mollie_api_key" TEXT,
    "mollie_profile_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "creditor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_key" (
    "id" TEXT NOT NULL,
    "creditor_id" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "scopes" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user" (
    "id" TEXT NOT NULL,
    "creditor_id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "role" "user_role" NOT NULL DEFAULT 'owner',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "debtor" (
    "id" TEXT NOT NULL,
    "creditor_id" TEXT NOT NULL,
    "reference" TEXT,
    "type" "debtor_type" NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "language" TEXT NOT NULL DEFAULT 'nl',
    "company_number" TEXT,
    "street" TEXT,
    "house_number" TEXT,
    "address_line2" TEXT,
    "postal_code" TEXT,
    "city" TEXT,
    "country" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "debtor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim" (
    "id" TEXT NOT NULL,
    "creditor_id" TEXT NOT NULL,
    "debtor_id" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "kind" "claim_kind" NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "status" "claim_status" NOT NULL DEFAULT 'open',
    "interest_type" "interest_type" NOT NULL,
    "interest_rate" TEXT,
    "costs_type" "costs_type" NOT NULL,
    "fixed_costs" BIGINT,
    "notice_delivered_on" DATE,
    "metadata" JSONB NOT NULL DEFAULT '{}',
    "payment_reference" TEXT NOT NULL,
    "fingerprint" BYTEA NOT NULL,
    "event_sequence" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invoice" (
    "id" TEXT NOT NULL,
    "creditor_id" TEXT NOT NULL,
    "claim_id" TEXT NOT NULL,
    "debtor_id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "issued_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "amount" BIGINT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "invoice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message" (
    "id" TEXT NOT NULL,
    "creditor_id" TEXT NOT NULL,
    "claim_id" TEXT NOT NULL,
    "direction" "message_direction" NOT NULL,
    "channel" "message_channel" NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document" (
    "id" TEXT NOT NULL,
    "creditor_id" TEXT NOT NULL,
    "claim_id" TEXT NOT NULL,
    "message_id" TEXT,
    "invoice_id" TEXT,
    "kind" "document_kind" NOT NULL,
    "file_name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,
    "storage_key" TEXT NOT NULL,
    "text" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "link" (
    "id" TEXT NOT NULL,
    "creditor_id" TEXT NOT NULL,
    "claim_id" TEXT NOT NULL,
    "channel" "link_channel" NOT NULL,
    "code_hash" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "access_count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "debtor_session" (
    "id" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "creditor_id" TEXT NOT NULL,
    "claim_id" TEXT NOT NULL,
    "debtor_id" TEXT NOT NULL,
    "link_id" TEXT NOT NULL,
    "level" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "debtor_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_entry" (
    "id" TEXT NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "creditor_id" TEXT NOT NULL,
    "claim_id" TEXT NOT NULL,
    "type" "ledger_entry_type" NOT NULL,
    "fact_key" TEXT NOT NULL,
    "value_date" DATE NOT NULL,
    "amount" BIGINT NOT NULL,
    "invoice_id" TEXT,
    "payment_id" TEXT,
    "undoes" TEXT,
    "designation" TEXT[],
    "reason" TEXT NOT NULL DEFAULT '',
    "booked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_posting" (
    "entry_id" TEXT NOT NULL,
    "account" "ledger_account" NOT NULL,
    "amount" BIGINT NOT NULL,

    CONSTRAINT "ledger_posting_pkey" PRIMARY KEY ("entry_id","account")
);

-- CreateTable
CREATE TABLE "payment" (
    "id" TEXT NOT NULL,
    "creditor_id" TEXT NOT NULL,
    "debtor_id" TEXT NOT NULL,
    "session_id" TEXT,
    "status" "payment_status" NOT NULL,
    "provider" TEXT,
    "provider_id" TEXT,
    "method" TEXT NOT NULL,
    "provider_account" TEXT,
    "amount" BIGINT NOT NULL,
    "amount_refunded" BIGINT NOT NULL DEFAULT 0,
    "amount_charged_back" BIGINT NOT NULL DEFAULT 0,
    "language" TEXT NOT NULL DEFAULT 'nl',
    "quoted_on" DATE NOT NULL,
    "return_id" TEXT,
    "checkout_url" TEXT,
    "qr_source" TEXT,
    "reference" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "paid_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "check_at" TIMESTAMPTZ(3),

    CONSTRAINT "payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_part" (
    "payment_id" TEXT NOT NULL,
    "claim_id" TEXT NOT NULL,
    "creditor_id" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "invoice_ids" TEXT[],
    "open" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "payment_part_pkey" PRIMARY KEY ("payment_id","claim_id")
);

-- CreateTable
CREATE TABLE "quarantined_payment" (
    "id" TEXT NOT NULL,
    "creditor_id" TEXT NOT NULL,
    "payment_id" TEXT,
    "provider" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "expected" JSONB NOT NULL,
    "received" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "quarantined_payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "provider_notice" (
    "id" BIGSERIAL NOT NULL,
    "provider" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "attempt_id" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "next_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "locked_until" TIMESTAMPTZ(3),
    "lease" UUID,
    "processed_at" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "provider_notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "id" TEXT NOT NULL,
    "creditor_id" TEXT NOT NULL,
    "claim_id" TEXT,
    "type" TEXT NOT NULL,
    "sequence" INTEGER,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "body" TEXT NOT NULL,
    "position" BIGINT,
    "endpoint_id" TEXT,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_endpoint" (
    "id" TEXT NOT NULL,
    "creditor_id" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "events" TEXT[],
    "description" TEXT NOT NULL DEFAULT '',
    "signature" "webhook_signature" NOT NULL DEFAULT 'v1',
    "secret" TEXT NOT NULL,
    "previous_secret" TEXT,
    "previous_secret_until" TIMESTAMPTZ(3),
    "status" "endpoint_status" NOT NULL DEFAULT 'enabled',
    "disabled_reason" TEXT,
    "failing_since" TIMESTAMPTZ(3),
    "consecutive_failures" INTEGER NOT NULL DEFAULT 0,
    "failure_notice_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_endpoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "id" TEXT NOT NULL,
    "creditor_id" TEXT NOT NULL,
    "endpoint_id" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "claim_id" TEXT,
    "sequence" INTEGER,
    "status" "delivery_status" NOT NULL DEFAULT 'pending',
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "trigger" "delivery_trigger" NOT NULL DEFAULT 'schedule',
    "next_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "locked_until" TIMESTAMPTZ(3),
    "lease" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "first_attempt_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery_attempt" (
    "id" BIGSERIAL NOT NULL,
    "delivery_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "trigger" "delivery_trigger" NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "duration_ms" INTEGER NOT NULL,
    "status_code" INTEGER,
    "failure" TEXT,
    "response_body" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "delivery_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import" (
    "id" TEXT NOT NULL,
    "creditor_id" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "file_name" TEXT NOT NULL DEFAULT '',
    "storage_key" TEXT NOT NULL,
    "sha256" BYTEA NOT NULL,
    "dry_run" BOOLEAN NOT NULL DEFAULT false,
    "status" "import_status" NOT NULL DEFAULT 'queued',
    "total" INTEGER NOT NULL DEFAULT 0,
    "created" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "locked_until" TIMESTAMPTZ(3),
    "lease" UUID,

    CONSTRAINT "import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "import_id" TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    "line" INTEGER,
    "reference" TEXT,
    "result" "import_result" NOT NULL,
    "claim_id" TEXT,
    "errors" JSONB NOT NULL DEFAULT '[]',
    "warnings" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("import_id","row")
);

-- CreateTable
CREATE TABLE "outgoing_mail" (
    "id" TEXT NOT NULL,
    "creditor_id" TEXT NOT NULL,
    "claim_id" TEXT,
    "kind" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "status" "mail_status" NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "next_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "locked_until" TIMESTAMPTZ(3),
    "lease" UUID,
    "sent_at" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "outgoing_mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_record" (
    "creditor_id" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" BYTEA NOT NULL,
    "status" INTEGER,
    "content_type" TEXT,
    "response_body" TEXT,
    "locked_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_record_pkey" PRIMARY KEY ("creditor_id","method","path","key")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "creditor_id" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',
    "previous_hash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("creditor_id","sequence")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "api_key_prefix_key" ON "api_key"("prefix");

-- CreateIndex
CREATE UNIQUE INDEX "user_creditor_id_email_key" ON "user"("creditor_id", "email");

-- CreateIndex
CREATE UNIQUE INDEX "debtor_creditor_id_id_key" ON "debtor"("creditor_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "debtor_creditor_id_reference_key" ON "debtor"("creditor_id", "reference");

-- CreateIndex
CREATE INDEX "claim_creditor_id_debtor_id_idx" ON "claim"("creditor_id", "debtor_id");

-- CreateIndex
CREATE UNIQUE INDEX "claim_creditor_id_id_key" ON "claim"("creditor_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "claim_creditor_id_reference_key" ON "claim"("creditor_id", "reference");

-- CreateIndex
CREATE UNIQUE INDEX "claim_creditor_id_payment_reference_key" ON "claim"("creditor_id", "payment_reference");

-- CreateIndex
CREATE INDEX "invoice_claim_id_idx" ON "invoice"("claim_id");

-- CreateIndex
CREATE UNIQUE INDEX "invoice_creditor_id_debtor_id_number_key" ON "invoice"("creditor_id", "debtor_id", "number");

-- CreateIndex
CREATE INDEX "message_claim_id_sent_at_idx" ON "message"("claim_id", "sent_at");

-- CreateIndex
CREATE UNIQUE INDEX "message_creditor_id_id_key" ON "message"("creditor_id", "id");

-- CreateIndex
CREATE INDEX "document_claim_id_idx" ON "document"("claim_id");

-- CreateIndex
CREATE UNIQUE INDEX "link_code_hash_key" ON "link"("code_hash");

-- CreateIndex
CREATE INDEX "link_claim_id_idx" ON "link"("claim_id");

-- CreateIndex
CREATE UNIQUE INDEX "debtor_session_token_hash_key" ON "debtor_session"("token_hash");

-- CreateIndex
CREATE INDEX "debtor_session_link_id_idx" ON "debtor_session"("link_id");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_entry_sequence_key" ON "ledger_entry"("sequence");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_entry_claim_id_fact_key_key" ON "ledger_entry"("claim_id", "fact_key");

-- CreateIndex
CREATE UNIQUE INDEX "payment_provider_id_key" ON "payment"("provider_id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_return_id_key" ON "payment"("return_id");

-- CreateIndex
CREATE INDEX "payment_creditor_id_debtor_id_idx" ON "payment"("creditor_id", "debtor_id");

-- CreateIndex
CREATE INDEX "payment_part_claim_id_idx" ON "payment_part"("claim_id");

-- CreateIndex
CREATE UNIQUE INDEX "quarantined_payment_provider_provider_id_reason_key" ON "quarantined_payment"("provider", "provider_id", "reason");

-- CreateIndex
CREATE UNIQUE INDEX "event_position_key" ON "event"("position");

-- CreateIndex
CREATE INDEX "event_creditor_id_position_idx" ON "event"("creditor_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "event_claim_id_sequence_key" ON "event"("claim_id", "sequence");

-- CreateIndex
CREATE INDEX "webhook_endpoint_creditor_id_idx" ON "webhook_endpoint"("creditor_id");

-- CreateIndex
CREATE INDEX "delivery_endpoint_id_created_at_idx" ON "delivery"("endpoint_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_endpoint_id_event_id_key" ON "delivery"("endpoint_id", "event_id");

-- CreateIndex
CREATE INDEX "delivery_attempt_delivery_id_idx" ON "delivery_attempt"("delivery_id");

-- CreateIndex
CREATE INDEX "import_creditor_id_idx" ON "import"("creditor_id");

-- CreateIndex
CREATE INDEX "outgoing_mail_created_at_idx" ON "outgoing_mail"("created_at");

-- CreateIndex
CREATE INDEX "idempotency_record_created_at_idx" ON "idempotency_record"("created_at");

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_creditor_id_fkey" FOREIGN KEY ("creditor_id") REFERENCES "creditor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user" ADD CONSTRAINT "user_creditor_id_fkey" FOREIGN KEY ("creditor_id") REFERENCES "creditor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "debtor" ADD CONSTRAINT "debtor_creditor_id_fkey" FOREIGN KEY ("creditor_id") REFERENCES "creditor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_creditor_id_fkey" FOREIGN KEY ("creditor_id") REFERENCES "creditor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_creditor_id_debtor_id_fkey" FOREIGN KEY ("creditor_id", "debtor_id") REFERENCES "debtor"("creditor_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice" ADD CONSTRAINT "invoice_creditor_id_claim_id_fkey" FOREIGN KEY ("creditor_id", "claim_id") REFERENCES "claim"("creditor_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_creditor_id_claim_id_fkey" FOREIGN KEY ("creditor_id", "claim_id") REFERENCES "claim"("creditor_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_creditor_id_claim_id_fkey" FOREIGN KEY ("creditor_id", "claim_id") REFERENCES "claim"("creditor_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_creditor_id_message_id_fkey" FOREIGN KEY ("creditor_id", "message_id") REFERENCES "message"("creditor_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "link" ADD CONSTRAINT "link_creditor_id_claim_id_fkey" FOREIGN KEY ("creditor_id", "claim_id") REFERENCES "claim"("creditor_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "debtor_session" ADD CONSTRAINT "debtor_session_creditor_id_claim_id_fkey" FOREIGN KEY ("creditor_id", "claim_id") REFERENCES "claim"("creditor_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "debtor_session" ADD CONSTRAINT "debtor_session_link_id_fkey" FOREIGN KEY ("link_id") REFERENCES "link"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_creditor_id_claim_id_fkey" FOREIGN KEY ("creditor_id", "claim_id") REFERENCES "claim"("creditor_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_posting" ADD CONSTRAINT "ledger_posting_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "ledger_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_creditor_id_fkey" FOREIGN KEY ("creditor_id") REFERENCES "creditor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_part" ADD CONSTRAINT "payment_part_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_part" ADD CONSTRAINT "payment_part_creditor_id_claim_id_fkey" FOREIGN KEY ("creditor_id", "claim_id") REFERENCES "claim"("creditor_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quarantined_payment" ADD CONSTRAINT "quarantined_payment_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_creditor_id_claim_id_fkey" FOREIGN KEY ("creditor_id", "claim_id") REFERENCES "claim"("creditor_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_endpoint_id_fkey" FOREIGN KEY ("endpoint_id") REFERENCES "webhook_endpoint"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_endpoint" ADD CONSTRAINT "webhook_endpoint_creditor_id_fkey" FOREIGN KEY ("creditor_id") REFERENCES "creditor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_endpoint_id_fkey" FOREIGN KEY ("endpoint_id") REFERENCES "webhook_endpoint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery_attempt" ADD CONSTRAINT "delivery_attempt_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "delivery"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Rules that the schema language cannot write.

ALTER TABLE "creditor"
  ADD CONSTRAINT "creditor_minimum_part_payment_positive" CHECK ("minimum_part_payment" > 0),
  ADD CONSTRAINT "creditor_waive_remainder_not_negative" CHECK ("waive_remainder_below" >= 0),
  ADD CONSTRAINT "creditor_postal_days_sensible" CHECK ("postal_days" BETWEEN 1 AND 14);
ALTER TABLE "claim"
  ADD CONSTRAINT "claim_interest_rate_with_contract" CHECK (("interest_type" = 'contractual') = ("interest_rate" IS NOT NULL)),
  ADD CONSTRAINT "claim_fixed_costs_with_amount" CHECK (("costs_type" = 'fixed') = ("fixed_costs" IS NOT NULL)),
  ADD CONSTRAINT "claim_fixed_costs_not_negative" CHECK ("fixed_costs" >= 0);
ALTER TABLE "invoice"
  ADD CONSTRAINT "invoice_amount_in_range" CHECK ("amount" > 0 AND "amount" <= 99999999999),
  ADD CONSTRAINT "invoice_due_after_issue" CHECK ("due_on" >= "issued_on");
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_amount_in_range" CHECK ("amount" > 0 AND "amount" <= 99999999999);
ALTER TABLE "ledger_posting" ADD CONSTRAINT "ledger_posting_not_zero" CHECK ("amount" <> 0);
ALTER TABLE "payment"
  ADD CONSTRAINT "payment_amount_in_range" CHECK ("amount" > 0 AND "amount" <= 99999999999),
  ADD CONSTRAINT "payment_paid_has_time" CHECK ("status" <> 'paid' OR "paid_at" IS NOT NULL);
ALTER TABLE "payment_part" ADD CONSTRAINT "payment_part_amount_positive" CHECK ("amount" > 0);

-- One open attempt to pay for each claim.
CREATE UNIQUE INDEX "payment_part_one_open" ON "payment_part" ("claim_id") WHERE "open";
-- One unprocessed notice for each payment; a repeat raises its version.
CREATE UNIQUE INDEX "provider_notice_waiting" ON "provider_notice" ("provider", "provider_id") WHERE "processed_at" IS NULL;
CREATE INDEX "provider_notice_next" ON "provider_notice" ("next_at") WHERE "processed_at" IS NULL;
CREATE INDEX "payment_check" ON "payment" ("check_at") WHERE "check_at" IS NOT NULL;
CREATE INDEX "event_unpublished" ON "event" ("occurred_at", "claim_id", "sequence") WHERE "position" IS NULL;
CREATE INDEX "delivery_due" ON "delivery" ("endpoint_id", "next_at") WHERE "status" = 'pending';
CREATE INDEX "delivery_leased" ON "delivery" ("locked_until") WHERE "lease" IS NOT NULL;
CREATE INDEX "delivery_claim_order" ON "delivery" ("claim_id", "sequence") WHERE "status" = 'pending';
CREATE INDEX "outgoing_mail_waiting" ON "outgoing_mail" ("next_at") WHERE "status" = 'pending';
CREATE INDEX "import_waiting" ON "import" ("created_at") WHERE "status" IN ('queued', 'running');
CREATE SEQUENCE "event_position_seq" AS bigint OWNED BY "event"."position";

-- The ledger and the audit log are written once.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER "ledger_entry_append_only" BEFORE UPDATE OR DELETE ON "ledger_entry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "ledger_entry_no_truncate" BEFORE TRUNCATE ON "ledger_entry" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "ledger_posting_append_only" BEFORE UPDATE OR DELETE ON "ledger_posting" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "ledger_posting_no_truncate" BEFORE TRUNCATE ON "ledger_posting" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "audit_entry_append_only" BEFORE UPDATE OR DELETE ON "audit_entry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "audit_entry_no_truncate" BEFORE TRUNCATE ON "audit_entry" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Debits equal credits, and their size is the entry's amount, when the transaction commits.
CREATE FUNCTION check_entry_balance() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  checked text;
  balance numeric;
  debits numeric;
  expected bigint;
  moves_nothing boolean;
BEGIN
  -- Two statements: in one expression both fields would have to exist.
  IF TG_TABLE_NAME = 'ledger_entry' THEN checked := NEW."id"; ELSE checked := NEW."entry_id"; END IF;
  SELECT coalesce(sum(p."amount"), 0), coalesce(sum(p."amount") FILTER (WHERE p."amount" > 0), 0), max(e."amount"),
      -- Interest and collection costs are no postings, so giving them up moves no money.
      bool_or(e."type" IN ('costs_waived', 'interest_waived'))
    INTO balance, debits, expected, moves_nothing
    FROM "ledger_entry" e LEFT JOIN "ledger_posting" p ON p."entry_id" = e."id" WHERE e."id" = checked;
  IF balance <> 0 OR (debits <> expected AND NOT (moves_nothing AND debits = 0)) THEN
    RAISE EXCEPTION 'ledger entry % does not balance: debits % for an amount of %, difference %', checked, debits, expected, balance
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "ledger_entry_balances" AFTER INSERT ON "ledger_entry"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_entry_balance();
CREATE CONSTRAINT TRIGGER "ledger_posting_balances" AFTER INSERT ON "ledger_posting"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_entry_balance();

-- The application works as a role of its own that owns nothing and cannot change what is written once.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'voldaan_app') THEN
    CREATE ROLE voldaan_app NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL;
END $$;
-- Granted also to who is a member already: since PostgreSQL 16 the role's creator is one, but without SET.
DO $$
BEGIN
  EXECUTE format('GRANT voldaan_app TO %I', current_user);
END $$;
GRANT USAGE ON SCHEMA public TO voldaan_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO voldaan_app;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO voldaan_app;
REVOKE UPDATE, DELETE ON "ledger_entry", "ledger_posting", "audit_entry" FROM voldaan_app;
REVOKE INSERT, UPDATE, DELETE ON "_prisma_migrations" FROM voldaan_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO voldaan_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO voldaan_app;
