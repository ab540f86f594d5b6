import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Schemas, voldaanClient } from "../../docs/integrators/client/client.ts";
import { CLIENT_TYPES_FILE, clientTypes } from "../../scripts/client-types.ts";
import { pay, startPayment } from "../crash/paying.ts";
import { propose } from "../support/arrangements.ts";
import { euro, exampleClaim } from "../support/api.ts";
import { openApiContract, type Seen } from "../support/openapi-contract.ts";
import { openPortal, type Portal, type PortalClaim } from "../support/portal.ts";
import { createTestServices, type TestServices } from "../support/services.ts";
import { keepFileOfDebtor } from "../support/file-of-debtor.ts";

/** The generated client against the running application: every operation, and every answer looked up in the document. */

let portal: Portal;
let services: TestServices;
let voldaan: ReturnType<typeof voldaanClient>;
let contract: ReturnType<typeof openApiContract>;
const seen = new Set<Seen>();

beforeAll(async () => {
  portal = await openPortal();
  const own = await createTestServices({ at: new Date().toISOString(), env: { DATA_DIR: portal.app.dataDir } });
  services = { ...own, database: portal.app.database.db };
  contract = openApiContract(new URL(portal.app.baseUrl));
  voldaan = voldaanClient({ baseUrl: portal.app.baseUrl, key: portal.apiKey, fetch: look });
  return () => own.close();
});
afterAll(() => portal.close());

/** As `fetch`, and looks whether the answer is what the document says. */
async function look(request: Request): Promise<Response> {
  const json = request.headers.get("content-type") === "application/json" ? await request.clone().text() : "";
  const response = await fetch(request);
  const { pathname, search } = new URL(request.url);
  const requestBody = json === "" ? {} : { requestBody: JSON.parse(json) as unknown };
  const { status, headers } = response;
  const text = await response.clone().text();
  seen.add(contract.see({ method: request.method, path: pathname.replace("/api/v1", "") + search, ...requestBody, status, headers, text })); // prettier-ignore
  return response;
}

/** What was answered, where no problem is expected. */
function right<Data>({ data, error }: { data?: Data; error?: unknown }): NonNullable<Data> {
  if (data === undefined || data === null) throw new Error(JSON.stringify(error));
  return data;
}

const own = (claim: PortalClaim) => ({ params: { path: { claim: claim.id } } });
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const inTwo = () => [{ dueOn: day(20), amount: euro("60.00") }, { dueOn: day(50), amount: euro("60.00") }] as Schemas["ArrangementOfferBody"]["schedule"]; // prettier-ignore
const amount = (value: string) => euro(value) as Schemas["Money"];

test("the types are those of the document of today", async () => {
  const generated = await clientTypes();
  const kept = await readFile(CLIENT_TYPES_FILE, "utf8");
  expect(kept === generated, "run `node --import tsx scripts/generate-client.ts`").toBe(true);
});

test("a claim is created, found by reference, changed and listed, with its amounts", async () => {
  const { metadata, ...body } = exampleClaim() as Schemas["ClaimBody"];
  expect(metadata).toEqual({});
  const tried = right(await voldaan.POST("/claims", { body, params: { query: { dryRun: "true" } } }));
  expect(tried).toMatchObject({ dryRun: true, status: "open" });
  const created = await voldaan.POST("/claims", { body });
  const claim = right(created);
  expect([created.response.status, "id" in claim && claim.id]).toEqual([201, expect.stringMatching(/^clm_/)]);

  const path = { claim: "ref:2026-00123" };
  const changed = right(await voldaan.PATCH("/claims/{claim}", { params: { path }, body: { description: "mei" } }));
  expect(changed.description).toBe("mei");
  expect(right(await voldaan.GET("/claims/{claim}", { params: { path } })).reference).toBe("2026-00123");
  const statement = right(await voldaan.GET("/claims/{claim}/statement", { params: { path, query: { asOf: "2026-11-22" } } })); // prettier-ignore
  expect([statement.interest.total, statement.open]).toEqual(["2.31", "162.31"]);
  const page = right(await voldaan.GET("/claims", { params: { query: { q: "2026-00123", limit: 1 } } }));
  expect(page.data.map(({ reference }) => reference)).toEqual(["2026-00123"]);
});

test("a problem has its code, its fields, and an address where it is explained", async () => {
  const body = exampleClaim({ reference: "2026-00123", description: "anders" }) as Schemas["ClaimBody"];
  const { error } = await voldaan.POST("/claims", { body });
  expect(error?.code).toBe("reference_taken");
  const page = await fetch(error?.type ?? "");
  expect([page.status, page.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
  const html = await page.text();
  expect(html).toContain('<html lang="en"');
  expect(html).toContain(`id="${new URL(error?.type ?? "").hash.slice(1)}"`);
  expect(html).not.toContain("<script");

  const { error: invalid } = await voldaan.GET("/claims", { params: { query: { limit: 1000 } } });
  expect([invalid?.status, invalid?.errors[0]?.path]).toEqual([422, "limit"]);
  const { error: missing } = await voldaan.GET("/claims/{claim}", { params: { path: { claim: "ref:nobody" } } });
  expect([missing?.status, missing?.code]).toEqual([404, "not_found"]);
  const stranger = voldaanClient({ baseUrl: portal.app.baseUrl, key: `vk_00000000_${"0".repeat(32)}`, fetch: look });
  expect((await stranger.GET("/claims", {})).error?.code).toBe("key_invalid");
});

test("money comes in outside the portal, is credited, and a claim rests, goes on and is closed", async () => {
  const claim = own(await portal.newClaim());
  const received = { amount: amount("20.00"), receivedOn: day(-1), method: "bank_transfer" as const };
  const paid = right(await voldaan.POST("/claims/{claim}/payments", { ...claim, body: received }));
  expect(right(await voldaan.GET("/payments/{payment}", { params: { path: { payment: paid.id } } }))).toEqual(paid);
  right(await voldaan.POST("/claims/{claim}/credits", { ...claim, body: { amount: amount("10.00"), reason: "Ziek" } }));
  expect(right(await voldaan.GET("/claims/{claim}/statement", claim)).open).toBe("90.00");

  expect(right(await voldaan.POST("/claims/{claim}/pause", { ...claim, body: { reason: "Even" } })).status).toBe("paused"); // prettier-ignore
  expect(right(await voldaan.POST("/claims/{claim}/resume", claim)).status).toBe("open");
  expect(right(await voldaan.POST("/claims/{claim}/close", { ...claim, body: { reason: "Klaar" } })).status).toBe("closed"); // prettier-ignore
});

test("what was paid in the portal is paid back", async () => {
  const { claim, paymentId, providerId } = await startPayment(portal);
  pay(portal, { providerId });
  await expect.poll(() => portal.moneyOf(claim), { timeout: 30_000 }).toHaveLength(1);
  const refunded = right(await voldaan.POST("/payments/{payment}/refunds", { params: { path: { payment: paymentId } }, body: { amount: amount("20.00") } })); // prettier-ignore
  expect(refunded).toMatchObject({ payment: paymentId, amount: euro("20.00") });
});

test("links go out one by one and in bulk, and are taken back", async () => {
  const claim = await portal.newClaim();
  const link = right(await voldaan.POST("/claims/{claim}/links", { ...own(claim), body: { channel: "letter" } }));
  expect(link.qrSvg).toContain("<svg");
  const revoked = await voldaan.DELETE("/links/{link}", { params: { path: { link: link.id } } });
  expect(revoked.response.status).toBe(204);
  const csv = right(await voldaan.POST("/links/bulk", { body: { claims: [claim.id], channel: "letter" }, parseAs: "text" })); // prettier-ignore
  expect(csv).toContain(claim.reference);

  const jwk = { kty: "OKP", crv: "Ed25519", x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" };
  const key = right(await voldaan.POST("/link-keys", { body: { kid: "letters", jwk } }));
  expect(right(await voldaan.GET("/link-keys", {})).data.map(({ kid }) => kid)).toEqual(["letters"]);
  const gone = await voldaan.DELETE("/link-keys/{linkKey}", { params: { path: { linkKey: key.id } } });
  expect(gone.response.status).toBe(204);
});

test("arrangements are offered, taken back, accepted, countered and declined", async () => {
  const offered = right(await voldaan.POST("/claims/{claim}/arrangements", { ...own(await portal.newClaim()), body: { schedule: inTwo() } })); // prettier-ignore
  const at = (arrangement: string) => ({ params: { path: { arrangement } } });
  expect(right(await voldaan.GET("/arrangements/{arrangement}", at(offered.id))).status).toBe("countered");
  right(await voldaan.POST("/arrangements/{arrangement}/cancel", { ...at(offered.id), body: { reason: "Toch niet" } }));

  const proposed = async () => propose(services, (await portal.newClaim()).id, { total: "120.00" });
  const [first, second, third] = [await proposed(), await proposed(), await proposed()];
  const waiting = right(await voldaan.GET("/arrangements", { params: { query: { status: "proposed" } } }));
  expect(waiting.data.map(({ id }) => id).sort()).toEqual([first, second, third].sort());
  expect(right(await voldaan.POST("/arrangements/{arrangement}/accept", at(first))).status).toBe("accepted");
  const counter = { schedule: inTwo(), reason: "In twee delen." };
  expect(right(await voldaan.POST("/arrangements/{arrangement}/counter", { ...at(second), body: counter })).status).toBe("countered"); // prettier-ignore
  expect(right(await voldaan.POST("/arrangements/{arrangement}/decline", { ...at(third), body: { reason: "Te lang" } })).status).toBe("declined"); // prettier-ignore
});

test("a dispute is found, answered and decided", async () => {
  const claim = await portal.newClaim();
  const debtor = await portal.enter(claim);
  await debtor.post("/claim/dispute", { ground: "not_delivered" });
  await debtor.post("/claim/dispute/part", { part: "whole" });
  await debtor.post("/claim/dispute/story", { story: "Er kwam niets." });
  const disputeId = /name="disputeId" value="([^"]+)"/.exec((await debtor.get("/claim/dispute/check")).text)?.[1] ?? "";
  await debtor.post("/claim/dispute/check", { disputeId });

  const dispute = { params: { path: { dispute: disputeId } } };
  expect(right(await voldaan.GET("/disputes", { params: { query: { status: "open" } } })).data[0]?.id).toBe(disputeId);
  expect(right(await voldaan.GET("/disputes/{dispute}", dispute)).ground).toBe("not_delivered");
  const asked = right(await voldaan.POST("/disputes/{dispute}/messages", { ...dispute, body: { body: "Sinds wanneer?" } })); // prettier-ignore
  expect(asked.status).toBe("awaiting_debtor");
  const decision = { outcome: "upheld" as const, explanation: "U heeft gelijk." };
  expect(right(await voldaan.POST("/disputes/{dispute}/resolve", { ...dispute, body: decision })).outcome).toBe(
    "upheld",
  );
});

test("letters and files of a claim are read", async () => {
  const claim = await portal.newClaim();
  const letter = { direction: "outbound", channel: "letter", subject: "Aanmaning", body: "Beste", sentAt: "2026-06-18T09:00:00Z" } as const; // prettier-ignore
  const sent = right(await voldaan.POST("/claims/{claim}/messages", { ...own(claim), body: letter }));
  const messages = right(await voldaan.GET("/claims/{claim}/messages", own(claim)));
  expect(messages.data.map(({ id }) => id)).toContain(sent.id);

  const scope = { services, creditorId: portal.creditorId };
  const document = await keepFileOfDebtor(scope, { claimId: claim.id, fileName: "bon.pdf", bytes: "%PDF-1.7" });
  const file = await voldaan.GET("/documents/{document}", { params: { path: { document } }, parseAs: "text" });
  expect([file.data, file.response.headers.get("content-disposition")]).toEqual(["%PDF-1.7", 'attachment; filename="bon.pdf"']); // prettier-ignore
});

test("the policy is read, put back and tried", async () => {
  const policy = right(await voldaan.GET("/policy", {}));
  expect(right(await voldaan.PUT("/policy", { body: policy }))).toEqual(policy);
  right(await voldaan.POST("/policy/simulation", { body: { perMonth: [amount("25.00")], frequency: "monthly", payDay: 25 } })); // prettier-ignore
});

test("a UBL invoice is imported, and its rows are read", async () => {
  const xml = await readFile("tests/samples/own/peppol-bis-3-consumer.xml", "utf8");
  const asXml = { bodySerializer: (body: unknown) => body as string, headers: { "Content-Type": "application/xml" } };
  const started = right(await voldaan.POST("/imports", { body: xml, ...asXml }));
  const at = { params: { path: { import: started.id } } };
  await expect.poll(async () => right(await voldaan.GET("/imports/{import}", at)).status, { timeout: 20_000 }).toBe("done"); // prettier-ignore
  expect(right(await voldaan.GET("/imports", {})).data.map(({ id }) => id)).toEqual([started.id]);
  expect(right(await voldaan.GET("/imports/{import}/rows", at)).data[0]?.result).toBe("created");
  expect((await voldaan.GET("/imports/{import}/errors.csv", { ...at, parseAs: "text" })).response.status).toBe(200);
  const template = await voldaan.GET("/imports/template.csv", { parseAs: "text" });
  expect(template.data).toContain("kenmerk");
});

test("an endpoint is added, tried, looked into and removed, and events are pulled", async () => {
  const body = { url: portal.app.receiver.url, events: ["*"] as ["*"], signature: "v1" as const };
  const endpoint = right(await voldaan.POST("/webhook-endpoints", { body }));
  expect(endpoint.secret).toMatch(/^whsec_/);
  const at = { params: { path: { endpoint: endpoint.id } } };
  expect(right(await voldaan.GET("/webhook-endpoints", {})).data.map(({ id }) => id)).toContain(endpoint.id);
  expect(right(await voldaan.GET("/webhook-endpoints/{endpoint}", at)).url).toBe(portal.app.receiver.url);
  expect(right(await voldaan.PATCH("/webhook-endpoints/{endpoint}", { ...at, body: { description: "Boeken" } })).description).toBe("Boeken"); // prettier-ignore
  expect(right(await voldaan.POST("/webhook-endpoints/{endpoint}/rotate-secret", at)).secret).not.toBe(endpoint.secret);
  portal.app.receiver.answerWith({ kind: "status", status: 204 });
  const tested = right(await voldaan.POST("/webhook-endpoints/{endpoint}/test", at));
  await portal.quiet();
  expect(right(await voldaan.GET("/webhook-endpoints/{endpoint}/deliveries", at)).data).toHaveLength(1);
  right(await voldaan.GET("/webhook-endpoints/{endpoint}/diagnosis", at));
  right(await voldaan.POST("/webhook-endpoints/{endpoint}/recover", { ...at, body: { since: new Date(Date.now() - 60_000).toISOString() } })); // prettier-ignore

  const events = right(await voldaan.GET("/events", { params: { query: { type: "claim.opened", limit: 1 } } }));
  expect([events.data[0]?.type, events.nextCursor]).toEqual(["claim.opened", events.data[0]?.id]);
  const again = await voldaan.POST("/events/{event}/redeliver", { params: { path: { event: events.data[0]?.id ?? "" } } }); // prettier-ignore
  expect([again.response.status, tested.event]).toEqual([202, expect.stringMatching(/^evt_/)]);
  const toOne = { params: { path: { event: events.data[0]?.id ?? "" } }, body: { endpoint: endpoint.id } };
  expect(right(await voldaan.POST("/events/{event}/redeliver", toOne)).deliveries).toBe(1);
  const gone = await voldaan.DELETE("/webhook-endpoints/{endpoint}", at);
  expect(gone.response.status).toBe(204);
});

test("a request whose answer got lost is sent again, and does its work once", async () => {
  const claim = await portal.newClaim();
  const keys: (string | null)[] = [];
  async function lossy(request: Request): Promise<Response> {
    keys.push(request.headers.get("idempotency-key"));
    const response = await look(request);
    if (keys.length === 1) throw new TypeError("the network is gone");
    return keys.length === 2 ? new Response(null, { status: 429, headers: { "Retry-After": "0" } }) : response;
  }
  const careful = voldaanClient({ baseUrl: portal.app.baseUrl, key: portal.apiKey, fetch: lossy });
  const body = { amount: amount("5.00"), receivedOn: day(-1), method: "cash" as const };
  const paid = await careful.POST("/claims/{claim}/payments", { ...own(claim), body });
  expect([paid.response.status, paid.response.headers.get("idempotent-replayed")]).toEqual([201, "true"]);
  expect([keys.length, new Set(keys).size]).toEqual([3, 1]);
  expect(await portal.moneyOf(claim)).toHaveLength(1);
});

test("every operation of the document was called, and every way in which it goes well was seen", () => {
  const documented = Object.values(contract.document.paths)
    .flatMap((methods) => Object.values(methods))
    .flatMap(({ operationId, responses }) => Object.keys(responses).filter((status) => status < "400").map((status) => `${operationId} ${status}`)); // prettier-ignore
  expect(documented.filter((what) => !seen.has(what))).toEqual([]);
});
