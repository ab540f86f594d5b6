-- The key of the ring that made a link: asked for again after a rotation, it is the same link.
ALTER TABLE "link" ADD COLUMN "signed_by" TEXT;
