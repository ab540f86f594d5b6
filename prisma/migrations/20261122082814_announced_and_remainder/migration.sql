-- AlterEnum
ALTER TYPE "notice_kind" ADD VALUE 'announced';

-- AlterTable
ALTER TABLE "claim" ADD COLUMN     "waive_remainder_below" BIGINT NOT NULL DEFAULT 500;

-- Claims that are there keep what held for them.
UPDATE "claim" SET "waive_remainder_below" = "creditor"."waive_remainder_below" FROM "creditor" WHERE "creditor"."id" = "claim"."creditor_id";
ALTER TABLE "claim" ADD CONSTRAINT "claim_waive_remainder_not_negative" CHECK ("waive_remainder_below" >= 0);
