import { afterAll, beforeAll, expect, test } from "vitest";
import { paymentJson } from "#app/server/api/payment-json.server.ts";
import { paymentSchema } from "#app/server/api/schemas/payment-schemas.server.ts";
import { createUser } from "#app/server/creditors/create-user.server.ts";
import { findPaymentDetails } from "#app/server/payments/payment-details.server.ts";
import { openShop, type Shop } from "../../support/shop.ts";

const OWNER = "owner@jansen.example";

let shop: Shop;

beforeAll(async () => {
  shop = await openShop();
  await createUser(shop.services, { creditorId: shop.creditorId, email: OWNER, role: "owner", actor: "test" });
});
afterAll(() => shop.close());

test("a payment that does not match is told to the creditor once, and shown with both versions", async () => {
  const claim = await shop.newClaim();
  const payment = await shop.startOpen([{ claim, amount: "100.00" }]);
  shop.simulator.control.tamper({ paymentId: payment.providerId, fields: { amount: { currency: "EUR", value: "0.01" } } }); // prettier-ignore
  await shop.pay(payment);
  await shop.notice(payment);

  const { prisma } = shop.services.database;
  const mails = await prisma.outgoingMail.findMany({ where: { kind: "payment_quarantined_creditor" } });
  expect(mails.map(({ recipient, claimId }) => [recipient, claimId])).toEqual([[OWNER, claim.claimId]]);
  const text = mails[0]?.text ?? "";
  for (const line of [payment.providerId, "Wij hebben niets geboekt.", "We booked nothing.", "100.00", "0.01"]) {
    expect(text).toContain(line);
  }

  const asOf = shop.services.clock.today();
  const details = await findPaymentDetails(prisma, { creditorId: shop.creditorId, paymentId: payment.id, asOf });
  const shown = details && paymentJson(details);
  expect(paymentSchema.parse(shown)).toMatchObject({
    allocation: null,
    mismatches: [{ of: "amount", expected: "100.00", received: "0.01" }],
  });
});
