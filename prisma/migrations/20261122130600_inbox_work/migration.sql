-- What people type to find a claim is looked for in one column, by parts of words. Both are trusted extensions.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;

-- AlterTable
ALTER TABLE "claim" ADD COLUMN     "search_text" TEXT NOT NULL DEFAULT '';

-- Everything a claim is found by: in small letters, without accents, each word between spaces; amounts as one word, in cents.
CREATE FUNCTION claim_search_text(wanted TEXT) RETURNS TEXT LANGUAGE sql STABLE AS $$
  SELECT lower(regexp_replace(regexp_replace(normalize(
      ' ' || concat_ws(' ', claim.reference, claim.payment_reference, debtor.name, debtor.reference, debtor.email, invoices.numbers, invoices.amounts, invoices.total) || ' ',
      NFD), '[\u0300-\u036f]', '', 'g'), '\s+', ' ', 'g'))
  FROM "claim"
  JOIN "debtor" ON debtor.creditor_id = claim.creditor_id AND debtor.id = claim.debtor_id
  CROSS JOIN LATERAL (
    SELECT string_agg(number, ' ' ORDER BY number) AS numbers,
      string_agg('eur' || amount, ' ' ORDER BY number) AS amounts,
      'eur' || sum(amount) AS total
    FROM "invoice" WHERE invoice.claim_id = claim.id
  ) AS invoices
  WHERE claim.id = wanted
$$;

UPDATE "claim" SET "search_text" = claim_search_text("id");

-- The ids of what a search finds, newest first. Behind a row policy neither LIKE nor the comparison of a status may use an
-- index, because they might tell what they saw. So this looks as the owner of the tables, and keeps to the rule of the policies
-- itself. What is looked for is seldom known to be rare or common, so it is looked for in three ways, each of which costs the
-- same however many claims there are: among the newest, then by the index of parts of words, and when that finds very many, in
-- their order.
CREATE FUNCTION find_claims(
  wanted_creditor TEXT, wanted_status claim_status, since TIMESTAMPTZ, before_id TEXT, patterns TEXT[], most INTEGER
) RETURNS SETOF TEXT LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  newest CONSTANT INTEGER := 1000;
  few CONSTANT INTEGER := 2000;
  looked_at INTEGER;
  near TEXT[];
  found TEXT[];
BEGIN
  IF coalesce(current_setting('app.row_owner', true), '') NOT IN (wanted_creditor, '*') THEN
    RETURN;
  END IF;
  IF patterns IS NOT NULL THEN
    SELECT count(*), array_agg(id ORDER BY id DESC) FILTER (WHERE matches) INTO looked_at, near FROM (
      SELECT id, search_text LIKE ANY (patterns) AS matches FROM "claim"
      WHERE creditor_id = wanted_creditor AND (wanted_status IS NULL OR status = wanted_status)
        AND (since IS NULL OR updated_at >= since) AND (before_id IS NULL OR id < before_id)
      ORDER BY id DESC LIMIT newest
    ) AS the_newest;
    IF looked_at < newest OR cardinality(near) >= most THEN
      RETURN QUERY SELECT unnest(near[1:most]);
      RETURN;
    END IF;
    SELECT array_agg(id) INTO found FROM (
      SELECT id FROM "claim" WHERE creditor_id = wanted_creditor
        AND (search_text LIKE patterns[1] OR search_text LIKE patterns[2] OR search_text LIKE patterns[3])
      LIMIT few + 1
    ) AS matching;
    IF coalesce(cardinality(found), 0) <= few THEN
      RETURN QUERY SELECT id FROM "claim"
        WHERE id = ANY (found) AND (wanted_status IS NULL OR status = wanted_status)
          AND (since IS NULL OR updated_at >= since) AND (before_id IS NULL OR id < before_id)
        ORDER BY id DESC LIMIT most;
      RETURN;
    END IF;
  END IF;
  RETURN QUERY SELECT id FROM "claim"
    WHERE creditor_id = wanted_creditor AND (wanted_status IS NULL OR status = wanted_status)
      AND (since IS NULL OR updated_at >= since) AND (before_id IS NULL OR id < before_id)
      AND (patterns IS NULL OR search_text LIKE ANY (patterns))
    ORDER BY id DESC LIMIT most;
END
$$;

-- CreateIndex
CREATE INDEX "claim_search" ON "claim" USING gin ("creditor_id", "search_text" gin_trgm_ops);
CREATE INDEX "claim_creditor_id_status_id_idx" ON "claim"("creditor_id", "status", "id" DESC);
CREATE INDEX "claim_creditor_id_updated_at_idx" ON "claim"("creditor_id", "updated_at" DESC);

-- CreateEnum
CREATE TYPE "question_kind" AS ENUM ('counsellor', 'bankrupt', 'deceased', 'wrong_person', 'details_change', 'erasure');

-- CreateEnum
CREATE TYPE "question_outcome" AS ENUM ('handled', 'applied', 'declined');

-- CreateTable
CREATE TABLE "question" (
    "id" TEXT NOT NULL,
    "creditor_id" TEXT NOT NULL,
    "debtor_id" TEXT NOT NULL,
    "claim_id" TEXT NOT NULL,
    "kind" "question_kind" NOT NULL,
    "message_id" TEXT,
    "details" JSONB,
    "answer_before" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "answered_by" TEXT,
    "outcome" "question_outcome",
    "answer" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "question_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "question_creditor_id_id_key" ON "question"("creditor_id", "id");
CREATE INDEX "question_claim_id_idx" ON "question"("claim_id");
CREATE INDEX "question_creditor_id_answered_at_idx" ON "question"("creditor_id", "answered_at");

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_creditor_id_fkey" FOREIGN KEY ("creditor_id") REFERENCES "creditor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "question" ADD CONSTRAINT "question_creditor_id_debtor_id_fkey" FOREIGN KEY ("creditor_id", "debtor_id") REFERENCES "debtor"("creditor_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "question" ADD CONSTRAINT "question_creditor_id_claim_id_fkey" FOREIGN KEY ("creditor_id", "claim_id") REFERENCES "claim"("creditor_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "question" ADD CONSTRAINT "question_creditor_id_message_id_fkey" FOREIGN KEY ("creditor_id", "message_id") REFERENCES "message"("creditor_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- An answer has its time, its author and its outcome, or it is none.
ALTER TABLE "question" ADD CONSTRAINT "question_answer_check" CHECK (("answered_at" IS NULL) = ("answered_by" IS NULL) AND ("answered_at" IS NULL) = ("outcome" IS NULL));

-- What waits is read in the order of its last day, however much is answered or waits behind it.
CREATE INDEX "question_waiting" ON "question" ("creditor_id", "answer_before", "id") WHERE "answered_at" IS NULL;
CREATE INDEX "arrangement_waiting" ON "arrangement" ("creditor_id", "decide_before", "id") WHERE "status" = 'proposed';
CREATE INDEX "dispute_waiting" ON "dispute" ("creditor_id", "answer_before", "id") WHERE "ended_at" IS NULL;
CREATE INDEX "complaint_waiting" ON "complaint" ("creditor_id", "answer_before", "id") WHERE "status" = 'open';
CREATE INDEX "pause_running" ON "pause" ("creditor_id", "until_on", "id") WHERE "ended_at" IS NULL;
CREATE INDEX "complaint_creditor_id_answered_at_idx" ON "complaint"("creditor_id", "answered_at");
CREATE INDEX "arrangement_countered" ON "arrangement" ("creditor_id", "updated_at") WHERE "status" = 'countered';

-- AlterTable
ALTER TABLE "quarantined_payment" ADD COLUMN     "resolved_by" TEXT,
ADD COLUMN     "resolution" TEXT NOT NULL DEFAULT '';
CREATE INDEX "quarantined_payment_waiting" ON "quarantined_payment" ("creditor_id", "id") WHERE "resolved_at" IS NULL;
CREATE INDEX "payment_creditor_id_id_idx" ON "payment"("creditor_id", "id");

-- AlterTable
ALTER TABLE "sign_in_code" ADD COLUMN     "link_hash" TEXT;
CREATE UNIQUE INDEX "sign_in_code_link_hash_key" ON "sign_in_code"("link_hash");

-- The audit log of one claim, without reading that of all.
CREATE INDEX "audit_entry_creditor_id_subject_idx" ON "audit_entry"("creditor_id", "subject");
ALTER TABLE "audit_entry" ADD COLUMN     "claim_id" TEXT GENERATED ALWAYS AS ("data" ->> 'claim') STORED;
CREATE INDEX "audit_entry_creditor_id_claim_id_idx" ON "audit_entry"("creditor_id", "claim_id");
