import type { HelperRights } from "#app/domain/access.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { type IssuedLink, issueLinkIn } from "#app/server/access/issue-link.server.ts";
import { actorOf, type DebtorSessionScope } from "#app/server/arrangements/own-arrangement.server.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { isId } from "#app/server/platform/crypto/random-id.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";

export const MOST_HELPER_DAYS = 30;

const DAY_MS = 24 * 60 * 60 * 1000;
const MOST_HELPERS = 10;

export type HelperOrder = {
  readonly debtor: DebtorSessionScope;
  /** The claim that the link is for; it shows all of this debtor's claims with the creditor. */
  readonly claimId: string;
  /** Made when the form was shown (`newId("hlp", …)`): the same form twice is one link. */
  readonly helperId: string;
  /** As the debtor calls them. */
  readonly name: string;
  readonly rights: HelperRights;
  /** 1 to 30. */
  readonly days: number;
};

export type HelperRefusal = { readonly kind: "invalid_request" | "made_before" | "too_many" };

/** Lets somebody look along for some days. The link and its code are answered this once: only what proves them is kept. */
export async function grantHelper(services: Services, order: HelperOrder): Promise<Result<IssuedLink, HelperRefusal>> {
  const { debtor, claimId, helperId, name, rights, days } = order;
  const { creditorId, debtorId } = debtor;
  if (!isId("hlp", helperId) || !Number.isInteger(days) || days < 1 || days > MOST_HELPER_DAYS) {
    return err({ kind: "invalid_request" });
  }
  const now = services.clock.now();
  const expiresAt = new Date(now.getTime() + days * DAY_MS);
  return inTransaction(services.database, async (tx) => {
    // Two forms at once wait for each other here.
    await tx.$queryRaw`SELECT id FROM debtor WHERE id = ${debtorId} AND creditor_id = ${creditorId} FOR UPDATE`;
    const claim = await tx.claim.findFirst({ where: { id: claimId, creditorId, debtorId }, select: { id: true } });
    if (!claim) return err({ kind: "invalid_request" });
    if (await tx.helperGrant.findUnique({ where: { id: helperId }, select: { id: true } })) return err({ kind: "made_before" }); // prettier-ignore
    const running = await tx.helperGrant.count({ where: { creditorId, debtorId, revokedAt: null, expiresAt: { gt: now } } }); // prettier-ignore
    if (running >= MOST_HELPERS) return err({ kind: "too_many" });
    const session = await tx.debtorSession.findFirst({
      where: { id: debtor.sessionId, creditorId },
      select: { linkId: true },
    });
    const madeByLink = session?.linkId ?? null;
    await tx.helperGrant.create({
      data: { id: helperId, creditorId, debtorId, claimId, name, rights, madeByLink, createdAt: now, expiresAt },
    });
    const actor = actorOf(debtor);
    const link = await issueLinkIn(tx, services, { creditorId, claimId, channel: "none", expiresAt, helperId, actor });
    if (!link.ok) throw new Error(`no link for a helper: ${link.error.kind}`);
    const data = { claim: claimId, rights, days };
    appendAudit(tx, creditorId, { at: now, actor, action: "helper.granted", subject: helperId, data });
    return ok(link.value);
  });
}
