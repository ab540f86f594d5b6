import { expect } from "vitest";
import type { Portal, PortalClaim } from "../support/portal.ts";

export type OpenPayment = { readonly claim: PortalClaim; readonly paymentId: string; readonly providerId: string };

/** The events of a claim that was paid whole. */
export const PAID = ["1 claim.opened", "2 payment.paid", "3 claim.settled"];

/** A new claim whose debtor went as far as the bank. */
export async function startPayment(portal: Portal): Promise<OpenPayment> {
  const claim = await portal.newClaim();
  const debtor = await portal.enter(claim);
  const paymentId = await debtor.openPayForm();
  const sent = await debtor.sendPayForm(paymentId);
  expect([sent.status, sent.headers.location]).toEqual([303, `/claim/pay/${paymentId}`]);
  const [providerId = ""] = atProvider(portal, paymentId);
  return { claim, paymentId, providerId };
}

/** The payments that the provider has for one attempt. */
export function atProvider(portal: Portal, paymentId: string): string[] {
  const all = portal.app.simulator.control.payments();
  return all.filter(({ metadata }) => (metadata as { attemptId: string }).attemptId === paymentId).map(({ id }) => id);
}

/** The debtor pays at the bank, and the provider sends its notice. */
export function pay(portal: Portal, { providerId }: { providerId: string }): void {
  portal.app.simulator.control.setStatus({ paymentId: providerId, status: "paid" });
}

/** Waits until the payment is booked and everybody has been told, and sees that it all happened once. */
export async function expectPaidOnce(
  portal: Portal,
  { claim, providerId }: Omit<OpenPayment, "paymentId">,
): Promise<void> {
  const money = [`${providerId}:paid payment 12000`];
  await expect.poll(() => portal.moneyOf(claim), { timeout: 30_000, interval: 25 }).toEqual(money);
  await portal.quiet();
  expect(await portal.eventsOf(claim)).toEqual(PAID);
  const statement = await portal.api("GET", `/claims/${claim.id}/statement`);
  expect([statement["open"], statement["credit"]]).toEqual(["0.00", "0.00"]);
  const mails = await portal.app.database.db.prisma.outgoingMail.findMany({ where: { claimId: claim.id } });
  expect(mails.map(({ kind, recipient }) => [kind, recipient])).toEqual([["payment_received", claim.email]]);
}
