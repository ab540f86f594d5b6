-- CreateTable
CREATE TABLE "sign_in_code" (
    "id" TEXT NOT NULL,
    "email" TEXT,
    "code_hash" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "creditor_session" (
    "id" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "user_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "creditor_session_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "sign_in_code_expires_at_idx" ON "sign_in_code"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "creditor_session_token_hash_key" ON "creditor_session"("token_hash");

-- CreateIndex
CREATE INDEX "creditor_session_user_id_idx" ON "creditor_session"("user_id");

-- CreateIndex
CREATE INDEX "creditor_session_expires_at_idx" ON "creditor_session"("expires_at");

-- CreateIndex
CREATE INDEX "user_email_idx" ON "user"("email");

-- CreateIndex
CREATE INDEX "arrangement_creditor_id_ended_at_idx" ON "arrangement"("creditor_id", "ended_at");

-- CreateIndex
CREATE INDEX "arrangement_creditor_id_accepted_at_idx" ON "arrangement"("creditor_id", "accepted_at");

-- AddForeignKey
ALTER TABLE "creditor_session" ADD CONSTRAINT "creditor_session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
