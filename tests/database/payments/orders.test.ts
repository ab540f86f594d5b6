import { afterAll, beforeAll, expect, test } from "vitest";
import { asCents } from "#app/domain/money.ts";
import type { ProviderPayment } from "#app/server/payments/payment-provider.server.ts";
import { findPayment } from "#app/server/payments/payment-store.server.ts";
import { settleAttempt } from "#app/server/payments/settle-payment.server.ts";
import { expectSoundBooks } from "../../support/invariants.ts";
import { openShop, type Shop } from "../../support/shop.ts";

let shop: Shop;

beforeAll(async () => {
  shop = await openShop();
});

afterAll(async () => {
  await shop.close();
});

/** What the provider said at one time or another, of a payment that was paid, refunded in part, charged back, and won back. */
function told(open: ProviderPayment, tag: string): ProviderPayment[] {
  const at = open.createdAt;
  const refund = {
    id: `re_${tag}`,
    refundId: null,
    status: "refunded" as const,
    amount: asCents(2_000n),
    createdAt: at,
  };
  const chargeback = { id: `chb_${tag}`, amount: asCents(5_000n), createdAt: at, reversedAt: null };
  const paid = { ...open, status: "paid" as const, paidAt: at };
  return [
    open,
    { ...open, status: "failed" },
    { ...open, status: "expired" },
    paid,
    { ...paid, refunds: [refund] },
    { ...paid, refunds: [refund], chargebacks: [chargeback] },
    { ...paid, refunds: [refund], chargebacks: [{ ...chargeback, reversedAt: at }] },
  ];
}

test("whatever the order in which states are seen, with repeats, the ledger in the end is the same (T32)", async () => {
  const ledgers = new Set<string>();
  const seenOrders = new Set<string>();
  for (let seed = 0; seed < 24; seed += 1) {
    const claim = await shop.newClaim();
    const payment = await shop.startOpen([{ claim, amount: "100.00" }]);
    const provider = shop.services.providers.of({ id: shop.creditorId, mollieApiKey: null });
    const open = await provider?.fetch(payment.providerId);
    if (!open?.ok) throw new Error("the simulator did not answer");
    const states = told(open.value, `${seed}`);
    const order = shuffled(states, seed);
    seenOrders.add(order.map((state) => states.indexOf(state)).join(""));
    for (const state of [...order, order[0], order[3]]) {
      const attempt = await findPayment(shop.services.database.prisma, { id: payment.id });
      if (attempt && state) await settleAttempt(shop.services, attempt, state);
    }
    const { open: left, credit, status } = await shop.balanceOf(claim);
    ledgers.add(JSON.stringify([(await shop.moneyOf(claim)).sort(), left, credit, status]));
    expect(await shop.findStored(payment.id)).toMatchObject({ status: "paid" });
  }
  const money = ["chargeback 50.00", "chargeback_reversed 50.00", "payment 100.00", "refund 20.00"];
  expect([...ledgers]).toEqual([JSON.stringify([money.map((line) => `${line} 2026-11-22`), "20.00", "0.00", "open"])]);
  expect(seenOrders.size).toBe(24);
  await expectSoundBooks(shop.services);
});

/** The order that a number stands for, spread over all 5,040. */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  let rest = (seed * 127 + 11) % 5_040;
  const left = [...items];
  return items.map(() => {
    const [picked] = left.splice(rest % left.length, 1);
    rest = Math.floor(rest / (left.length + 1));
    return picked as T;
  });
}
