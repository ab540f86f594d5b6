import { afterAll, beforeAll, expect, test } from "vitest";
import { settlePayment } from "#app/server/payments/settle-payment.server.ts";
import { APPLICATION_ROLE, type Database, openDatabase } from "#app/server/platform/database/client.server.ts";
import { type CommitCutter, startCommitCutter } from "../../support/cut-at-commit.ts";
import { expectSoundBooks } from "../../support/invariants.ts";
import { openShop, type Shop } from "../../support/shop.ts";

let shop: Shop;
let cutter: CommitCutter;
let database: Database;

beforeAll(async () => {
  shop = await openShop();
  cutter = await startCommitCutter(shop.services.databaseUrl);
  database = openDatabase({ url: cutter.url, poolSize: 2, role: APPLICATION_ROLE });
});

afterAll(async () => {
  await database.close();
  await cutter.close();
  await shop.close();
});

test.each(["answer", "commit"] as const)(
  "C09 the connection is cut at COMMIT, and its %s is lost: booked once, told once",
  async (lost) => {
    const claim = await shop.newClaim();
    const payment = await shop.startOpen([{ claim, amount: "100.00" }]);
    shop.simulator.control.setStatus({ paymentId: payment.providerId, status: "paid" });
    const before = cutter.cuts();
    cutter.arm(lost);
    const subject = { providerId: payment.providerId, attemptId: payment.id };
    await expect(settlePayment({ ...shop.services, database }, subject)).rejects.toThrow();
    expect(cutter.cuts()).toBe(before + 1);

    const again = await settlePayment({ ...shop.services, database }, subject);
    expect(again).toEqual({ kind: "settled", booked: lost === "answer" ? 0 : 1 });
    expect(await shop.moneyOf(claim)).toEqual(["payment 100.00 2026-11-22"]);
    expect(await shop.balanceOf(claim)).toEqual({ open: "0.00", credit: "0.00", status: "settled" });
    const types = (await shop.eventsOf(claim)).map(({ type }) => type);
    expect(types).toEqual(["claim.opened", "payment.paid", "claim.settled"]);
    await expectSoundBooks(shop.services, shop.simulator);
  },
);
