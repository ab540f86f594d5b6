import type { Cents } from "#app/domain/money.ts";
import type { Result } from "#app/domain/result.ts";

/** What the provider says of one payment, in our words. */
export type ProviderPayment = {
  readonly providerId: string;
  readonly status: "open" | "paid" | "failed" | "cancelled" | "expired";
  /** Null when the provider names another currency than the euro, or an amount that is none. */
  readonly amount: Cents | null;
  readonly currency: string;
  readonly amountText: string;
  readonly live: boolean;
  readonly profileId: string;
  /** Our own id of the attempt, as we gave it on creation. */
  readonly attemptId: string | null;
  readonly method: string | null;
  readonly checkoutUrl: string | null;
  readonly qrSource: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  /** Set exactly when the status is `paid`. */
  readonly paidAt: Date | null;
  readonly cancelable: boolean;
  readonly refunds: readonly ProviderRefund[];
  readonly chargebacks: readonly ProviderChargeback[];
};

export type ProviderRefund = {
  readonly id: string;
  /** `refunded`: the money has gone. `failed`: it did not arrive and came back. `pending`: on its way, or not yet. */
  readonly status: "pending" | "refunded" | "failed";
  readonly amount: Cents;
  readonly createdAt: Date;
};

export type ProviderChargeback = {
  readonly id: string;
  readonly amount: Cents;
  readonly createdAt: Date;
  readonly reversedAt: Date | null;
};

export type ProviderFailure =
  /** It said no; asking the same again will not help. */
  | { readonly kind: "refused"; readonly status: number; readonly field: string | null }
  | { readonly kind: "not_found" }
  /** No answer, or none in time: what was asked may have happened. */
  | { readonly kind: "no_answer" };

export type PaymentOrder = {
  /** Our id of the attempt and the provider's idempotency key: the same order twice is one payment. */
  readonly attemptId: string;
  readonly amount: Cents;
  readonly description: string;
  readonly method: string;
  readonly language: string;
  readonly returnUrl: string;
  readonly noticeUrl: string;
};

export type PaymentProvider = {
  create(order: PaymentOrder): Promise<Result<ProviderPayment, ProviderFailure>>;
  /** The payment with its refunds and chargebacks: the only truth about it. */
  fetch(providerId: string): Promise<Result<ProviderPayment, ProviderFailure>>;
  cancel(providerId: string): Promise<Result<ProviderPayment, ProviderFailure>>;
  /** Looks among the payments made since a moment for the one of an attempt whose answer never came. */
  findByAttempt(attemptId: string, since: Date): Promise<Result<ProviderPayment | null, ProviderFailure>>;
};
