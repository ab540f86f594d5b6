-- AlterTable
ALTER TABLE "message" ADD COLUMN     "own_only" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "link" ADD COLUMN     "address_hash" TEXT;

-- AlterTable
ALTER TABLE "helper_grant" ADD COLUMN     "made_by_link" TEXT;

-- AlterTable
ALTER TABLE "refund" ADD COLUMN     "claim_id" TEXT;
