import type { Wish } from "#app/domain/arrangement/wish.ts";
import { type Cents, ZERO } from "#app/domain/money.ts";
import { proposeArrangement, type ProposalOrder } from "#app/server/arrangements/propose-arrangement.server.ts";
import { findClaim } from "#app/server/claims/claim-record.server.ts";
import { claimStatement } from "#app/server/claims/claim-statement.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import type { Services } from "#app/server/services.server.ts";

/** A debtor asks to pay so much a month, on the 25th, as their form would send it. */
export async function propose(
  services: Services,
  asked: { creditorId: string; claimId: string; perMonth: Cents } & Pick<ProposalOrder, "decide" | "reason">,
): Promise<void> {
  const { creditorId, claimId, perMonth, decide, reason } = asked;
  const { prisma } = services.database;
  const now = services.clock.now();
  const claim = await findClaim(prisma, { creditorId, claimId });
  if (!claim) throw new Error(`no claim ${claimId}`);
  const { open } = await claimStatement(prisma, claim, services.clock.today());
  const wish: Wish = {
    downPayment: ZERO,
    perInstalment: perMonth,
    frequency: "monthly",
    payDay: 25,
    firstOn: null,
    budgetUsed: false,
    settlement: false,
  };
  const proposed = await proposeArrangement(services, {
    debtor: { creditorId, debtorId: claim.debtorId, sessionId: newId("ses", now) },
    arrangementId: newId("arr", now),
    claimIds: [claimId],
    wish,
    total: open,
    method: "ideal_link",
    reason,
    decide,
    language: "nl",
  });
  if (!proposed.ok) throw new Error(`no proposal for ${claim.reference}: ${proposed.error.kind}`);
}
