-- Which order did it: the same one again, after an answer that never came, changes nothing.
ALTER TABLE "webhook_endpoint" ADD COLUMN "rotation_id" TEXT;
ALTER TABLE "pause" ADD COLUMN "ending_id" TEXT;
