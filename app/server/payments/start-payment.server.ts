import { asCents, type Cents } from "#app/domain/money.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { lockClaim } from "#app/server/claims/claim-record.server.ts";
import { toDateColumn } from "#app/server/platform/clock/clock.server.ts";
import { crashPoint } from "#app/server/platform/crash-point/crash-point.server.ts";
import { isId, newSecretToken } from "#app/server/platform/crypto/random-id.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { checkShares, sameShares, type ShareRefusal } from "./check-shares.server.ts";
import { createAtProvider, type CreateFailure } from "./create-at-provider.server.ts";
import type { PaymentShare } from "./payment-facts.server.ts";
import type { PaymentProvider } from "./payment-provider.server.ts";
import { findDebtorPayment, findPayment, isUnderWay, sharesOfPayment, type StoredPayment } from "./payment-store.server.ts"; // prettier-ignore
import { settlePayment } from "./settle-payment.server.ts";

export type PaymentRequest = {
  readonly debtor: { readonly creditorId: string; readonly debtorId: string; readonly sessionId: string };
  /** Made when the form was shown (`newId("pay", …)`): the same form twice is one payment. */
  readonly paymentId: string;
  readonly shares: readonly PaymentShare[];
  /** All that nobody disputes, which may be lower than the creditor's minimum for a part. */
  readonly isUndisputedRest?: boolean;
  /** What it pays of a plan, an instalment or all the rest; that may be lower than the creditor's minimum for a part. */
  readonly forPlan?: { readonly arrangementId: string; readonly seq: number; readonly isInstalment: boolean } | null;
  readonly language: string;
};

export type StartFailure =
  | ShareRefusal
  | CreateFailure
  /** The creditor collects through no provider: iDEAL is off. */
  | { readonly kind: "provider_off" }
  /** One of the claims has another payment under way: go on with that one, or cancel it. */
  | { readonly kind: "already_open"; readonly paymentId: string }
  /** This form paid something else before, and that has ended: it needs a new form. */
  | { readonly kind: "form_used"; readonly paymentId: string };

/** One cent: the rest of an instalment, or of what is disputed in part, is never too little. */
const SMALLEST_PAYMENT = asCents(1n);
/** How long a call to the provider is given before the worker looks what became of it. */
const FOUND_OUT_AFTER_MS = 60_000;
/** From then on a repeated form asks the provider itself again. */
export const ASK_AGAIN_AFTER_MS = 8_000;
/** The provider forgets an idempotency key after an hour; later only a search can tell. */
const KEY_HOLDS_MS = 50 * 60_000;

/**
 * Starts a payment of one debtor for one or more claims of one creditor, or answers the one that is under way. The same
 * form twice, two tabs with the same amounts, and fifty copies at once all give one payment at the provider: whoever
 * stored the attempt asks, the others get its id. Amounts are checked against the statement of today.
 */
export async function startPayment(
  services: Services,
  request: PaymentRequest,
): Promise<Result<{ paymentId: string }, StartFailure>> {
  if (!isSensible(request)) return err({ kind: "invalid_request" });
  const creditor = await services.database.prisma.creditor.findUniqueOrThrow({
    where: { id: request.debtor.creditorId },
    select: { id: true, mollieApiKey: true, minimumPartPayment: true },
  });
  const provider = services.providers.of(creditor);
  if (!provider) return err({ kind: "provider_off" });

  const isInFull = request.forPlan || request.isUndisputedRest;
  const minimumPart = isInFull ? SMALLEST_PAYMENT : asCents(creditor.minimumPartPayment);
  let written = await writeOrFind(services, request, minimumPart);
  if (written.kind === "blocked" && (await hasJustEnded(services, written.by))) {
    written = await writeOrFind(services, request, minimumPart);
  }
  switch (written.kind) {
    case "refused":
      return err(written.refusal);
    case "blocked":
      return err({ kind: "already_open", paymentId: written.by.id });
    case "used":
      return err({ kind: "form_used", paymentId: request.paymentId });
    case "found":
      return goOn(services, provider, written.payment);
    case "written":
      crashPoint("pay:row-written");
      return createAtProvider(services, provider, { attempt: written.payment, repeated: false });
  }
}

type Written =
  | { readonly kind: "written" | "found"; readonly payment: StoredPayment }
  | { readonly kind: "blocked"; readonly by: StoredPayment }
  | { readonly kind: "used" }
  | { readonly kind: "refused"; readonly refusal: ShareRefusal };

function isSensible({ paymentId, shares }: PaymentRequest): boolean {
  const claimIds = new Set(shares.map((share) => share.claimId));
  return isId("pay", paymentId) && shares.length > 0 && claimIds.size === shares.length;
}

async function writeOrFind(services: Services, request: PaymentRequest, minimumPart: Cents): Promise<Written> {
  // Copies of a form that is stored already need not queue for the claims.
  const early = await findSame(services.database.prisma, request);
  return early ?? inTransaction(services.database, (tx) => writeAttempt(tx, services, { request, minimumPart }));
}

async function findSame(tx: Transaction, request: PaymentRequest): Promise<Written | null> {
  const payment = await findDebtorPayment(tx, { ...request.debtor, paymentId: request.paymentId });
  if (!payment) return null;
  if (sameShares(sharesOfPayment(payment), request.shares)) return { kind: "found", payment };
  return isUnderWay(payment) ? { kind: "blocked", by: payment } : { kind: "used" };
}

async function writeAttempt(
  tx: Transaction,
  services: Services,
  { request, minimumPart }: { request: PaymentRequest; minimumPart: Cents },
): Promise<Written> {
  const { paymentId, shares, language } = request;
  const { creditorId, debtorId, sessionId } = request.debtor;
  const invalid: Written = { kind: "refused", refusal: { kind: "invalid_request" } };
  const claims = [];
  for (const claimId of shares.map((share) => share.claimId).sort()) {
    const claim = await lockClaim(tx, { creditorId, claimId });
    if (claim?.debtorId !== debtorId) return invalid;
    claims.push(claim);
  }

  const same = await findSame(tx, request);
  if (same) return same;
  const now = services.clock.now();
  const other = await findOpenOn(tx, claims);
  if (other && !isOver(other, now) && sameShares(sharesOfPayment(other), shares))
    return { kind: "found", payment: other };
  if (other) return { kind: "blocked", by: other };

  const total = await checkShares(tx, services, { claims, shares, minimumPart });
  if (!total.ok) return { kind: "refused", refusal: total.error };
  const { count } = await tx.payment.createMany({
    skipDuplicates: true,
    data: {
      id: paymentId,
      creditorId,
      debtorId,
      sessionId,
      status: "creating",
      provider: "mollie",
      method: "ideal",
      amount: total.value,
      language,
      quotedOn: toDateColumn(services.clock.today()),
      returnId: newSecretToken(),
      sequence: (await asksForMandate(tx, request)) ? "first" : "oneoff",
      arrangementId: request.forPlan?.arrangementId ?? null,
      instalmentSeq: request.forPlan?.seq ?? null,
      createdAt: now,
      checkAt: new Date(now.getTime() + FOUND_OUT_AFTER_MS),
    },
  });
  // The id is somebody else's.
  if (count === 0) return invalid;
  await tx.paymentPart.createMany({
    data: shares.map(({ claimId, amount, invoiceIds }) => ({
      paymentId,
      claimId,
      creditorId,
      amount,
      invoiceIds: [...invoiceIds],
    })),
  });
  const payment = await findPayment(tx, { id: paymentId });
  return payment ? { kind: "written", payment } : invalid;
}

/** An instalment paid by somebody who chose automatic collection gives the mandate for the next ones. */
async function asksForMandate(tx: Transaction, { debtor, forPlan }: PaymentRequest): Promise<boolean> {
  if (!forPlan?.isInstalment) return false;
  const mandate = await tx.directDebitMandate.findFirst({
    where: { arrangementId: forPlan.arrangementId, creditorId: debtor.creditorId, status: "pending" },
    select: { id: true },
  });
  return mandate !== null;
}

async function findOpenOn(tx: Transaction, claims: readonly { id: string }[]): Promise<StoredPayment | null> {
  const claimId = { in: claims.map((claim) => claim.id) };
  const part = await tx.paymentPart.findFirst({ where: { claimId, open: true }, select: { paymentId: true } });
  return part && findPayment(tx, { id: part.paymentId });
}

/** A payment whose time is over at the provider stands in the way only until we have asked. */
async function hasJustEnded(services: Services, payment: StoredPayment): Promise<boolean> {
  if (payment.providerId === null || !isOver(payment, services.clock.now())) return false;
  const settlement = await settlePayment(services, { providerId: payment.providerId, attemptId: null });
  return settlement.kind === "settled";
}

const isOver = ({ expiresAt }: StoredPayment, now: Date): boolean => expiresAt !== null && expiresAt <= now;

/** Answers a payment that is there already; one whose creation got no answer is asked for again, by one at a time. */
async function goOn(
  services: Services,
  provider: PaymentProvider,
  payment: StoredPayment,
): Promise<Result<{ paymentId: string }, CreateFailure>> {
  const { id: paymentId, checkAt } = payment;
  const now = services.clock.now().getTime();
  const asked = checkAt === null ? now : checkAt.getTime() - FOUND_OUT_AFTER_MS;
  const fresh = now - asked < ASK_AGAIN_AFTER_MS;
  if (payment.status !== "creating" || fresh || now - payment.createdAt.getTime() > KEY_HOLDS_MS) {
    return ok({ paymentId });
  }
  const next = new Date(now + FOUND_OUT_AFTER_MS);
  const { count } = await services.database.prisma.payment.updateMany({
    where: { id: paymentId, status: "creating", checkAt },
    data: { checkAt: next },
  });
  if (count === 0) return ok({ paymentId });
  return createAtProvider(services, provider, { attempt: { ...payment, checkAt: next }, repeated: true });
}
