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
  /** Whose mandate it gives or is collected under. */
  readonly customerId: string | null;
  /** The mandate that a first payment gave, or under which it was collected. */
  readonly mandateId: string | null;
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
  /** Our own id, as we gave it on creation; null of one that was made elsewhere. */
  readonly refundId: string | null;
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
  /** Null for a collection: nobody goes to a bank's page. */
  readonly returnUrl: string | null;
  readonly noticeUrl: string;
  readonly sequence: PaymentSequence;
};

/** By itself; the first of a series, which gives a mandate; or collected under that mandate. */
export type PaymentSequence =
  | { readonly type: "oneoff" }
  | { readonly type: "first"; readonly customerId: string }
  | { readonly type: "recurring"; readonly customerId: string; readonly mandateId: string };

export type RefundRequest = {
  readonly providerId: string;
  /** Our id and the provider's idempotency key: the same request twice is one refund. */
  readonly refundId: string;
  readonly amount: Cents;
  readonly description: string;
};

export type PaymentProvider = {
  create(order: PaymentOrder): Promise<Result<ProviderPayment, ProviderFailure>>;
  /** The payment with its refunds and chargebacks: the only truth about it. */
  fetch(providerId: string): Promise<Result<ProviderPayment, ProviderFailure>>;
  cancel(providerId: string): Promise<Result<ProviderPayment, ProviderFailure>>;
  /** Pays back a payment or a part of it. */
  refund(request: RefundRequest): Promise<Result<ProviderRefund, ProviderFailure>>;
  /** Somebody who gives a mandate, without a name: known to us alone, by our reference. The same reference is one customer. */
  createCustomer(reference: string): Promise<Result<{ customerId: string }, ProviderFailure>>;
  /** The names of the methods that debtors can pay by, as the provider calls them: the key works when it answers. */
  methods(): Promise<Result<readonly string[], ProviderFailure>>;
  /** Takes back the leave to collect. */
  revokeMandate(mandate: { customerId: string; mandateId: string }): Promise<Result<null, ProviderFailure>>;
  /** Looks among the payments made since a moment for the one of an attempt whose answer never came. */
  findByAttempt(attemptId: string, since: Date): Promise<Result<ProviderPayment | null, ProviderFailure>>;
};
