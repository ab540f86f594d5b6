import { type Cents, sum, ZERO } from "#app/domain/money.ts";
import { type ClaimRecord, findClaim } from "#app/server/claims/claim-record.server.ts";
import { tellDebtor as tell } from "#app/server/messages/tell-debtor.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";
import type { ArrangementRecord } from "./arrangement-record.server.ts";
import { ASKS_FOR_AN_ACT, type DebtorNews, keepsToContactHours } from "./debtor-news.server.ts";
import { debtorNewsText } from "./debtor-news-text.server.ts";
import { planNow } from "./plan-now.server.ts";

export type DebtorTidings = {
  readonly arrangement: ArrangementRecord;
  readonly news: DebtorNews;
  /** Names this piece of news: the same kind with the same key is told once. */
  readonly key: string;
  /** Whether it answers what the debtor just did, and may go at any hour; absent: as news of its kind does. */
  readonly atOnce?: boolean;
};

/**
 * Tells a debtor what became of an arrangement, once; where the debtor has to act with a link to it. On each of its claims
 * the letters hold the same.
 */
export async function tellDebtor(tx: Transaction, services: Services, tidings: DebtorTidings): Promise<void> {
  const { arrangement, news, key, atOnce = !keepsToContactHours(news) } = tidings;
  const { creditorId, debtorId, claimIds } = arrangement;
  const money = await moneyOf(tx, services, arrangement);
  await tell(tx, services, {
    creditorId,
    debtorId,
    claimIds,
    kind: `arrangement_${news.kind}`,
    key: `${arrangement.id} ${news.kind} ${key}`,
    atOnce,
    write: (translator, creditor) => ({
      ...debtorNewsText({ news, arrangement, money, creditor }, translator),
      linkLabel: ASKS_FOR_AN_ACT.has(news.kind) ? translator.t(buttonOf(news)) : undefined,
    }),
  });
}

const buttonOf = ({ kind }: DebtorNews) =>
  kind === "countered" ? "arrangementMail.button.offer" : "arrangementMail.button.plan";

/** What was paid on an arrangement that ran, and what is open on its claims. */
async function moneyOf(
  tx: Transaction,
  services: Services,
  arrangement: ArrangementRecord,
): Promise<{ paid: Cents; open: Cents } | null> {
  if (arrangement.acceptedOn === null) return null;
  const { creditorId, claimIds } = arrangement;
  const claims: ClaimRecord[] = [];
  for (const claimId of claimIds) {
    const claim = await findClaim(tx, { creditorId, claimId });
    if (claim) claims.push(claim);
  }
  const { plan, statements } = await planNow(tx, { arrangement, claims, today: services.clock.today() });
  const asked = claims.filter(({ status }) => status !== "closed");
  return { paid: plan.paid, open: sum(asked.map(({ id }) => statements.get(id)?.open ?? ZERO)) };
}
