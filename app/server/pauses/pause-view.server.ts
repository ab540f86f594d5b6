import type { LocalDate } from "#app/domain/calendar.ts";
import { type Cents, sum } from "#app/domain/money.ts";
import {
  extendedPauseEndsOn,
  isOwnPause,
  pauseEndsOn,
  type PauseReason,
  pauseFreezesInterest,
} from "#app/domain/pause.ts";
import type { DebtorClaims } from "#app/server/claims/debtor-claims.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { findPausesOf } from "./pause-record.server.ts";

export type PauseViewData = {
  /** Each reason and last day by which something rests now. */
  readonly pauses: readonly { readonly reason: PauseReason; readonly untilOn: LocalDate | null }[];
  /** What can still be let rest; null for nothing. `interestPerDay` null: interest rests too. */
  readonly ask: { readonly untilOn: LocalDate; readonly interestPerDay: Cents | null } | null;
  readonly mayEnd: boolean;
  readonly extendUntil: LocalDate | null;
};

/** What rests for a debtor, what more can, and what they can do about it. */
export async function loadPauseView(services: Services, { session, claims }: DebtorClaims): Promise<PauseViewData> {
  const { creditorId, debtorId } = session;
  const { prisma } = services.database;
  const [creditor, running] = await Promise.all([
    prisma.creditor.findUniqueOrThrow({
      where: { id: creditorId },
      select: { pauseMonths: true, pauseMonthsMost: true, pauseFreezesInterest: true },
    }),
    findPausesOf(prisma, { creditorId, debtorId }),
  ]);
  const terms = { months: creditor.pauseMonths, monthsMost: creditor.pauseMonthsMost };
  const open = claims.filter(({ status }) => status !== "settled" && status !== "closed");
  const shown = running.filter(({ claimId }) => open.some(({ id }) => id === claimId));
  const left = open.filter(({ pause }) => pause === null);
  const untilOn = pauseEndsOn("help_sought", services.clock.today(), terms);
  const rests = pauseFreezesInterest("help_sought", creditor.pauseFreezesInterest);
  const perDay = rests ? null : sum(left.map(({ interestPerDay }) => interestPerDay));
  const [extendUntil = null] = shown.flatMap((pause) => extendedPauseEndsOn(pause, terms) ?? []);
  return {
    pauses: distinct(shown),
    ask: left.length > 0 && untilOn !== null ? { untilOn, interestPerDay: perDay } : null,
    mayEnd: shown.some(({ reason }) => isOwnPause(reason)),
    extendUntil,
  };
}

type Shown = PauseViewData["pauses"][number];

function distinct(pauses: readonly Shown[]): Shown[] {
  const known = new Map(pauses.map(({ reason, untilOn }) => [`${reason} ${untilOn ?? ""}`, { reason, untilOn }]));
  return [...known.values()];
}
