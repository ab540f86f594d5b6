-- When a claim was closed, and which payments came after that: they are the debtor's money.
ALTER TABLE "claim" ADD COLUMN "closed_at" TIMESTAMPTZ(3);
ALTER TABLE "ledger_entry" ADD COLUMN "unasked" BOOLEAN NOT NULL DEFAULT false;
UPDATE "claim" SET "closed_at" = "updated_at" WHERE "status" = 'closed';
INSERT INTO "claim_hold" ("claim_id", "creditor_id", "kind", "source", "from_on")
  SELECT c."id", c."creditor_id", k, c."id", (c."closed_at" AT TIME ZONE 'Europe/Amsterdam')::date + 1
  FROM "claim" c, unnest(ARRAY['interest', 'costs']::"hold_kind"[]) k
  WHERE c."status" = 'closed';
