-- When its debtor first looked at a claim. Sessions are cleared after a while; who comes back after that opens nothing for the first time.
ALTER TABLE "claim" ADD COLUMN "first_opened_at" TIMESTAMPTZ(3);

UPDATE "claim" SET "first_opened_at" = s.first
FROM (SELECT "claim_id", min("created_at") AS first FROM "debtor_session" WHERE "helper_id" IS NULL GROUP BY "claim_id") AS s
WHERE s."claim_id" = "claim"."id";

CREATE INDEX "claim_first_opened_at_idx" ON "claim" ("first_opened_at") WHERE "first_opened_at" IS NOT NULL;
