import { afterAll, beforeAll, expect, test } from "vitest";
import type { DisputeScope } from "#app/domain/dispute/scope.ts";
import { asCents } from "#app/domain/money.ts";
import { openDispute } from "#app/server/disputes/open-dispute.server.ts";
import type { OpenServices } from "#app/server/open-services.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { type DebtorBrowser, openDebtorBrowser } from "../support/debtor-browser.ts";
import { openPortal, type Portal } from "../support/portal.ts";
import { openServicesBeside } from "../support/services-beside.ts";

const PAY = "/claim/pay";
const TRANSFER = "/claim/pay/transfer";

let portal: Portal;
let beside: OpenServices;

beforeAll(async () => {
  portal = await openPortal({ worker: false });
  beside = await openServicesBeside(portal.app);
});
afterAll(async () => {
  await beside.close();
  await portal.close();
});

type Debtor = { readonly browser: DebtorBrowser; readonly claimIds: readonly string[] };

/** With a claim of so much, without interest and costs, for each amount. */
async function debtorWith(reference: string, ...amounts: string[]): Promise<Debtor> {
  const claimIds: string[] = [];
  for (const [index, value] of amounts.entries()) {
    const made = await portal.api("POST", "/claims", {
      reference: `${reference}-${index}`,
      kind: "consumer",
      description: `Opvang ${index + 1}`,
      debtor: { reference, type: "person", name: "J. de Vries", language: "nl" },
      invoices: [{ number: `F-${reference}-${index}`, issuedOn: "2026-04-30", dueOn: `2026-0${index + 5}-30`, amount: { currency: "EUR", value } }],
      interest: { type: "none" },
      collectionCosts: { type: "none" },
    }); // prettier-ignore
    claimIds.push(made["id"] as string);
  }
  const link = (await portal.api("POST", `/claims/${claimIds[0]}/links`, { channel: "none" })) as { url: string };
  return { browser: await openDebtorBrowser(link.url), claimIds };
}

async function send({ browser }: Debtor, path: string, fields: Readonly<Record<string, string>>) {
  const { status, headers, text } = await browser.post(path, { paymentId: await browser.openPayForm(), ...fields });
  return { status, location: headers.location, text };
}

/** What stands to be copied, without spaces: name, account, amount and reference of each transfer. */
const copied = (html: string): string[] =>
  [...html.matchAll(/data-copy="([^"]*)"/g)].map(([, value = ""]) => value.replace(/\s/g, ""));

const backOf = (html: string): string[] =>
  [...html.matchAll(/href="(\/claim\/pay[^"]*)"/g)].map(([, href = ""]) => href.replaceAll("&amp;", "&"));

const payments = () => portal.app.database.db.prisma.payment.count();

test("a part that was typed is what the page of bank transfer asks, and what the way back fills in", async () => {
  const debtor = await debtorWith("K-part", "120.00");
  const before = await payments();
  const sent = await send(debtor, PAY, { act: "transfer", amount: "part", part: "25,50" });
  expect(sent).toMatchObject({ status: 303, location: `${TRANSFER}?amount=part&part=25%2C50` });

  const page = await debtor.browser.get(sent.location ?? "");
  expect(copied(page.text)).toContain("25,50");
  expect(page.text).toContain("QR-code voor een overboeking van €\u00a025,50");
  expect(backOf(page.text)).toContain(`${PAY}?amount=part&part=25%2C50`);
  const back = await debtor.browser.get(`${PAY}?amount=part&part=25%2C50`);
  expect(back.text).toMatch(/<input(?=[^>]*name="part")(?=[^>]*value="25,50")/);
  expect(back.text).toMatch(/<input(?=[^>]*value="part")(?=[^>]*checked="")/);
  expect(back.text).not.toContain("Dit klopt nog niet");
  expect(await payments()).toBe(before);
});

test("what may not be paid with iDEAL is not asked by bank transfer: the page of paying says why", async () => {
  const debtor = await debtorWith("K-fault", "120.00");
  for (const [part, why] of [
    ["9,99", "van €\u00a010,00 of meer"],
    ["120,01", "van €\u00a0120,00 of minder"],
    ["veel", "zoals 25 of 25,50"],
  ] as const) {
    // prettier-ignore
    const refused = await send(debtor, PAY, { act: "transfer", amount: "part", part });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain(why);

    const typed = new URLSearchParams({ amount: "part", part }).toString();
    const asked = await debtor.browser.get(`${TRANSFER}?${typed}`);
    expect([asked.status, asked.headers.location]).toEqual([303, `${PAY}?${typed}`]);
    expect((await debtor.browser.get(`${PAY}?${typed}`)).text).toContain(why);
  }
});

test("what the page proposes by itself needs nothing in the address", async () => {
  const debtor = await debtorWith("K-all", "120.00");
  expect(await send(debtor, PAY, { act: "transfer", amount: "all" })).toMatchObject({
    status: 303,
    location: TRANSFER,
  });
});

test("of several claims: those that were chosen, or a part divided over them, each with its own reference", async () => {
  const debtor = await debtorWith("K-three", "120.00", "80.00", "60.00");
  const [, second = ""] = debtor.claimIds;
  const chosen = await send(debtor, PAY, { act: "transfer", amount: "chosen", chosen: second });
  expect(chosen.location).toBe(`${TRANSFER}?amount=chosen&chosen=${second}`);
  const alone = copied((await debtor.browser.get(chosen.location ?? "")).text);
  expect(alone.filter((value) => value.startsWith("RF"))).toHaveLength(1);
  expect(alone).toContain("80");

  const part = await send(debtor, PAY, { act: "transfer", amount: "part", part: "150" });
  const values = copied((await debtor.browser.get(part.location ?? "")).text);
  expect(values.filter((value) => /^\d+$/.test(value))).toEqual(["120", "30"]);
  expect(new Set(values.filter((value) => value.startsWith("RF"))).size).toBe(2);

  const paid = await send(debtor, PAY, { act: "pay", amount: "part", part: "125" });
  expect(paid.status).toBe(303);
  const parts = await portal.app.database.db.prisma.paymentPart.findMany({ where: { claimId: { in: [...debtor.claimIds] } }, orderBy: { amount: "desc" } }); // prettier-ignore
  expect(parts.map(({ claimId, amount }) => [claimId, amount])).toEqual([
    [debtor.claimIds[0], 120_00n],
    [second, 5_00n],
  ]);
});

test("the page before the bank leads back to the same claim and choice", async () => {
  const debtor = await debtorWith("K-back", "120.00", "80.00");
  const [, second = ""] = debtor.claimIds;
  const query = `claim=${second}&amount=part&part=15`;
  const sent = await send(debtor, `${PAY}?claim=${second}`, { act: "pay", amount: "part", part: "15" });
  expect(sent.location).toMatch(new RegExp(`^${PAY}/pay_[^?]+\\?${query}$`));
  expect(backOf((await debtor.browser.get(sent.location ?? "")).text)).toContain(`${PAY}?${query}`);

  const again = await debtor.browser.post(`${PAY}?${query}`, { act: "continue", paymentId: "pay_1" });
  expect(again.headers.location).toBe(`${PAY}/pay_1?${query}`);
});

test("what is not disputed is offered and taken though it is less than the least part", async () => {
  const debtor = await debtorWith("K-rest", "120.00");
  await dispute(debtor, { kind: "amount", amount: asCents(115_00n) });
  expect((await debtor.browser.get("/claim/dispute")).text).toContain("Betaal de rest: €\u00a05,00");
  expect((await debtor.browser.get(`${PAY}?rest=1`)).text).toContain("Waar u het wel mee eens bent: €\u00a05,00");
  const sent = await send(debtor, `${PAY}?rest=1`, { act: "pay", amount: "undisputed" });
  expect(sent.status).toBe(303);
  expect(sent.location).toMatch(/^\/claim\/pay\/pay_\w+$/);
});

async function dispute({ claimIds: [claimId = ""] }: Debtor, scope: DisputeScope): Promise<void> {
  const { services } = beside;
  const { creditorId, debtorId } = await services.database.prisma.claim.findUniqueOrThrow({ where: { id: claimId } });
  const opened = await openDispute(services, {
    debtor: { creditorId, debtorId, sessionId: newId("ses", services.clock.now()) },
    claimId,
    disputeId: newId("dsp", services.clock.now()),
    ground: "other",
    scope,
    answers: {},
    text: "Dit klopt niet.",
    uploadIds: [],
    language: "nl",
  });
  if (!opened.ok) throw new Error(opened.error.kind);
}
