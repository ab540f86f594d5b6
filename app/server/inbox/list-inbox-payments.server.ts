import type { LocalDate } from "#app/domain/calendar.ts";
import { asCents, type Cents } from "#app/domain/money.ts";
import { dayInAmsterdam } from "#app/server/platform/clock/clock.server.ts";
import type { PaymentStatus } from "#app/server/platform/prisma/enums.ts";
import type { Services } from "#app/server/services.server.ts";

export type ListedPayment = {
  readonly id: string;
  readonly status: PaymentStatus;
  readonly method: string;
  readonly reference: string | null;
  readonly amount: Cents;
  readonly refunded: Cents;
  readonly chargedBack: Cents;
  readonly debtor: string;
  readonly claims: readonly { readonly id: string; readonly reference: string }[];
  readonly on: LocalDate;
};

export type PaymentsPage = {
  readonly payments: readonly ListedPayment[];
  /** The payment after which the next page begins; null: this is the last. */
  readonly next: string | null;
  /** How many wait in quarantine, at most a hundred. */
  readonly quarantined: number;
};

const ON_A_PAGE = 25;
const MOST_COUNTED = 100;

/** A page of what was paid or is being paid to a creditor, newest first. */
export async function listInboxPayments(
  services: Services,
  { creditorId, after }: { creditorId: string; after: string | null },
): Promise<PaymentsPage> {
  const { prisma } = services.database;
  // The id of a collected instalment follows from the plan and says nothing of when it was made.
  const last = after === null ? null : await prisma.payment.findFirst({ where: { id: after, creditorId }, select: { id: true, createdAt: true } }); // prettier-ignore
  const older = last && [{ createdAt: { lt: last.createdAt } }, { createdAt: last.createdAt, id: { lt: last.id } }];
  const [rows, quarantined] = await Promise.all([
    prisma.payment.findMany({
      where: { creditorId, ...(older && { OR: older }) },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: ON_A_PAGE + 1,
      select: {
        id: true,
        status: true,
        method: true,
        reference: true,
        amount: true,
        amountRefunded: true,
        amountChargedBack: true,
        debtorId: true,
        createdAt: true,
        paidAt: true,
        parts: { select: { claim: { select: { id: true, reference: true } } }, orderBy: { claimId: "asc" } },
      },
    }),
    prisma.quarantinedPayment.count({ where: { creditorId, resolvedAt: null }, take: MOST_COUNTED }),
  ]);
  const shown = rows.slice(0, ON_A_PAGE);
  const debtors = await prisma.debtor.findMany({ where: { creditorId, id: { in: shown.map(({ debtorId }) => debtorId) } }, select: { id: true, name: true } }); // prettier-ignore
  const payments = shown.map(
    ({ amount, amountRefunded, amountChargedBack, debtorId, createdAt, paidAt, parts, ...row }) => ({
      ...row,
      amount: asCents(amount),
      refunded: asCents(amountRefunded),
      chargedBack: asCents(amountChargedBack),
      debtor: debtors.find(({ id }) => id === debtorId)?.name ?? "",
      claims: parts.map(({ claim }) => claim),
      on: dayInAmsterdam(paidAt ?? createdAt),
    }),
  );
  return { payments, quarantined, next: rows.length > ON_A_PAGE ? (shown.at(-1)?.id ?? null) : null };
}
