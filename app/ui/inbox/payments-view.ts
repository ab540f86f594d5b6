import type { LocalDate } from "#app/domain/calendar.ts";
import type { Cents } from "#app/domain/money.ts";
import type { DecidedByView } from "./inbox-view.ts";

type ClaimName = { readonly id: string; readonly reference: string };

export type ListedPaymentView = {
  readonly id: string;
  readonly status: "creating" | "open" | "paid" | "failed" | "cancelled" | "expired" | "abandoned";
  readonly method: string;
  readonly reference: string | null;
  readonly amount: Cents;
  readonly refunded: Cents;
  readonly chargedBack: Cents;
  readonly debtor: string;
  readonly claims: readonly ClaimName[];
  readonly on: LocalDate;
};

/** Money that the provider and our record disagree about. */
export type QuarantineView = {
  readonly id: string;
  readonly reason: string;
  readonly expected: string;
  readonly received: string;
  readonly providerId: string;
  readonly providerStatus: string;
  readonly on: LocalDate;
  readonly claims: readonly ClaimName[];
  readonly resolved: { readonly by: DecidedByView; readonly on: LocalDate; readonly resolution: string } | null;
};
