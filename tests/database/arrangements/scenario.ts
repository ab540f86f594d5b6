import type { ArrangementPolicy } from "#app/domain/arrangement/policy.ts";
import { DEFAULT_POLICY } from "#app/domain/arrangement/policy.ts";
import type { Wish } from "#app/domain/arrangement/wish.ts";
import { day, type LocalDate } from "#app/domain/calendar.ts";
import { asCents, parseDecimal, toDecimal } from "#app/domain/money.ts";
import { setPolicy } from "#app/server/arrangements/arrangement-policy.server.ts";
import { findArrangement } from "#app/server/arrangements/arrangement-record.server.ts";
import { planNow } from "#app/server/arrangements/plan-now.server.ts";
import { proposeArrangement, type ProposalOrder } from "#app/server/arrangements/propose-arrangement.server.ts";
import { runDueArrangements } from "#app/server/arrangements/run-arrangements.server.ts";
import { claimBodySchema } from "#app/server/claims/claim-body.server.ts";
import { findClaim } from "#app/server/claims/claim-record.server.ts";
import { claimStatement } from "#app/server/claims/claim-statement.server.ts";
import { creditClaim } from "#app/server/claims/credit-claim.server.ts";
import { registerClaim } from "#app/server/claims/register-claim.server.ts";
import { createCreditor } from "#app/server/creditors/create-creditor.server.ts";
import { recordOutsidePayment } from "#app/server/payments/record-outside-payment.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { createTestServices } from "../../support/services.ts";

export type Scenario = Awaited<ReturnType<typeof openScenario>>;

export type TestDebt = {
  readonly claimId: string;
  readonly debtor: { readonly creditorId: string; readonly debtorId: string; readonly sessionId: string };
};

/** A creditor whose claims are arranged, on a Monday at eleven, with a clock that the test moves. */
export async function openScenario(options: { policy?: Partial<ArrangementPolicy> } = {}) {
  const services = await createTestServices({ at: "2026-11-23T10:00:00.000Z" });
  const made = await createCreditor(services, {
    name: "Kinderopvang Zonnestraal",
    iban: "NL91ABNA0417164300",
    canDeductVat: true,
    actor: "test",
  });
  if (!made.ok) throw new Error(made.error.kind);
  const creditorId = made.value.id;
  if (options.policy) await changePolicy(options.policy);
  let count = 0;

  async function changePolicy(policy: Partial<ArrangementPolicy>): Promise<void> {
    const set = await setPolicy(services, { creditorId, policy: { ...DEFAULT_POLICY, ...policy }, actor: "test" });
    if (!set.ok) throw new Error(JSON.stringify(set.error));
  }

  async function newDebt(
    claim: { amount?: string; debtor?: string; email?: string; terms?: object } = {},
  ): Promise<TestDebt> {
    count += 1;
    const registered = await registerClaim(services, {
      creditorId,
      actor: "test",
      body: claimBodySchema.parse({
        reference: `2026-${count}`,
        kind: "consumer",
        debtor: {
          reference: claim.debtor ?? `K-${count}`,
          type: "person",
          name: "J. de Vries",
          email: claim.email ?? "j@example.org",
        },
        invoices: [
          {
            number: `F-${count}`,
            issuedOn: "2026-06-01",
            dueOn: "2026-06-30",
            amount: { currency: "EUR", value: claim.amount ?? "300.00" },
          },
        ],
        interest: { type: "none" },
        collectionCosts: { type: "none" },
        ...claim.terms,
      }),
    });
    if (!registered.ok || registered.value.claimId === null) throw new Error("the claim was refused");
    const { claimId } = registered.value;
    const { debtorId } = await services.database.prisma.claim.findUniqueOrThrow({ where: { id: claimId } });
    return { claimId, debtor: { creditorId, debtorId, sessionId: "ses_test" } };
  }

  async function openOf({
    claimId,
  }: Pick<TestDebt, "claimId">): Promise<{ open: string; credit: string; status: string }> {
    const claim = await findClaim(services.database.prisma, { creditorId, claimId });
    if (!claim) throw new Error("no such claim");
    const { open, credit } = await claimStatement(services.database.prisma, claim, services.clock.today());
    return { open: toDecimal(open), credit: toDecimal(credit), status: claim.status };
  }

  async function propose(debts: readonly TestDebt[], order: Partial<ProposalOrder> & { wish?: Wish } = {}) {
    const [first] = debts;
    if (!first) throw new Error("nothing to arrange");
    const arrangementId = order.arrangementId ?? newId("arr", services.clock.now());
    const total = order.total ?? asCents(BigInt(await openTogether(debts)));
    const proposed = await proposeArrangement(services, {
      debtor: first.debtor,
      claimIds: debts.map(({ claimId }) => claimId),
      wish: wish(),
      method: "ideal_link",
      reason: { code: null, text: "" },
      decide: "policy",
      language: "nl",
      ...order,
      arrangementId,
      total,
    });
    return proposed;
  }

  async function openTogether(debts: readonly TestDebt[]): Promise<bigint> {
    let open = 0n;
    for (const debt of debts) open += BigInt((await openOf(debt)).open.replace(".", ""));
    return open;
  }

  /** A plan that runs, of 50 euro a month on the first. */
  async function start(debts: readonly TestDebt[], order: Partial<ProposalOrder> = {}): Promise<string> {
    const proposed = await propose(debts, order);
    if (!proposed.ok || proposed.value.status !== "accepted") throw new Error(`not accepted: ${proposed.ok ? "" : proposed.error.kind}`); // prettier-ignore
    return proposed.value.arrangementId;
  }

  /** Money that came outside the portal, today unless said. */
  async function pay({ claimId }: TestDebt, amount: string, receivedOn?: LocalDate): Promise<string> {
    const paymentId = newId("pay", services.clock.now());
    const cents = parseDecimal(amount);
    if (!cents.ok) throw new Error(amount);
    const paid = await recordOutsidePayment(services, {
      creditorId,
      claimId,
      paymentId,
      amount: cents.value,
      receivedOn: receivedOn ?? services.clock.today(),
      method: "bank_transfer",
      actor: "test",
    });
    if (!paid.ok) throw new Error(paid.error.kind);
    return paymentId;
  }

  async function credit({ claimId }: TestDebt, amount: string): Promise<void> {
    const cents = parseDecimal(amount);
    if (!cents.ok) throw new Error(amount);
    const credited = await creditClaim(services, {
      creditorId,
      claimId,
      factKey: `${newId("crn", services.clock.now())}:credited`,
      amount: cents.value,
      reason: "test",
      invoiceId: null,
      creditedOn: services.clock.today(),
      actor: "test",
    });
    if (!credited.ok) throw new Error(credited.error.kind);
  }

  async function stored(arrangementId: string) {
    const arrangement = await findArrangement(services.database.prisma, { creditorId, arrangementId });
    if (!arrangement) throw new Error("no such arrangement");
    return arrangement;
  }

  /** Due day, amount, open and state of each instalment today. */
  async function planOf(arrangementId: string): Promise<string[]> {
    const arrangement = await stored(arrangementId);
    const claims = [];
    for (const claimId of arrangement.claimIds) {
      const claim = await findClaim(services.database.prisma, { creditorId, claimId });
      if (claim) claims.push(claim);
    }
    const { plan } = await planNow(services.database.prisma, { arrangement, claims, today: services.clock.today() });
    return plan.instalments.map(
      ({ dueOn, amount, open, state }) => `${dueOn} ${toDecimal(amount)} open ${toDecimal(open)} ${state}`,
    );
  }

  async function eventsOf({
    claimId,
  }: Pick<TestDebt, "claimId">): Promise<{ type: string; data: Record<string, unknown> }[]> {
    const rows = await services.database.prisma.event.findMany({ where: { claimId }, orderBy: { sequence: "asc" } });
    return rows.map(({ type, body }) => ({ type, data: (JSON.parse(body) as { data: Record<string, unknown> }).data }));
  }

  async function eventTypesOf(debt: TestDebt): Promise<string[]> {
    return (await eventsOf(debt)).map(({ type }) => type);
  }

  /** The kinds of mail to the debtor so far. */
  async function mails(): Promise<string[]> {
    const rows = await services.database.prisma.outgoingMail.findMany({
      orderBy: [{ createdAt: "asc" }, { kind: "asc" }],
    });
    return rows.map(({ kind }) => kind);
  }

  /** Ten in the morning of that day, and whatever time asks then. */
  async function goTo(date: LocalDate): Promise<void> {
    services.clock.moveTo(`${date}T09:30:00.000Z`);
    while ((await runDueArrangements(services, 50)) > 0);
  }

  return { services, creditorId, changePolicy, newDebt, openOf, propose, start, pay, credit, stored, planOf, eventsOf, eventTypesOf, mails, goTo, close: () => services.close() }; // prettier-ignore
}

/** Fifty euro a month on the first. */
export function wish(asked: Partial<Wish> = {}): Wish {
  return {
    downPayment: asCents(0n),
    perInstalment: asCents(5_000n),
    frequency: "monthly",
    payDay: 1,
    firstOn: null,
    budgetUsed: false,
    settlement: false,
    ...asked,
  };
}

export { day };
