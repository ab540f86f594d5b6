import type { AppLoadContext } from "@remix-run/node";
import { newId, newSecretToken } from "#app/server/platform/crypto/random-id.server.ts";
import { hashSecret } from "#app/server/platform/crypto/secret-hash.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { seeOnlyRowsOf } from "#app/server/platform/database/row-scope.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { admitHelper, type SessionHelper } from "./helper-access.server.ts";

/** In whose name a debtor's page asks: one debtor of one creditor, by way of one claim. */
export type DebtorGrant = {
  readonly sessionId: string;
  readonly creditorId: string;
  readonly debtorId: string;
  /** The claim that the link was for. */
  readonly claimId: string;
  readonly linkId: string;
  /** As the creditor or the debtor said; null: nobody did. */
  readonly language: string | null;
  /** Somebody who helps the debtor; null: the debtor. */
  readonly helper: SessionHelper | null;
};

const HOUR_MS = 60 * 60 * 1000;
const SESSION_LIFETIME_MS = 12 * HOUR_MS;
const HELPER_LIFETIME_MS = 2 * HOUR_MS;

/** What a session is opened by. */
export type OpeningLink = {
  readonly id: string;
  readonly creditorId: string;
  readonly claimId: string;
  readonly debtorId: string;
  readonly helperId: string | null;
};

/**
 * Starts a new session under a new random token, whatever cookie the browser brought. Answers the token, stored as hash.
 * Somebody who helps comes in for a shorter time, and the debtor sees that they did.
 */
export async function openDebtorSession(
  tx: Transaction,
  { link, now }: { link: OpeningLink; now: Date },
): Promise<string> {
  const token = newSecretToken();
  const { helperId } = link;
  await tx.debtorSession.create({
    data: {
      id: newId("ses", now),
      tokenHash: hashSecret(token),
      creditorId: link.creditorId,
      claimId: link.claimId,
      debtorId: link.debtorId,
      linkId: link.id,
      helperId,
      createdAt: now,
      expiresAt: new Date(now.getTime() + (helperId === null ? SESSION_LIFETIME_MS : HELPER_LIFETIME_MS)),
    },
  });
  if (helperId === null) {
    const { claimId, creditorId } = link;
    await tx.$executeRaw`UPDATE claim SET first_opened_at = ${now} WHERE creditor_id = ${creditorId} AND id = ${claimId} AND first_opened_at IS NULL`;
  }
  if (helperId !== null) await tx.helperLook.create({ data: { helperId, kind: "opened", at: now } });
  return token;
}

/**
 * Whose session this request has, or null without one, and when it ended, ran out, or its link was revoked. Throws the
 * page that says so when it is of somebody who helps the debtor and may not do this.
 */
export async function findDebtorGrant(context: AppLoadContext): Promise<DebtorGrant | null> {
  const { app, sessionToken: token } = context;
  if (token === null) return null;
  const now = app.clock.now();
  const session = await app.database.prisma.debtorSession.findFirst({
    where: {
      tokenHash: hashSecret(token),
      endedAt: null,
      expiresAt: { gt: now },
      link: { revokedAt: null },
      OR: [{ helperId: null }, { helper: { revokedAt: null, expiresAt: { gt: now } } }],
    },
    select: {
      id: true,
      creditorId: true,
      debtorId: true,
      claimId: true,
      linkId: true,
      helper: { select: { id: true, rights: true } },
      claim: {
        select: {
          debtor: { select: { language: true, languageGiven: true, name: true } },
          creditor: { select: { formOfAddress: true } },
        },
      },
    },
  });
  if (!session) return null;
  seeOnlyRowsOf(session.creditorId);
  const { id: sessionId, creditorId, debtorId, claimId, linkId, claim } = session;
  const helper = session.helper && { ...session.helper, debtorName: claim.debtor.name };
  context.formOfAddress = claim.creditor.formOfAddress;
  admitHelper(context, helper);
  const { language, languageGiven } = claim.debtor;
  return { sessionId, creditorId, debtorId, claimId, linkId, language: languageGiven ? language : null, helper };
}

/** Ends a session on the server: its cookie is worth nothing from now on. */
export async function endDebtorSession(services: Services, token: string): Promise<void> {
  await services.database.prisma.debtorSession.updateMany({
    where: { tokenHash: hashSecret(token), endedAt: null },
    data: { endedAt: services.clock.now() },
  });
}
