import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, expect, test } from "vitest";
import { enterByLink, findLink } from "#app/server/access/open-link.server.ts";
import { issueBulkLinks, readBulkLinks } from "#app/server/access/bulk-links.server.ts";
import { newAppKeyEntry, parseAppKeys } from "#app/server/platform/crypto/key-ring.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { type ApiCallOptions, type ApiTest, exampleClaim, openApi } from "../../support/api.ts";

let api: ApiTest;

beforeAll(async () => {
  api = await openApi();
  for (const reference of ["B-1", "=SUM(A1)", "B-3"]) await newClaim(reference);
});
afterAll(() => api.close());

async function newClaim(reference: string, key = api.key): Promise<string> {
  const debtor = { reference: `D ${reference}`, type: "person", name: "J. de Vries", email: "j@example.nl" };
  const [invoice] = exampleClaim().invoices;
  const body = exampleClaim({ reference, debtor, invoices: [{ ...invoice, number: `F ${reference}` }] });
  const made = await api.call("POST", "/claims", { key, body });
  expect(made.status).toBe(201);
  api.services.clock.advance(1_000);
  return made.body.id;
}

type Row = Record<"reference" | "url" | "code" | "codeUrl" | "checkWords" | "expiresAt", string>;

const bulk = (body: unknown, options: Partial<ApiCallOptions> = {}) => api.call("POST", "/links/bulk", { body, ...options }); // prettier-ignore

const rowsOf = (text: string): Row[] => parse(text, { columns: true });

async function opens({ url, code }: Row): Promise<boolean[]> {
  const keys = [{ token: new URL(url).pathname.slice(3) }, { code }];
  const found = await Promise.all(keys.map((key) => findLink(api.services, key)));
  return Promise.all(found.map(async (link) => link.kind === "valid" && (await enterByLink(api.services, link.link)) !== null)); // prettier-ignore
}

test("each claim gets its own link, in the order in which they came, safe for a spreadsheet", async () => {
  const answer = await bulk({ filter: { status: "open" }, channel: "letter" });
  expect([answer.status, answer.headers.get("content-type"), answer.headers.get("content-disposition")]).toEqual([200, "text/csv; charset=utf-8", 'attachment; filename="links.csv"']); // prettier-ignore
  expect(answer.text.split("\n", 1)).toEqual(["reference,url,code,codeUrl,checkWords,expiresAt"]);
  const rows = rowsOf(answer.text);
  expect(rows.map(({ reference }) => reference)).toEqual(["B-1", "'=SUM(A1)", "B-3"]);
  expect(new Set(rows.map(({ code }) => code)).size).toBe(3);
  for (const row of rows) {
    expect(row).toMatchObject({ codeUrl: `https://voldaan.test/c/${row.code}`, checkWords: expect.stringMatching(/^\S+ \S+$/), expiresAt: "2027-02-20T10:00:03.000Z" }); // prettier-ignore
    expect(await opens(row)).toEqual([true, true]);
  }
  const stored = JSON.stringify(await api.services.database.prisma.link.findMany());
  for (const { code } of rows) expect(stored).not.toContain(code);
});

test("claims by name, once each, until a day of choice", async () => {
  const id = (await api.call("GET", "/claims/ref:B-1")).body.id;
  const answer = await bulk({ claims: ["ref:B-3", id, "ref:B-1"], channel: "none", expiresAt: "2026-12-01T00:00:00Z" });
  expect(rowsOf(answer.text).map(({ reference, expiresAt }) => [reference, expiresAt])).toEqual([
    ["B-1", "2026-12-01T00:00:00.000Z"],
    ["B-3", "2026-12-01T00:00:00.000Z"],
  ]);
});

test("the same request again gets the same rows and makes no more links, also when claims changed since", async () => {
  const { prisma } = api.services.database;
  const options = { headers: { "Idempotency-Key": "merge-1" } };
  const body = { filter: { createdBefore: "2027-01-01T00:00:00Z" }, channel: "letter" };
  const first = await bulk(body, options);
  const made = await prisma.link.count();
  await newClaim("later");
  const second = await bulk(body, options);
  expect([second.text, second.headers.get("idempotent-replayed")]).toEqual([first.text, "true"]);
  expect(first.headers.get("idempotent-replayed")).toBeNull();
  expect(await prisma.link.count()).toBe(made);
  const kept = await prisma.idempotencyRecord.findFirstOrThrow({ where: { key: "merge-1" } });
  expect([kept.status, kept.responseBody]).toEqual([null, null]);
  const other = await bulk({ ...body, channel: "none" }, options);
  expect([other.status, (JSON.parse(other.text) as { code: string }).code]).toEqual([409, "idempotency_key_reused"]);
});

test("codes and addresses are shown again, the same ones, after the key ring changed, as long as the old key is on it", async () => {
  const { creditorId, services } = api;
  const [older, newer] = [newAppKeyEntry("older"), newAppKeyEntry("newer")];
  const withKeys = (entries: string) => {
    const ring = parseAppKeys(entries);
    if (!ring.ok) throw new Error("no key ring");
    return { ...services, keys: ring.value };
  };
  const batch = { creditorId, batchId: newId("lbt", services.clock.now()) };
  const order = { ...batch, selection: { kind: "all" }, channel: "letter", actor: "test" } as const;
  const issued = await issueBulkLinks(withKeys(older), order);
  const codes = async (entries: string) => {
    const read: string[] = [];
    for await (const links of readBulkLinks(withKeys(entries), batch))
      read.push(...links.map(({ code, url }) => `${code} ${url}`));
    return read;
  };
  const before = await codes(older);
  expect([issued.ok && issued.value, before.length]).toEqual([before.length, before.length]);
  expect(await codes(`${newer},${older}`)).toEqual(before);
  await expect(codes(newer)).rejects.toThrow("is not in the ring any more");
});

test("another creditor's claims are none of yours, and a filter finds your own alone", async () => {
  const other = await api.addCreditor("Ander B.V.");
  await newClaim("B-1", other.key);
  const foreign = (await api.call("GET", "/claims/ref:B-3")).body.id;
  const refused = await bulk({ claims: ["ref:B-1", foreign, "ref:never"], channel: "letter" }, { key: other.key });
  expect([refused.status, JSON.parse(refused.text)]).toMatchObject([422, { code: "claim_not_found", errors: [{ path: "claims.1" }, { path: "claims.2" }] }]); // prettier-ignore
  const all = rowsOf((await bulk({ filter: {}, channel: "letter" }, { key: other.key })).text);
  expect(all.map(({ reference }) => reference)).toEqual(["B-1"]);
  const none = await bulk({ filter: { status: "closed" }, channel: "letter" }, { key: other.key });
  expect([none.status, none.text]).toEqual([200, "reference,url,code,codeUrl,checkWords,expiresAt\n"]);
});

test.each([
  [{ channel: "letter" }, "validation_failed"],
  [{ claims: ["ref:B-1"], filter: {}, channel: "letter" }, "validation_failed"],
  [{ claims: [], channel: "letter" }, "validation_failed"],
  [{ filter: { status: "late" }, channel: "letter" }, "validation_failed"],
  [{ filter: {} }, "validation_failed"],
  [{ filter: {}, channel: "letter", expiresAt: "2029-01-01T00:00:00Z" }, "expiry_out_of_range"],
])("%j is refused, and no link is made", async (body, code) => {
  const { prisma } = api.services.database;
  const before = await prisma.link.count();
  const refused = await bulk(body);
  expect([refused.status, (JSON.parse(refused.text) as { code: string }).code]).toEqual([422, code]);
  expect(await prisma.link.count()).toBe(before);
});

test("sixty times an hour, and a refusal for now is not kept", async () => {
  const { key, creditorId } = await api.addCreditor("Druk B.V.");
  const rule = { name: "bulk-links", points: 60, seconds: 3_600 };
  for (let count = 0; count < 60; count += 1) await api.services.limiter.count(rule, creditorId);
  const options = { key, headers: { "Idempotency-Key": "busy" } };
  const refused = await bulk({ filter: {}, channel: "letter" }, options);
  expect([refused.status, Number(refused.headers.get("retry-after")) > 0]).toEqual([429, true]);
  await api.services.database.prisma.rateLimit.deleteMany();
  expect((await bulk({ filter: {}, channel: "letter" }, options)).status).toBe(200);
});

test("ten thousand links are written in parts, and one more than that is too many", async () => {
  const { key, creditorId } = await api.addCreditor("Groot B.V.");
  const first = await newClaim("M-0", key);
  const { pool } = api.services.database;
  const copies = (from: number, to: number) =>
    pool.query(
      `insert into claim select copy.* from claim c, generate_series($2::int, $3::int) n,
         lateral jsonb_populate_record(c, jsonb_build_object(
           'id', 'clm_' || lpad(n::text, 26, '0'), 'reference', 'M-' || n, 'payment_reference', 'RF' || n)) copy
       where c.id = $1`,
      [first, from, to],
    );
  for (let from = 1; from < 9_999; from += 1_111) await copies(from, from + 1_110);
  const batch = { creditorId, batchId: newId("lbt", api.services.clock.now()) };
  const order = { ...batch, selection: { kind: "all" }, channel: "letter", actor: "test" } as const;
  expect(await issueBulkLinks(api.services, order)).toEqual({ ok: true, value: 10_000 });
  const sizes: number[] = [];
  const codes = new Set<string>();
  for await (const links of readBulkLinks(api.services, batch)) {
    sizes.push(links.length);
    for (const { code } of links) codes.add(code);
  }
  expect([Math.max(...sizes) <= 1_000, codes.size]).toEqual([true, 10_000]);

  await copies(10_000, 10_000);
  const refused = await bulk({ filter: {}, channel: "letter" }, { key });
  expect([refused.status, (JSON.parse(refused.text) as { code: string }).code]).toEqual([422, "too_many_claims"]);
});
