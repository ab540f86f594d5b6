import { afterAll, beforeAll, expect, test } from "vitest";
import { equalAmounts } from "#app/domain/arrangement/schedule.ts";
import { addDays, addMonths } from "#app/domain/calendar.ts";
import { nextContactMoment } from "#app/domain/contact-hours.ts";
import { asCents, toDecimal } from "#app/domain/money.ts";
import { instantInAmsterdam } from "#app/server/platform/clock/amsterdam-instant.server.ts";
import { dayInAmsterdam, startClock } from "#app/server/platform/clock/clock.server.ts";
import type { DebtorBrowser } from "../support/debtor-browser.ts";
import { expectSoundBooks } from "../support/invariants.ts";
import { openPortal, type Portal, type PortalClaim } from "../support/portal.ts";
import { killAt } from "./killing.ts";
import { atProvider, pay } from "./paying.ts";

/** The next opening of the contact hours: the worker collects nothing outside them. */
const OPENING = nextContactMoment({ date: addDays(dayInAmsterdam(new Date()), 1), minute: 0 });
const CLOCK = { ALLOW_TEST_CLOCK: "1", CLOCK_START: instantInAmsterdam(OPENING).toISOString() };

let portal: Portal;

beforeAll(async () => {
  portal = await openPortal({ env: CLOCK });
});
afterAll(() => portal.close());

type Offered = { readonly claim: PortalClaim; readonly debtor: DebtorBrowser; readonly id: string };

/** A claim of 120 euro for which the creditor offers two parts of 60, the first of them due today. */
async function offer(): Promise<Offered> {
  const claim = await portal.newClaim();
  const schedule = equalAmounts(asCents(12_000n), 2).map((amount, index) => ({
    dueOn: addMonths(OPENING.date, index),
    amount: { currency: "EUR", value: toDecimal(amount) },
  }));
  const made = await portal.api("POST", `/claims/${claim.id}/arrangements`, { schedule, reason: "Voor u." });
  return { claim, debtor: await portal.enter(claim), id: String(made["id"]) };
}

const accept = ({ debtor, id }: Offered) =>
  debtor.post("/claim/arrangement", { act: "accept", arrangement: id, version: "1" });

/** The first part is to be collected: the mandate is there, and the worker has not looked yet. */
async function toCollect(): Promise<Offered & { look: () => Promise<unknown> }> {
  const offered = await offer();
  const { app, creditorId } = portal;
  const headers = { authorization: `Bearer ${app.environment["MOLLIE_API_KEY"] ?? ""}`, "content-type": "application/json" }; // prettier-ignore
  const ask = async (path: string, body: object) => {
    const answer = await fetch(`${app.simulator.url}/v2${path}`, { method: "POST", headers, body: JSON.stringify(body) }); // prettier-ignore
    return ((await answer.json()) as { id: string }).id;
  };
  const customerId = await ask("/customers", { name: "J. de Vries" });
  const mandateId = await ask(`/customers/${customerId}/mandates`, { method: "directdebit", consumerName: "J. de Vries", consumerAccount: "NL55INGB0000000000" }); // prettier-ignore
  expect((await accept(offered)).status).toBe(303);
  const { prisma, pool } = app.database.db;
  const createdAt = new Date();
  // A worker that starts again has its first clock again, behind the web's: for it too, the plan was accepted before.
  await pool.query("update arrangement set accepted_at = accepted_at - interval '1 hour' where id = $1", [offered.id]);
  await prisma.directDebitMandate.create({ data: { id: offered.id.replace("arr_", "mdt_"), creditorId, arrangementId: offered.id, status: "valid", provider: "mollie", customerId, mandateId, createdAt } }); // prettier-ignore
  const look = () => pool.query("update arrangement set check_at = '2026-01-01' where id = $1", [offered.id]);
  return { ...offered, look };
}

test("the web killed at plan:before-commit: the same answer again starts the one plan", async () => {
  const offered = await offer();
  const { claim } = offered;
  await killAt(portal, {
    name: "web",
    point: "plan:before-commit",
    cause: () => expect(accept(offered)).rejects.toThrow(),
  });
  expect(await portal.eventsOf(claim)).toEqual(["1 claim.opened", "2 arrangement.countered"]);
  const { prisma } = portal.app.database.db;
  expect(await prisma.instalment.count({ where: { arrangementId: offered.id } })).toBe(0);

  expect((await accept(offered)).status).toBe(303);
  expect((await accept(offered)).status).toBe(303);
  await portal.quiet();
  const told = ["1 claim.opened", "2 arrangement.countered", "3 arrangement.accepted"];
  expect(await portal.eventsOf(claim)).toEqual(told);
  expect(await prisma.instalment.count({ where: { arrangementId: offered.id } })).toBe(2);
  const mails = await prisma.outgoingMail.findMany({ where: { claimId: claim.id, kind: "arrangement_accepted" } });
  expect(mails).toHaveLength(1);
});

test.each(["collect:row-written", "pay:answered"])(
  "a worker killed at %s: one collection at the provider, booked once",
  async (point) => {
    const { claim, id, look } = await toCollect();
    await killAt(portal, { name: "worker", point, cause: look });
    const { prisma, pool } = portal.app.database.db;
    const [row, ...others] = await prisma.payment.findMany({ where: { arrangementId: id } });
    expect(others).toEqual([]);
    expect([row?.status, row?.providerId]).toEqual(["creating", null]);
    const paymentId = row?.id ?? "";
    expect(atProvider(portal, paymentId)).toHaveLength(point === "pay:answered" ? 1 : 0);

    // The minutes until the worker asks by itself pass here, because the clock of a running process cannot be moved.
    await pool.query("update payment set check_at = '2026-01-01' where id = $1", [paymentId]);
    await look();
    const stored = async () => (await prisma.payment.findUniqueOrThrow({ where: { id: paymentId } })).status;
    await expect.poll(stored, { timeout: 30_000, interval: 50 }).toBe("open");
    const [providerId = "", ...twice] = atProvider(portal, paymentId);
    expect(twice).toEqual([]);

    pay(portal, { providerId });
    // For the same reason the notice does not wait for the worker's clock.
    const noticesNow = () => pool.query("update provider_notice set next_at = '2026-01-01' where processed_at is null");
    const booked = async () => {
      await noticesNow();
      return portal.moneyOf(claim);
    };
    await expect.poll(booked, { timeout: 30_000, interval: 100 }).toEqual([`${providerId}:paid payment 6000`]);
    await look();
    await portal.quiet();
    expect((await portal.eventsOf(claim)).slice(-2)).toEqual(["4 payment.paid", "5 instalment.paid"]);
    expect(await prisma.payment.count({ where: { arrangementId: id } })).toBe(1);
    await expectSoundBooks({ database: portal.app.database.db, clock: startClock(new Date(CLOCK.CLOCK_START)) }, portal.app.simulator); // prettier-ignore
  },
  120_000,
);
