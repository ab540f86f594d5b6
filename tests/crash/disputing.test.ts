import { afterAll, beforeAll, expect, test } from "vitest";
import type { DebtorBrowser } from "../support/debtor-browser.ts";
import { openPortal, type Portal, type PortalClaim } from "../support/portal.ts";
import { killAt } from "./killing.ts";

let portal: Portal;

beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

const ID = /name="disputeId" value="([^"]+)"/;

/** A debtor on the page where everything is checked; answers the id that its form carries. */
async function toCheck(claim: PortalClaim): Promise<{ debtor: DebtorBrowser; disputeId: string }> {
  const debtor = await portal.enter(claim);
  await debtor.post("/claim/dispute", { ground: "not_delivered" });
  await debtor.post("/claim/dispute/part", { part: "whole" });
  await debtor.post("/claim/dispute/story", { story: "Er kwam niets." });
  const disputeId = ID.exec((await debtor.get("/claim/dispute/check")).text)?.[1];
  if (!disputeId) throw new Error("the page before sending has no form");
  return { debtor, disputeId };
}

test("the web killed at dispute:before-commit: the same form again files one dispute", async () => {
  const claim = await portal.newClaim();
  const { debtor, disputeId } = await toCheck(claim);
  const send = () => debtor.post("/claim/dispute/check", { disputeId });
  await killAt(portal, { name: "web", point: "dispute:before-commit", cause: () => expect(send()).rejects.toThrow() });
  const { prisma } = portal.app.database.db;
  expect(await prisma.dispute.count({ where: { claimId: claim.id } })).toBe(0);
  expect(await portal.eventsOf(claim)).toEqual(["1 claim.opened"]);

  expect((await send()).status).toBe(303);
  expect((await send()).status).toBe(303);
  await portal.quiet();
  expect(await portal.eventsOf(claim)).toEqual(["1 claim.opened", "2 dispute.opened"]);
  expect(await prisma.dispute.findMany({ where: { claimId: claim.id }, select: { id: true } })).toEqual([
    { id: disputeId },
  ]);
  expect(await prisma.outgoingMail.count({ where: { claimId: claim.id, kind: "dispute_opened" } })).toBe(1);
});

test("the web killed at dispute:resolved-before-commit: decided once, booked once, told once", async () => {
  const claim = await portal.newClaim();
  const { debtor, disputeId } = await toCheck(claim);
  await debtor.post("/claim/dispute/check", { disputeId });
  const resolve = () =>
    portal.api("POST", `/disputes/${disputeId}/resolve`, { outcome: "upheld", explanation: "Klopt." });
  await killAt(portal, {
    name: "web",
    point: "dispute:resolved-before-commit",
    cause: () => expect(resolve()).rejects.toThrow(),
  });
  const { prisma } = portal.app.database.db;
  const before = await prisma.dispute.findUniqueOrThrow({ where: { id: disputeId } });
  expect([before.status, before.credited]).toEqual(["open", 0n]);
  expect(await prisma.ledgerEntry.count({ where: { claimId: claim.id, type: "credit" } })).toBe(0);

  expect(await resolve()).toMatchObject({ status: "resolved", credited: { value: "120.00" } });
  await portal.quiet();
  const told = ["1 claim.opened", "2 dispute.opened", "3 claim.settled", "4 dispute.resolved"];
  expect(await portal.eventsOf(claim)).toEqual(told);
  expect(await prisma.outgoingMail.count({ where: { claimId: claim.id, kind: "dispute_resolved" } })).toBe(1);
  await portal.expectSound();
});
