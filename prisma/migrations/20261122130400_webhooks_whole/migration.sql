-- Rests an endpoint that fails too often: until when, how often in a row, and which attempts count from then on.
ALTER TABLE "webhook_endpoint"
  ADD COLUMN "breaker_open_until" TIMESTAMPTZ(3),
  ADD COLUMN "breaker_trips" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "breaker_counts_from" TIMESTAMPTZ(3);

-- What was sent, besides the body that the event holds; null for attempts from before.
ALTER TABLE "delivery_attempt"
  ADD COLUMN "endpoint_id" TEXT,
  ADD COLUMN "url" TEXT,
  ADD COLUMN "request_headers" JSONB;
UPDATE "delivery_attempt" a SET "endpoint_id" = d."endpoint_id" FROM "delivery" d WHERE d."id" = a."delivery_id";
ALTER TABLE "delivery_attempt" ALTER COLUMN "endpoint_id" SET NOT NULL;
ALTER TABLE "delivery_attempt" ADD CONSTRAINT "delivery_attempt_endpoint_id_fkey" FOREIGN KEY ("endpoint_id") REFERENCES "webhook_endpoint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "delivery_attempt_endpoint_id_started_at_idx" ON "delivery_attempt"("endpoint_id", "started_at");

-- For what is older than it is kept.
CREATE INDEX "delivery_event_id_idx" ON "delivery"("event_id");
CREATE INDEX "event_occurred_at_idx" ON "event" USING BRIN ("occurred_at");

-- The mail that brings a message; checked at commit, as the message is written before it.
CREATE UNIQUE INDEX "outgoing_mail_creditor_id_id_key" ON "outgoing_mail"("creditor_id", "id");
ALTER TABLE "message" ADD COLUMN "mail_id" TEXT;
CREATE INDEX "message_mail_id_idx" ON "message"("mail_id");
ALTER TABLE "message" ADD CONSTRAINT "message_creditor_id_mail_id_fkey" FOREIGN KEY ("creditor_id", "mail_id") REFERENCES "outgoing_mail"("creditor_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
