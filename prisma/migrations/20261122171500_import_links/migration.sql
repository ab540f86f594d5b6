-- AlterTable
ALTER TABLE "import" ADD COLUMN     "links_asked_at" TIMESTAMPTZ(3),
ADD COLUMN     "links_asked_by" TEXT,
ADD COLUMN     "links_done_at" TIMESTAMPTZ(3),
ADD COLUMN     "links_mailed" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "links_not_mailed" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "links_row" INTEGER NOT NULL DEFAULT 0;

-- Whose links are being mailed: few at any time, of however many imports.
CREATE INDEX "import_links_waiting" ON "import" ("links_row", "id") WHERE "links_asked_at" IS NOT NULL AND "links_done_at" IS NULL;
