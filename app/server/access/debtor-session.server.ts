import { newId, newSecretToken } from "#app/server/platform/crypto/random-id.server.ts";
import { hashSecret } from "#app/server/platform/crypto/secret-hash.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";

/** In whose name a debtor's page asks: one debtor of one creditor, by way of one claim. */
export type DebtorGrant = {
  readonly sessionId: string;
  readonly creditorId: string;
  readonly debtorId: string;
  /** The claim that the link was for. */
  readonly claimId: string;
  readonly linkId: string;
  /** The debtor's own language, when the session names no choice. */
  readonly language: string;
};

const SESSION_LIFETIME_MS = 12 * 60 * 60 * 1000;

/** Starts a new session under a new random token, whatever cookie the browser brought. Answers the token, stored as hash. */
export async function openDebtorSession(
  tx: Transaction,
  { link, now }: { link: { id: string; creditorId: string; claimId: string; debtorId: string }; now: Date },
): Promise<string> {
  const token = newSecretToken();
  await tx.debtorSession.create({
    data: {
      id: newId("ses", now),
      tokenHash: hashSecret(token),
      creditorId: link.creditorId,
      claimId: link.claimId,
      debtorId: link.debtorId,
      linkId: link.id,
      createdAt: now,
      expiresAt: new Date(now.getTime() + SESSION_LIFETIME_MS),
    },
  });
  return token;
}

/** Whose session a token is, or null when it ended, ran out, or its link was revoked. */
export async function findDebtorGrant(services: Services, token: string): Promise<DebtorGrant | null> {
  const now = services.clock.now();
  const session = await services.database.prisma.debtorSession.findFirst({
    where: { tokenHash: hashSecret(token), endedAt: null, expiresAt: { gt: now }, link: { revokedAt: null } },
    select: {
      id: true,
      creditorId: true,
      debtorId: true,
      claimId: true,
      linkId: true,
      claim: { select: { debtor: { select: { language: true } } } },
    },
  });
  if (!session) return null;
  const { id: sessionId, creditorId, debtorId, claimId, linkId } = session;
  return { sessionId, creditorId, debtorId, claimId, linkId, language: session.claim.debtor.language };
}

/** Ends a session on the server: its cookie is worth nothing from now on. */
export async function endDebtorSession(services: Services, token: string): Promise<void> {
  await services.database.prisma.debtorSession.updateMany({
    where: { tokenHash: hashSecret(token), endedAt: null },
    data: { endedAt: services.clock.now() },
  });
}
