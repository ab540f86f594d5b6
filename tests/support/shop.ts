import { type Cents, parseDecimal, toDecimal } from "#app/domain/money.ts";
import { findClaim } from "#app/server/claims/claim-record.server.ts";
import { claimStatement } from "#app/server/claims/claim-statement.server.ts";
import { claimBodySchema } from "#app/server/claims/claim-body.server.ts";
import { registerClaim } from "#app/server/claims/register-claim.server.ts";
import { createCreditor } from "#app/server/creditors/create-creditor.server.ts";
import type { PaymentShare } from "#app/server/payments/payment-facts.server.ts";
import { receiveNotice } from "#app/server/payments/receive-notice.server.ts";
import { recordOutsidePayment } from "#app/server/payments/record-outside-payment.server.ts";
import { settleDueNotices } from "#app/server/payments/settle-notices.server.ts";
import { startPayment } from "#app/server/payments/start-payment.server.ts";
import { fromDateColumn } from "#app/server/platform/clock/clock.server.ts";
import { APPLICATION_ROLE, openDatabase } from "#app/server/platform/database/client.server.ts";
import { openRateLimiter } from "#app/server/platform/rate-limit/rate-limit.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { type MollieSimulator, startMollieSimulator } from "../../demo/mollie/simulator.ts";
import { createTestServices, type TestServices } from "./services.ts";

export type TestClaim = {
  readonly claimId: string;
  readonly debtorId: string;
  readonly invoiceIds: readonly string[];
  /** Who pays it in the tests. */
  readonly debtor: { readonly creditorId: string; readonly debtorId: string; readonly sessionId: string };
};

/** A creditor with claims that carry no interest and no costs, whose payments go to the simulator of Mollie. */
export type Shop = Awaited<ReturnType<typeof openShop>>;

/** The simulator sends no notices by itself: a test brings them as it likes, or leaves them out. */
export async function openShop() {
  const tested = await createTestServices({ env: { MOLLIE_API_KEY: "test_aShopOfTheTestsItself00" } });
  // As many connections as a busy process has: these tests bring hundreds of requests at once.
  const database = openDatabase({ url: tested.databaseUrl, poolSize: 20, role: APPLICATION_ROLE });
  const services: TestServices = { ...tested, database, limiter: openRateLimiter(database) };
  const simulator = await startMollieSimulator({
    port: 0,
    now: () => services.clock.now(),
    allowUnauthenticatedControl: true,
  });
  process.env["MOLLIE_SIMULATOR_URL"] = simulator.url;
  await import(new URL("../../demo/mollie/redirect.mjs", import.meta.url).href);
  simulator.control.setWebhooks({ mode: "lose" });
  const made = await createCreditor(services, {
    name: "Kinderopvang Zonnestraal",
    iban: "NL91ABNA0417164300",
    canDeductVat: true,
    actor: "test",
  });
  if (!made.ok) throw new Error(made.error.kind);
  const creditorId = made.value.id;
  let count = 0;

  async function newClaim(
    options: { amounts?: readonly string[]; debtor?: string; email?: string } = {},
  ): Promise<TestClaim> {
    count += 1;
    const registered = await registerClaim(services, {
      creditorId,
      actor: "test",
      body: claimBodySchema.parse({
        reference: `2026-${count}`,
        kind: "consumer",
        debtor: {
          reference: options.debtor ?? `K-${count}`,
          type: "person",
          name: "J. de Vries",
          ...(options.email ? { email: options.email } : {}),
        },
        invoices: (options.amounts ?? ["100.00"]).map((value, index) => ({
          number: `F-${count}-${index}`,
          issuedOn: "2026-10-01",
          dueOn: "2026-10-31",
          amount: { currency: "EUR", value },
        })),
        interest: { type: "none" },
        collectionCosts: { type: "none" },
      }),
    });
    if (!registered.ok || registered.value.claimId === null) throw new Error("the claim was refused");
    const { claimId, invoiceIds } = registered.value;
    const { debtorId } = await services.database.prisma.claim.findUniqueOrThrow({ where: { id: claimId } });
    return {
      claimId,
      debtorId,
      invoiceIds,
      debtor: { creditorId, debtorId, sessionId: newId("ses", services.clock.now()) },
    };
  }

  /** Starts a payment of the claims, each for its amount; the first claim's debtor pays. */
  function start(
    shares: readonly { claim: TestClaim; amount: string; invoiceIds?: readonly string[] }[],
    paymentId = newPaymentId(),
  ) {
    const [first] = shares;
    if (!first) throw new Error("a payment needs a claim");
    const written = shares.map(({ claim, amount, invoiceIds = [] }) => toShare(claim, amount, invoiceIds));
    return startPayment(services, { debtor: first.claim.debtor, paymentId, shares: written, language: "nl" });
  }

  const newPaymentId = () => newId("pay", services.clock.now());

  /** Starts a payment that is stored with the provider's id. */
  async function startOpen(shares: Parameters<typeof start>[0]) {
    const started = await start(shares);
    if (!started.ok) throw new Error(`not started: ${started.error.kind}`);
    return findStored(started.value.paymentId);
  }

  async function findStored(paymentId: string) {
    const payment = await services.database.prisma.payment.findUniqueOrThrow({ where: { id: paymentId } });
    return { ...payment, providerId: payment.providerId ?? "" };
  }

  /** Brings a notice as the provider would, and works until the inbox is empty. */
  async function notice(payment: { id: string; providerId: string }): Promise<void> {
    await receiveNotice(services, { providerId: payment.providerId, attemptId: payment.id, from: "192.0.2.1" });
    await settleAll();
  }

  async function settleAll(): Promise<void> {
    while ((await settleDueNotices(services, 10)) > 0);
  }

  /** The debtor pays, and the provider tells. */
  async function pay(payment: { id: string; providerId: string }): Promise<void> {
    simulator.control.setStatus({ paymentId: payment.providerId, status: "paid" });
    await notice(payment);
  }

  /** Money for a claim that comes today, outside the portal. */
  async function receive({ claimId }: { claimId: string }, amount: string): Promise<void> {
    const received = await recordOutsidePayment(services, {
      ...{ creditorId, claimId, paymentId: newPaymentId(), amount: centsOf(amount) },
      ...{ receivedOn: services.clock.today(), method: "bank_transfer", actor: "test" },
    });
    if (!received.ok) throw new Error(received.error.kind);
  }

  /** What money did on a claim, oldest first: type, amount, day. */
  async function moneyOf({ claimId }: { claimId: string }): Promise<string[]> {
    const rows = await services.database.prisma.ledgerEntry.findMany({ where: { claimId, paymentId: { not: null } }, orderBy: { sequence: "asc" } }); // prettier-ignore
    return rows.map((row) => `${row.type} ${toDecimal(row.amount as never)} ${fromDateColumn(row.valueDate)}`);
  }

  async function eventsOf({ claimId }: { claimId: string }) {
    const rows = await services.database.prisma.event.findMany({ where: { claimId }, orderBy: { sequence: "asc" } });
    return rows.map((row) => JSON.parse(row.body) as { type: string; data: Record<string, unknown> });
  }

  async function balanceOf({
    claimId,
  }: {
    claimId: string;
  }): Promise<{ open: string; credit: string; status: string }> {
    const claim = await findClaim(services.database.prisma, { creditorId, claimId });
    if (!claim) throw new Error("no such claim");
    const { open, credit } = await claimStatement(services.database.prisma, claim, services.clock.today());
    return { open: toDecimal(open), credit: toDecimal(credit), status: claim.status };
  }

  async function close(): Promise<void> {
    await simulator.close();
    await database.close();
    await tested.close();
  }

  return {
    ...{ services, simulator: simulator as MollieSimulator, creditorId },
    ...{
      newClaim,
      newPaymentId,
      start,
      startOpen,
      findStored,
      notice,
      settleAll,
      pay,
      receive,
      moneyOf,
      eventsOf,
      balanceOf,
      close,
    },
  };
}

export function toShare(claim: { claimId: string }, amount: string, invoiceIds: readonly string[] = []): PaymentShare {
  return { claimId: claim.claimId, amount: centsOf(amount), invoiceIds };
}

function centsOf(amount: string): Cents {
  const cents = parseDecimal(amount);
  if (!cents.ok) throw new Error(`${amount} is no amount`);
  return cents.value;
}
