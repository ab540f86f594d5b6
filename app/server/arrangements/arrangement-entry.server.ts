import { isEnded } from "#app/domain/arrangement/arrangement-state.ts";
import { mayPropose } from "#app/domain/arrangement/may-propose.ts";
import { decideBefore } from "#app/domain/arrangement/negotiate.ts";
import { type ArrangementPolicy, policyFor } from "#app/domain/arrangement/policy.ts";
import type { Reason } from "#app/domain/arrangement/reasons.ts";
import type { LocalDate } from "#app/domain/calendar.ts";
import { type Cents, sum } from "#app/domain/money.ts";
import type { DebtorClaims } from "#app/server/claims/debtor-claims.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { arrangeable } from "./arrangeable-claims.server.ts";
import { loadArrangementDraft, saveArrangementDraft } from "./arrangement-draft.server.ts";
import { countOpenProposals, lastDeclined } from "./past-proposals.server.ts";
import { policyOfCreditor } from "./arrangement-policy.server.ts";
import { type DebtorArrangement, loadDebtorArrangement } from "./debtor-arrangement.server.ts";
import { newDraft } from "./draft-answers.server.ts";
import { pathOfStep } from "./journey.server.ts";
import { firstUnanswered } from "./journey-steps.server.ts";
import { openAmountsOf } from "./open-amounts.server.ts";

/**
 * What waits behind "I cannot pay it all at once": an arrangement that there is already, the creditor's rules before the
 * first question, or why no proposal can be made now.
 */
export type ArrangementEntry =
  | { readonly kind: "arrangement"; readonly arrangement: DebtorArrangement }
  | { readonly kind: "rules"; readonly rules: Rules; readonly resumeHref: string | null }
  | { readonly kind: "off"; readonly reason: Reason };

type Rules = {
  readonly policy: ArrangementPolicy;
  readonly total: Cents;
  readonly costs: Cents;
  readonly interestRuns: boolean;
  readonly decideBefore: LocalDate;
};

type Asked = {
  readonly loaded: DebtorClaims;
  readonly claimId: string | null;
  /** A new proposal after an arrangement that ended. */
  readonly anew: boolean;
};

export async function loadArrangementEntry(services: Services, asked: Asked): Promise<ArrangementEntry> {
  const { loaded } = asked;
  const { arrangement, claims, total, policy, may } = await findOut(services, asked);
  if (arrangement && (!isEnded(arrangement.status) || !asked.anew || !may.ok))
    return { kind: "arrangement", arrangement };
  if (!may.ok) return { kind: "off", reason: may.error };
  const { costs } = openAmountsOf(claims.map(({ statement }) => statement));
  const today = services.clock.today();
  const rules = {
    policy,
    total,
    costs,
    interestRuns: sum(claims.map(({ interestPerDay }) => interestPerDay)) > 0n,
    decideBefore: decideBefore(policy, today),
  };
  const draft = await loadArrangementDraft(services, { sessionId: loaded.session.id });
  const isOfThese = draft !== null && draft.claimIds.join() === claims.map(({ id }) => id).join();
  return { kind: "rules", rules, resumeHref: isOfThese ? pathOfStep(firstUnanswered(draft)) : null };
}

/** Begins with no answers, whatever was filled in before. Answers the first question's address, or null when none can be asked. */
export async function startJourney(services: Services, asked: Asked): Promise<string | null> {
  const { arrangement, claims, may } = await findOut(services, asked);
  const answers = arrangement?.status === "countered" ? arrangement.claimIds : null;
  const isBusy = arrangement !== null && answers === null && !isEnded(arrangement.status);
  if (isBusy || (answers === null && !may.ok)) return null;
  const draft = newDraft(answers ?? claims.map(({ id }) => id));
  await saveArrangementDraft(services, { sessionId: asked.loaded.session.id, draft });
  return pathOfStep(firstUnanswered(draft));
}

async function findOut(services: Services, { loaded, claimId }: Omit<Asked, "anew">) {
  const [arrangement, ofCreditor] = await Promise.all([
    loadDebtorArrangement(services, loaded, claimId),
    policyOfCreditor(services.database.prisma, loaded.creditor.id),
  ]);
  const claimIds = claimId === null ? null : [claimId];
  const { claims, total } = arrangeable(loaded, { claimIds, policy: ofCreditor });
  const policy = policyFor(ofCreditor, total);
  // Claims that something holds are named, so that the page can say why nothing can begin.
  const held = loaded.claims.filter(({ id }) => claimIds === null || claimIds.includes(id));
  const { creditorId, debtorId } = loaded.session;
  const { prisma } = services.database;
  const may = mayPropose({
    policy,
    claimStatuses: (claims.length > 0 ? claims : held).map(({ status }) => status),
    total,
    openProposals: await countOpenProposals(prisma, { creditorId, debtorId }),
    lastDeclinedOn: await lastDeclined(prisma, { creditorId, claimIds: claims.map(({ id }) => id) }),
    today: services.clock.today(),
  });
  return { arrangement, claims, total, policy, may };
}
