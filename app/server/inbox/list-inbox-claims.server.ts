import type { ClaimStatus } from "#app/domain/claim.ts";
import { INTEREST_RATES } from "#app/domain/law/interest-rates.ts";
import type { Cents } from "#app/domain/money.ts";
import { statementAsOf } from "#app/domain/statement.ts";
import type { CreditorGrant } from "#app/server/access/creditor-session.server.ts";
import { findClaims } from "#app/server/claims/claim-record.server.ts";
import { findClaimIds } from "#app/server/claims/find-claim-ids.server.ts";
import { loadLedgers } from "#app/server/claims/ledger-store.server.ts";
import type { Services } from "#app/server/services.server.ts";

export type ListedClaim = {
  readonly id: string;
  readonly reference: string;
  readonly description: string;
  readonly debtor: string;
  readonly status: ClaimStatus;
  /** What is open today. */
  readonly open: Cents;
  readonly principal: Cents;
};

export type ClaimsPage = {
  readonly claims: readonly ListedClaim[];
  /** The claim after which the next page begins; null: this is the last. */
  readonly next: string | null;
};

type Search = {
  readonly grant: Pick<CreditorGrant, "creditorId">;
  readonly q: string;
  readonly status: ClaimStatus | null;
  readonly after: string | null;
};

const ON_A_PAGE = 25;

/** A page of what a search finds among the claims of the user's creditor, newest first, with what is open on each today. */
export async function listInboxClaims(services: Services, { grant, q, status, after }: Search): Promise<ClaimsPage> {
  const { prisma } = services.database;
  const { creditorId } = grant;
  const found = await findClaimIds(prisma, {
    creditorId,
    limit: ON_A_PAGE,
    ...(q === "" ? {} : { q }),
    ...(status === null ? {} : { status }),
    ...(after === null ? {} : { after }),
  });
  const claimIds = found.slice(0, ON_A_PAGE);
  const [records, ledgers, rows] = await Promise.all([
    findClaims(prisma, { creditorId, claimIds }),
    loadLedgers(prisma, { creditorId, claimIds }),
    prisma.claim.findMany({ where: { creditorId, id: { in: [...claimIds] } }, select: { id: true, description: true, debtor: { select: { name: true } } } }), // prettier-ignore
  ]);
  const asOf = services.clock.today();
  const claims = claimIds.flatMap((id): ListedClaim[] => {
    const record = records.find((one) => one.id === id);
    const row = rows.find((one) => one.id === id);
    if (!record || !row) return [];
    const { open, principal } = statementAsOf({ terms: record.terms, entries: ledgers.get(id) ?? [], asOf, rates: INTEREST_RATES }); // prettier-ignore
    const { reference, status: now } = record;
    return [{ id, reference, description: row.description, debtor: row.debtor.name, status: now, open, principal: principal.total }]; // prettier-ignore
  });
  return { claims, next: found.length > ON_A_PAGE ? (claimIds.at(-1) ?? null) : null };
}
