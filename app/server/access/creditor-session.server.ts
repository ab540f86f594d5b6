import { err, ok, type Result } from "#app/domain/result.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import type { UserRole } from "#app/server/creditors/create-user.server.ts";
import { newId, newSecretToken } from "#app/server/platform/crypto/random-id.server.ts";
import { hashSecret } from "#app/server/platform/crypto/secret-hash.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";

/** In whose name a page of the inbox asks: one user of one creditor. */
export type CreditorGrant = {
  readonly sessionId: string;
  readonly userId: string;
  readonly creditorId: string;
  readonly creditorName: string;
  readonly email: string;
  readonly role: UserRole;
  /** The same address works for other creditors too. */
  readonly hasOthers: boolean;
};

/** A creditor that an address works for. */
export type OwnCreditor = { readonly userId: string; readonly creditorId: string; readonly name: string };

/** Without use a session ends by its cookie; with use after a week all the same. */
const SESSION_LIFETIME_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * Starts a new session under a new random token for whoever showed that the address is theirs. Who works for one creditor
 * acts for it at once; who works for several chooses first.
 */
export async function openCreditorSession(
  tx: Transaction,
  { email, now }: { email: string; now: Date },
): Promise<{ token: string; chosen: boolean }> {
  const token = newSecretToken();
  const users = await tx.user.findMany({
    where: { email, removedAt: null },
    select: { id: true, creditorId: true },
    take: 2,
  });
  const [only] = users.length === 1 ? users : [];
  await tx.creditorSession.create({
    data: {
      id: newId("ses", now),
      tokenHash: hashSecret(token),
      email,
      userId: only?.id ?? null,
      createdAt: now,
      expiresAt: new Date(now.getTime() + SESSION_LIFETIME_MS),
    },
  });
  if (only) await noteSignIn(tx, { creditorId: only.creditorId, userId: only.id, at: now });
  return { token, chosen: only !== undefined };
}

/** Whose session a token is; null when it ended, ran out, or no creditor was chosen yet. */
export async function findCreditorGrant(services: Services, token: string): Promise<CreditorGrant | null> {
  const session = await findSession(services, token);
  if (!session?.user || session.user.removedAt !== null) return null;
  const { id: sessionId, email, user } = session;
  const others = await services.database.prisma.user.count({ where: { email, removedAt: null, id: { not: user.id } } });
  return {
    sessionId,
    email,
    userId: user.id,
    creditorId: user.creditorId,
    creditorName: user.creditor.name,
    role: user.role,
    hasOthers: others > 0,
  };
}

/** The creditors that the address of a session works for, by name; null when there is no such session. */
export async function ownCreditors(services: Services, token: string): Promise<readonly OwnCreditor[] | null> {
  const session = await findSession(services, token);
  if (!session) return null;
  const users = await services.database.prisma.user.findMany({
    where: { email: session.email, removedAt: null },
    select: { id: true, creditorId: true, creditor: { select: { name: true } } },
    orderBy: [{ creditor: { name: "asc" } }, { id: "asc" }],
  });
  return users.map(({ id, creditorId, creditor }) => ({ userId: id, creditorId, name: creditor.name }));
}

/** Goes on for that creditor under a new token; the old one is worth nothing from now on. */
export async function chooseCreditor(
  services: Services,
  { token, creditorId }: { token: string; creditorId: string },
): Promise<Result<string, { kind: "not_found" }>> {
  const now = services.clock.now();
  return inTransaction(services.database, async (tx) => {
    const session = await tx.creditorSession.findFirst({
      where: { tokenHash: hashSecret(token), endedAt: null, expiresAt: { gt: now } },
      select: { id: true, email: true, expiresAt: true },
    });
    const user = session && (await tx.user.findFirst({ where: { creditorId, email: session.email, removedAt: null }, select: { id: true } })); // prettier-ignore
    if (!session || !user) return err({ kind: "not_found" });
    const fresh = newSecretToken();
    await tx.creditorSession.update({ where: { id: session.id }, data: { endedAt: now } });
    await tx.creditorSession.create({
      data: {
        id: newId("ses", now),
        tokenHash: hashSecret(fresh),
        email: session.email,
        userId: user.id,
        createdAt: now,
        expiresAt: session.expiresAt,
      },
    });
    await noteSignIn(tx, { creditorId, userId: user.id, at: now });
    return ok(fresh);
  });
}

/** Ends a session on the server: its cookie is worth nothing from now on. */
export async function endCreditorSession(services: Services, token: string): Promise<void> {
  await services.database.prisma.creditorSession.updateMany({
    where: { tokenHash: hashSecret(token), endedAt: null },
    data: { endedAt: services.clock.now() },
  });
}

async function findSession(services: Services, token: string) {
  return services.database.prisma.creditorSession.findFirst({
    where: { tokenHash: hashSecret(token), endedAt: null, expiresAt: { gt: services.clock.now() } },
    select: {
      id: true,
      email: true,
      user: {
        select: { id: true, creditorId: true, role: true, removedAt: true, creditor: { select: { name: true } } },
      },
    },
  });
}

async function noteSignIn(
  tx: Transaction,
  { creditorId, userId, at }: { creditorId: string; userId: string; at: Date },
): Promise<void> {
  appendAudit(tx, creditorId, { at, actor: `user:${userId}`, action: "user.signed_in", subject: userId });
}
