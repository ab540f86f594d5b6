-- The link that a mail or text message brings: it is looked at again before it goes.
CREATE UNIQUE INDEX "link_creditor_id_id_key" ON "link"("creditor_id", "id");
ALTER TABLE "outgoing_mail" ADD COLUMN "link_id" TEXT;
ALTER TABLE "outgoing_mail" ADD CONSTRAINT "outgoing_mail_creditor_id_link_id_fkey" FOREIGN KEY ("creditor_id", "link_id") REFERENCES "link"("creditor_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "outgoing_sms" ADD COLUMN "link_id" TEXT;
ALTER TABLE "outgoing_sms" ADD CONSTRAINT "outgoing_sms_creditor_id_link_id_fkey" FOREIGN KEY ("creditor_id", "link_id") REFERENCES "link"("creditor_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The text message that brings a message; checked at commit, as the message is written before it.
CREATE UNIQUE INDEX "outgoing_sms_creditor_id_id_key" ON "outgoing_sms"("creditor_id", "id");
ALTER TABLE "message" ADD COLUMN "sms_id" TEXT;
CREATE INDEX "message_sms_id_idx" ON "message"("sms_id");
ALTER TABLE "message" ADD CONSTRAINT "message_creditor_id_sms_id_fkey" FOREIGN KEY ("creditor_id", "sms_id") REFERENCES "outgoing_sms"("creditor_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- What was never sent is not kept either.
UPDATE "outgoing_mail" SET "text" = '', "html" = '' WHERE "status" = 'failed';
UPDATE "outgoing_sms" SET "text" = '' WHERE "status" = 'failed';
