import { afterAll, beforeAll, expect, test } from "vitest";
import { openDebtorSession } from "#app/server/access/debtor-session.server.ts";
import { issueLink } from "#app/server/access/issue-link.server.ts";
import { loadFigures } from "#app/server/figures/figures-view.server.ts";
import { tallyFigures } from "#app/server/figures/tally-figures.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { openShop, type Shop, type TestClaim } from "../../support/shop.ts";

let shop: Shop;

beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const NONE = { registered: 0, opened: 0, paid: 0, paidAmount: 0n, arranged: 0, disputed: 0 };

const figures = async () => (await loadFigures(shop.services, shop.creditorId)).months;

/** An event as others write it, of which only what is counted matters here. */
async function happened(type: string, at: string, data: object): Promise<void> {
  const { prisma } = shop.services.database;
  await prisma.event.create({ data: { id: newId("evt", new Date(at)), creditorId: shop.creditorId, type, occurredAt: new Date(at), body: JSON.stringify({ type, data }) } }); // prettier-ignore
}

test("nothing happened yet: nothing is counted", async () => {
  expect(await tallyFigures(shop.services)).toBe(0);
  expect(await loadFigures(shop.services, shop.creditorId)).toEqual({ months: [{ ...NONE, month: "2026-11-01" }], countedAt: null }); // prettier-ignore
});

test("claims that came in and were paid, once each, however often it is counted", async () => {
  const [one, two] = [await shop.newClaim({ debtor: "D-1" }), await shop.newClaim({ debtor: "D-1" })];
  const both = await shop.startOpen([
    { claim: one, amount: "40.00" },
    { claim: two, amount: "20.50" },
  ]);
  await shop.pay(both);
  for (let time = 0; time < 3; time += 1) await tallyFigures(shop.services);
  expect(await figures()).toEqual([{ ...NONE, month: "2026-11-01", registered: 2, paid: 1, paidAmount: 60_50n }]);
});

test("an arrangement over two claims is one, a day is a day in Amsterdam, and months without anything are shown", async () => {
  for (const sequence of [1, 2]) await happened("arrangement.accepted", "2026-11-22T10:30:00Z", { sequence, arrangement: { id: "arr_1" } }); // prettier-ignore
  await happened("dispute.opened", "2026-11-22T10:31:00Z", { dispute: { id: "dsp_1" } });
  await tallyFigures(shop.services);
  // Half past midnight on 1 February in Amsterdam.
  shop.services.clock.moveTo("2027-01-31T23:30:00.000Z");
  await happened("dispute.opened", "2027-01-31T23:30:00Z", { dispute: { id: "dsp_2" } });
  expect(await tallyFigures(shop.services)).toBeGreaterThan(28);
  expect(await figures()).toEqual([
    { ...NONE, month: "2027-02-01", disputed: 1 },
    { ...NONE, month: "2027-01-01" },
    { ...NONE, month: "2026-12-01" },
    { ...NONE, month: "2026-11-01", registered: 2, paid: 1, paidAmount: 60_50n, arranged: 1, disputed: 1 },
  ]);
});

async function looksAt({ claimId, debtorId }: TestClaim): Promise<void> {
  const { services, creditorId } = shop;
  const link = await issueLink(services, { creditorId, claimId, channel: "none", actor: "test" });
  if (!link.ok) throw new Error(link.error.kind);
  const opened = { id: link.value.id, creditorId, claimId, debtorId, helperId: null };
  await openDebtorSession(services.database.prisma, { link: opened, now: services.clock.now() });
}

test("a claim is opened once, also by who comes back after their first session was cleared", async () => {
  const before = (await figures())[0]?.opened ?? 0;
  const claim = await shop.newClaim();
  await looksAt(claim);
  await shop.services.database.prisma.debtorSession.deleteMany({ where: { claimId: claim.claimId } });
  shop.services.clock.moveTo("2027-02-20T10:00:00.000Z");
  await looksAt(claim);
  await tallyFigures(shop.services);
  expect((await figures())[0]?.opened).toBe(before + 1);
});

test("what was counted stays when its events go", async () => {
  const before = await figures();
  await shop.services.database.pool.query("delete from event where occurred_at < '2026-12-01'");
  await tallyFigures(shop.services);
  expect(await figures()).toEqual(before);
});

test("another creditor sees none of it", async () => {
  expect((await loadFigures(shop.services, "crd_other")).months).toEqual([{ ...NONE, month: "2027-02-01" }]);
});
