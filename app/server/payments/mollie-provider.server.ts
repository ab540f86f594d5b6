import { createMollieClient, Locale, type MollieClient, type Payment, PaymentEmbed, PaymentInclude, type PaymentMethod, type Refund, SequenceType } from "@mollie/api-client"; // prettier-ignore
import { parseDecimal, toDecimal } from "#app/domain/money.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type {
  PaymentOrder,
  PaymentProvider,
  ProviderFailure,
  ProviderPayment,
  ProviderRefund,
} from "./payment-provider.server.ts";

const EMBED = [PaymentEmbed.refunds, PaymentEmbed.chargebacks];
const LOCALES: Record<string, Locale> = { nl: Locale.nl_NL, en: Locale.en_GB, de: Locale.de_DE, fr: Locale.fr_FR, pl: Locale.pl_PL }; // prettier-ignore

/** Mollie through its own client, which has no deadline of its own: every call here has one, in milliseconds. */
export function openMollie(options: { apiKey: string; deadlineMs: number }): PaymentProvider {
  const client = createMollieClient({ apiKey: options.apiKey });

  async function ask(call: () => Promise<Payment>): Promise<Result<ProviderPayment, ProviderFailure>> {
    try {
      return ok(toProviderPayment(await withDeadline(call(), options.deadlineMs)));
    } catch (error) {
      return err(toFailure(error));
    }
  }

  return {
    async create(order) {
      const notices = { webhookUrl: order.noticeUrl };
      const created = await ask(() => createPayment(client, order, { ...notices, idempotencyKey: order.attemptId }));
      // Mollie refuses notices to a machine it cannot reach, such as a developer's own; the sweeper asks instead. A key
      // stands for one set of parameters, so the order without notices has its own, the same at every repeat.
      if (created.ok || created.error.kind !== "refused" || created.error.field !== "webhookUrl") return created;
      return ask(() => createPayment(client, order, { idempotencyKey: `${order.attemptId}-unnoticed` }));
    },
    fetch: (providerId) => ask(() => client.payments.get(providerId, { embed: EMBED })),
    cancel: (providerId) => ask(() => client.payments.cancel(providerId)),
    async refund({ providerId, refundId, amount, description }) {
      try {
        const made = client.paymentRefunds.create({
          paymentId: providerId,
          amount: { currency: "EUR", value: toDecimal(amount) },
          description,
          metadata: { refundId },
          idempotencyKey: refundId,
        });
        return ok(toProviderRefund(await withDeadline(made, options.deadlineMs)));
      } catch (error) {
        return err(toFailure(error));
      }
    },
    async createCustomer(reference) {
      try {
        const made = client.customers.create({ metadata: { reference }, idempotencyKey: reference });
        return ok({ customerId: (await withDeadline(made, options.deadlineMs)).id });
      } catch (error) {
        return err(toFailure(error));
      }
    },
    async methods() {
      try {
        const active = await withDeadline(client.methods.list(), options.deadlineMs);
        return ok(active.map(({ id }) => id));
      } catch (error) {
        return err(toFailure(error));
      }
    },
    async revokeMandate({ customerId, mandateId }) {
      try {
        await withDeadline(client.customerMandates.revoke(mandateId, { customerId }), options.deadlineMs);
        return ok(null);
      } catch (error) {
        return err(toFailure(error));
      }
    },
    async findByAttempt(attemptId, since) {
      try {
        const until = Date.now() + options.deadlineMs;
        return ok(await withDeadline(searchByAttempt(client, { attemptId, since, until }), options.deadlineMs));
      } catch (error) {
        return err(toFailure(error));
      }
    },
  };
}

function createPayment(
  client: MollieClient,
  order: PaymentOrder,
  more: { webhookUrl?: string; idempotencyKey: string },
): Promise<Payment> {
  const locale = LOCALES[order.language];
  return client.payments.create({
    amount: { currency: "EUR", value: toDecimal(order.amount) },
    description: order.description,
    method: order.method as PaymentMethod.ideal,
    ...(order.returnUrl === null ? {} : { redirectUrl: order.returnUrl, include: PaymentInclude.qrCode as never }),
    ...(locale && order.returnUrl !== null ? { locale } : {}),
    metadata: { attemptId: order.attemptId },
    ...sequenceOf(order),
    ...more,
  });
}

function sequenceOf({ sequence }: PaymentOrder) {
  switch (sequence.type) {
    case "oneoff":
      return {};
    case "first":
      return { sequenceType: SequenceType.first, customerId: sequence.customerId };
    case "recurring": {
      const { customerId, mandateId } = sequence;
      return { sequenceType: SequenceType.recurring, customerId, mandateId };
    }
  }
}

/** The newest come first; a search that nobody waits for any more stops asking for further pages. */
async function searchByAttempt(
  client: MollieClient,
  wanted: { attemptId: string; since: Date; until: number },
): Promise<ProviderPayment | null> {
  for await (const payment of client.payments.iterate()) {
    if (new Date(payment.createdAt).getTime() < wanted.since.getTime()) return null;
    if (attemptOf(payment) === wanted.attemptId) return toProviderPayment(payment);
    if (Date.now() > wanted.until) throw new Error("deadline passed");
  }
  return null;
}

function toProviderPayment(payment: Payment): ProviderPayment {
  const amount = parseDecimal(payment.amount.value);
  const details = (payment.details ?? {}) as { qrCode?: { src?: string } | null };
  const embedded = payment._embedded ?? {};
  const status = toStatus(payment.status);
  return {
    providerId: payment.id,
    status,
    amount: amount.ok && payment.amount.currency === "EUR" ? amount.value : null,
    currency: payment.amount.currency,
    amountText: payment.amount.value,
    live: payment.mode === "live",
    profileId: payment.profileId,
    attemptId: attemptOf(payment),
    method: payment.method ?? null,
    customerId: payment.customerId ?? null,
    mandateId: payment.mandateId ?? null,
    checkoutUrl: payment._links.checkout?.href ?? null,
    qrSource: details.qrCode?.src ?? null,
    createdAt: new Date(payment.createdAt),
    expiresAt: payment.expiresAt ? new Date(payment.expiresAt) : null,
    paidAt: status === "paid" ? new Date(payment.paidAt ?? payment.createdAt) : null,
    cancelable: payment.isCancelable === true,
    refunds: (embedded.refunds ?? []).map(toProviderRefund),
    chargebacks: (embedded.chargebacks ?? []).map((chargeback) => ({
      id: chargeback.id,
      amount: cents(chargeback.amount.value),
      createdAt: new Date(chargeback.createdAt),
      reversedAt: chargeback.reversedAt ? new Date(chargeback.reversedAt) : null,
    })),
  };
}

/** A refund that somebody cancelled at the provider has not gone, as one that failed. */
function toRefundStatus(status: string): ProviderRefund["status"] {
  if (status === "refunded") return "refunded";
  return status === "failed" || status === "canceled" ? "failed" : "pending";
}

function toProviderRefund(refund: Pick<Refund, "id" | "status" | "amount" | "createdAt" | "metadata">): ProviderRefund {
  const { refundId } = (refund.metadata ?? {}) as { refundId?: unknown };
  return {
    id: refund.id,
    refundId: typeof refundId === "string" ? refundId : null,
    status: toRefundStatus(refund.status),
    amount: cents(refund.amount.value),
    createdAt: new Date(refund.createdAt),
  };
}

/** A payment that waits for the bank (`pending`, `authorized`) is as open as one nobody has touched. */
function toStatus(status: string): ProviderPayment["status"] {
  switch (status) {
    case "paid":
    case "failed":
    case "expired":
      return status;
    case "canceled":
      return "cancelled";
    default:
      return "open";
  }
}

function attemptOf(payment: Payment): string | null {
  const metadata = payment.metadata as { attemptId?: unknown } | null;
  return typeof metadata?.attemptId === "string" ? metadata.attemptId : null;
}

function cents(text: string) {
  const amount = parseDecimal(text);
  if (!amount.ok) throw new Error("the provider named an amount that is none");
  return amount.value;
}

function toFailure(error: unknown): ProviderFailure {
  const { statusCode, field } = error as { statusCode?: unknown; field?: unknown };
  if (typeof statusCode !== "number") return { kind: "no_answer" };
  if (statusCode === 404 || statusCode === 410) return { kind: "not_found" };
  // 409: the same order is under way; 429 and 5xx: it may or may not have happened.
  if (statusCode === 409 || statusCode === 429 || statusCode >= 500) return { kind: "no_answer" };
  return { kind: "refused", status: statusCode, field: typeof field === "string" ? field : null };
}

function withDeadline<T>(work: Promise<T>, deadlineMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("deadline passed")), deadlineMs);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
