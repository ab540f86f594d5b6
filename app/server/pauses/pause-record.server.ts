import type { LocalDate } from "#app/domain/calendar.ts";
import type { PauseReason, PauseTerms, RunningPause } from "#app/domain/pause.ts";
import { fromDateColumn } from "#app/server/platform/clock/clock.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";

/** A pause that runs. */
export type PauseRecord = RunningPause & {
  readonly id: string;
  readonly creditorId: string;
  readonly debtorId: string;
  readonly claimId: string;
  readonly text: string;
};

type Row = {
  id: string;
  creditorId: string;
  debtorId: string;
  claimId: string;
  reason: PauseReason;
  text: string;
  startedOn: Date;
  untilOn: Date | null;
  extended: number;
};

/** The one that a claim of this creditor rests by now, or null. */
export async function findRunningPause(
  tx: Transaction,
  { creditorId, claimId }: { creditorId: string; claimId: string },
): Promise<PauseRecord | null> {
  const row = await tx.pause.findFirst({ where: { creditorId, claimId, endedAt: null } });
  return row && toRecord(row);
}

/** Every pause that runs for a debtor with a creditor, in the order of their claims. */
export async function findPausesOf(
  tx: Transaction,
  { creditorId, debtorId }: { creditorId: string; debtorId: string },
): Promise<PauseRecord[]> {
  const where = { creditorId, debtorId, endedAt: null };
  const rows = await tx.pause.findMany({ where, orderBy: { claimId: "asc" } });
  return rows.map(toRecord);
}

/** The creditor's settings for pauses. */
export async function pauseTermsOf(tx: Transaction, creditorId: string): Promise<PauseTerms> {
  const { pauseMonths: months, pauseMonthsMost: monthsMost } = await tx.creditor.findUniqueOrThrow({
    where: { id: creditorId },
    select: { pauseMonths: true, pauseMonthsMost: true },
  });
  return { months, monthsMost };
}

function toRecord(row: Row): PauseRecord {
  const { id, creditorId, debtorId, claimId, reason, text, extended } = row;
  const startedOn: LocalDate = fromDateColumn(row.startedOn);
  const untilOn = row.untilOn && fromDateColumn(row.untilOn);
  return { id, creditorId, debtorId, claimId, reason, text, extended, startedOn, untilOn };
}
