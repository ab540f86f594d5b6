import { afterAll, beforeAll, expect, test } from "vitest";
import { stopAddress } from "#app/server/messages/stopped-address.server.ts";
import { openShop, type Shop, type TestClaim } from "../../support/shop.ts";

let shop: Shop;

beforeAll(async () => void (shop = await openShop()));
afterAll(() => shop.close());

async function receiptsOf({ claimId }: TestClaim): Promise<string[]> {
  const rows = await shop.services.database.prisma.message.findMany({ where: { claimId } });
  return rows.map(({ direction, channel, body, ownOnly }) => `${direction} ${channel} ${ownOnly ? "own" : "all"} ${/Bedrag: (.*)/i.exec(body)?.[1] ?? body}`); // prettier-ignore
}

const mailsTo = async (recipient: string) => shop.services.database.prisma.outgoingMail.count({ where: { recipient, kind: "payment_received" } }); // prettier-ignore

async function stop({ debtor }: TestClaim, address: string): Promise<void> {
  await shop.services.database.prisma.$transaction((tx) => stopAddress(tx, shop.services, { owner: debtor, address }));
}

test.each<[string, string | undefined, boolean, "email" | "portal"]>([
  ["an address", "wel@example.org", false, "email"],
  ["no address", undefined, false, "portal"],
  ["an address at which nobody knows the debtor", "niet@example.org", true, "portal"],
])("with %s a receipt is among the letters, once", async (_what, email, stopped, channel) => {
  const claim = await shop.newClaim(email === undefined ? {} : { email });
  if (stopped) await stop(claim, email ?? "");
  const payment = await shop.startOpen([{ claim, amount: "40.00" }]);
  await shop.pay(payment);
  await shop.notice(payment);
  const [letter, ...others] = await receiptsOf(claim);
  expect([letter?.split(" ").slice(0, 3), letter?.includes("40,00"), others]).toEqual([["outbound", channel, "all"], true, []]); // prettier-ignore
  expect(await mailsTo(email ?? "")).toBe(channel === "email" ? 1 : 0);
});

test("a payment for several claims is a letter with each, and one mail", async () => {
  const order = { debtor: "T-receipt", email: "samen@example.org" };
  const [first, second] = [await shop.newClaim(order), await shop.newClaim(order)];
  const payment = await shop.startOpen([
    { claim: first, amount: "40.00" },
    { claim: second, amount: "60.00" },
  ]);
  await shop.pay(payment);
  expect([await receiptsOf(first), await receiptsOf(second)].map(({ length }) => length)).toEqual([1, 1]);
  expect(await mailsTo("samen@example.org")).toBe(1);
});

test("who prefers a text message gets one with a way in, and no mail; at a stopped number the mail goes", async () => {
  const { prisma } = shop.services.database;
  const phone = "+31612345678";
  const [texted, stopped] = [await shop.newClaim({ email: "sms@example.org" }), await shop.newClaim({ email: "mail@example.org" })]; // prettier-ignore
  for (const { debtorId } of [texted, stopped]) await prisma.debtor.update({ where: { id: debtorId }, data: { phone, channel: "sms" } }); // prettier-ignore
  await stop(stopped, phone);
  for (const claim of [texted, stopped]) {
    const payment = await shop.startOpen([{ claim, amount: "40.00" }]);
    await shop.pay(payment);
    await shop.notice(payment);
  }
  const texts = await prisma.outgoingSms.findMany({ where: { claimId: { in: [texted.claimId, stopped.claimId] } } });
  expect(texts.map(({ claimId, kind, recipient }) => [claimId, kind, recipient])).toEqual([[texted.claimId, "payment_received", phone]]); // prettier-ignore
  expect(texts[0]?.text).toMatch(/^Bericht van Kinderopvang Zonnestraal: De betaling is ontvangen\. Lees het hier: https:\/\/voldaan\.test\/c\/\w+/); // prettier-ignore
  expect([await mailsTo("sms@example.org"), await mailsTo("mail@example.org")]).toEqual([0, 1]);
  const letters = await prisma.message.findMany({ where: { claimId: texted.claimId } });
  expect(letters.map(({ channel, smsId, mailId }) => [channel, smsId, mailId])).toEqual([["sms", texts[0]?.id, null]]);
  expect(JSON.stringify(letters)).not.toMatch(/\/c\//);
});

test.each([
  ["at once after a payment that was just made", "2026-11-24T22:05:00.000Z", "2026-11-24T22:05:00.000Z"],
  ["in the morning after one that was found hours later", "2026-11-25T01:00:00.000Z", "2026-11-25T06:00:00.000Z"],
])("at night a receipt goes %s", async (_when, foundAt, goesAt) => {
  shop.services.clock.moveTo("2026-11-24T22:00:00.000Z");
  const claim = await shop.newClaim({ email: "nacht@example.org" });
  const payment = await shop.startOpen([{ claim, amount: "40.00" }]);
  shop.simulator.control.setStatus({ paymentId: payment.providerId, status: "paid" });
  shop.services.clock.moveTo(foundAt);
  await shop.notice(payment);
  const mails = await shop.services.database.prisma.outgoingMail.findMany({ where: { claimId: claim.claimId } });
  expect(mails.map(({ kind, nextAt }) => [kind, nextAt])).toEqual([["payment_received", new Date(goesAt)]]);
});
