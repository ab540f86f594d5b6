-- AlterTable
ALTER TABLE "link" ADD COLUMN     "batch_id" TEXT,
ADD COLUMN     "external_jti" TEXT,
ADD COLUMN     "key_id" TEXT,
ALTER COLUMN "code_hash" DROP NOT NULL;

-- CreateTable
CREATE TABLE "link_key" (
    "id" TEXT NOT NULL,
    "creditor_id" TEXT NOT NULL,
    "kid" TEXT NOT NULL,
    "alg" TEXT NOT NULL,
    "public_jwk" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "link_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revoked_jti" (
    "creditor_id" TEXT NOT NULL,
    "jti" TEXT NOT NULL,
    "revoked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "revoked_jti_pkey" PRIMARY KEY ("creditor_id","jti")
);

-- CreateTable
CREATE TABLE "outgoing_sms" (
    "id" TEXT NOT NULL,
    "creditor_id" TEXT NOT NULL,
    "claim_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "status" "mail_status" NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "locked_until" TIMESTAMPTZ(3),
    "lease" UUID,
    "sent_at" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "outgoing_sms_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "link_key_creditor_id_id_key" ON "link_key"("creditor_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "link_key_creditor_id_kid_key" ON "link_key"("creditor_id", "kid");

-- CreateIndex
CREATE INDEX "outgoing_sms_created_at_idx" ON "outgoing_sms"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "link_creditor_id_external_jti_key" ON "link"("creditor_id", "external_jti");

-- CreateIndex
CREATE INDEX "link_key_id_idx" ON "link"("key_id");

-- CreateIndex
CREATE INDEX "link_batch_id_claim_id_idx" ON "link"("batch_id", "claim_id");

-- AddForeignKey
ALTER TABLE "link_key" ADD CONSTRAINT "link_key_creditor_id_fkey" FOREIGN KEY ("creditor_id") REFERENCES "creditor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revoked_jti" ADD CONSTRAINT "revoked_jti_creditor_id_fkey" FOREIGN KEY ("creditor_id") REFERENCES "creditor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outgoing_sms" ADD CONSTRAINT "outgoing_sms_creditor_id_claim_id_fkey" FOREIGN KEY ("creditor_id", "claim_id") REFERENCES "claim"("creditor_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "link" ADD CONSTRAINT "link_creditor_id_key_id_fkey" FOREIGN KEY ("creditor_id", "key_id") REFERENCES "link_key"("creditor_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Our own links have a code; those that a creditor signs have its key and its name for them.
ALTER TABLE "link" ADD CONSTRAINT "link_is_ours_or_signed"
  CHECK (("code_hash" IS NULL) = ("key_id" IS NOT NULL) AND ("key_id" IS NULL) = ("external_jti" IS NULL));
ALTER TABLE "link_key" ADD CONSTRAINT "link_key_alg" CHECK ("alg" IN ('EdDSA', 'ES256', 'RS256'));

-- What the worker sends next.
CREATE INDEX "outgoing_sms_due" ON "outgoing_sms" ("next_at") WHERE "status" = 'pending';

GRANT SELECT, INSERT, UPDATE, DELETE ON "link_key", "revoked_jti", "outgoing_sms" TO voldaan_app;
