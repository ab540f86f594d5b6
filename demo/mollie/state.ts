/** Everything the simulator remembers. Plain data, so that a snapshot of it survives a restart. Times are epoch milliseconds. */

export type Amount = { readonly currency: string; readonly value: string };

export type PaymentStatus = "open" | "pending" | "paid" | "canceled" | "expired" | "failed";

/** A change that will come by itself; without `at` it waits for somebody to press the button. */
export type Planned = { readonly status: PaymentStatus; readonly at: number | null };

export type Payment = {
  readonly id: string;
  readonly profileId: string;
  readonly createdAt: number;
  readonly amount: Amount;
  readonly sequenceType: "oneoff" | "first" | "recurring";
  readonly customerId: string | null;
  description: string;
  redirectUrl: string | null;
  cancelUrl: string | null;
  webhookUrl: string | null;
  method: string | null;
  locale: string | null;
  metadata: unknown;
  billingAddress: unknown;
  mandateId: string | null;
  status: PaymentStatus;
  planned: Planned | null;
  expiresAt: number | null;
  paidAt: number | null;
  canceledAt: number | null;
  expiredAt: number | null;
  failedAt: number | null;
};

export type RefundStatus = "queued" | "pending" | "processing" | "refunded" | "failed" | "canceled";

export type Refund = {
  readonly id: string;
  readonly profileId: string;
  readonly paymentId: string;
  readonly createdAt: number;
  readonly amount: Amount;
  readonly description: string;
  readonly metadata: unknown;
  status: RefundStatus;
  /** When a refund asked for through the API goes through. */
  refundedFrom: number | null;
};

export type Chargeback = {
  readonly id: string;
  readonly profileId: string;
  readonly paymentId: string;
  readonly createdAt: number;
  readonly amount: Amount;
  readonly reason: { readonly code: string; readonly description: string };
  reversedAt: number | null;
};

export type Customer = {
  readonly id: string;
  readonly profileId: string;
  readonly createdAt: number;
  readonly name: string | null;
  readonly email: string | null;
  readonly locale: string | null;
  readonly metadata: unknown;
};

export type Mandate = {
  readonly id: string;
  readonly profileId: string;
  readonly customerId: string;
  readonly createdAt: number;
  readonly method: "directdebit";
  readonly consumerName: string;
  readonly consumerAccount: string;
  readonly consumerBic: string | null;
  readonly mandateReference: string;
  readonly signatureDate: string;
};

export type NoticeReason = "paid" | "canceled" | "expired" | "failed" | "refund" | "chargeback" | "asked";

/** One webhook call with its repeats. `waiting` has a next attempt; `held` waits for a release; `lost` is never sent. */
export type Notice = {
  readonly id: string;
  readonly paymentId: string;
  readonly url: string;
  readonly reason: NoticeReason;
  readonly createdAt: number;
  readonly attempts: { readonly at: number; readonly status: number | null; readonly error: string | null }[];
  state: "waiting" | "held" | "lost" | "delivered" | "given_up";
  nextAt: number | null;
};

/** What an idempotency key was answered with. `answer` is null while the first request is still being handled. */
export type RememberedAnswer = {
  readonly fingerprint: string;
  readonly at: number;
  answer: { readonly status: number; readonly body: unknown } | null;
};

export type SimulatorState = {
  readonly payments: Map<string, Payment>;
  readonly refunds: Map<string, Refund>;
  readonly chargebacks: Map<string, Chargeback>;
  readonly customers: Map<string, Customer>;
  readonly mandates: Map<string, Mandate>;
  readonly notices: Map<string, Notice>;
  readonly answers: Map<string, RememberedAnswer>;
};

export function createState(): SimulatorState {
  return {
    payments: new Map(),
    refunds: new Map(),
    chargebacks: new Map(),
    customers: new Map(),
    mandates: new Map(),
    notices: new Map(),
    answers: new Map(),
  };
}

export function clearState(state: SimulatorState): void {
  for (const collection of Object.values(state)) collection.clear();
}
