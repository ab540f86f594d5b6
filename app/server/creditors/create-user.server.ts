import { z } from "zod";
import { err, ok, type Result } from "#app/domain/result.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";

export const USER_ROLES = ["owner", "handler", "reader"] as const;

export type UserRole = (typeof USER_ROLES)[number];

export type NewUser = {
  readonly creditorId: string;
  readonly email: string;
  readonly role: UserRole;
  readonly actor: string;
};

export type UserRefusal =
  | { readonly kind: "creditor_not_found" }
  | { readonly kind: "not_an_email_address" }
  | { readonly kind: "user_exists"; readonly id: string };

const emailSchema = z.email().max(254);

/** Adds somebody who works for a creditor. Addresses are kept in lower case, so that one person is one user. */
export async function createUser(services: Services, user: NewUser): Promise<Result<{ id: string }, UserRefusal>> {
  return inTransaction(services.database, (tx) => addUser(tx, { ...user, now: services.clock.now() }));
}

/** As `createUser`, in a transaction that does more. Somebody who was removed comes back as the same user. */
export async function addUser(
  tx: Transaction,
  { creditorId, role, actor, now, ...user }: NewUser & { readonly now: Date },
): Promise<Result<{ id: string; email: string }, UserRefusal>> {
  const email = user.email.trim().toLowerCase();
  if (!emailSchema.safeParse(email).success) return err({ kind: "not_an_email_address" });
  const creditor = await tx.creditor.findUnique({ where: { id: creditorId }, select: { id: true } });
  if (!creditor) return err({ kind: "creditor_not_found" });
  const existing = await tx.user.findUnique({
    where: { creditorId_email: { creditorId, email } },
    select: { id: true, removedAt: true },
  });
  if (existing && existing.removedAt === null) return err({ kind: "user_exists", id: existing.id });
  const id = existing?.id ?? newId("usr", now);
  if (existing) await tx.user.update({ where: { id }, data: { role, removedAt: null } });
  else await tx.user.create({ data: { id, creditorId, email, role, createdAt: now } });
  appendAudit(tx, creditorId, { at: now, actor, action: "user.created", subject: id, data: { role } });
  return ok({ id, email });
}
