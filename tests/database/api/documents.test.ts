import { afterAll, beforeAll, expect, test } from "vitest";
import { createApiKey } from "#app/server/creditors/create-api-key.server.ts";
import { type ApiTest, exampleClaim, openApi } from "../../support/api.ts";
import { keepFileOfDebtor } from "../../support/file-of-debtor.ts";

let api: ApiTest;
let claimId: string;

beforeAll(async () => {
  api = await openApi();
  claimId = (await api.call("POST", "/claims", { body: exampleClaim() })).body.id;
});
afterAll(() => api.close());

test("a file goes out as it is kept, to be saved and never to be shown as ours", async () => {
  const id = await keepFileOfDebtor(api, { claimId, fileName: "bewijs 1.pdf", bytes: "%PDF-1.7 <script>" });
  const file = await api.call("GET", `/documents/${id}`);
  const head = await api.call("HEAD", `/documents/${id}`);

  expect([file.status, head.status, file.text]).toEqual([200, 200, "%PDF-1.7 <script>"]);
  expect(file.headers.get("content-type")).toBe("application/pdf");
  expect(file.headers.get("content-disposition")).toBe('attachment; filename="bewijs 1.pdf"');
  expect(file.headers.get("content-security-policy")).toBe("sandbox; default-src 'none'");
  expect(file.headers.get("x-content-type-options")).toBe("nosniff");
  expect(file.headers.get("ratelimit-limit")).toBe("600");
});

test("nobody gets a file before it was scanned, and nobody one that was thrown away", async () => {
  const waiting = await keepFileOfDebtor(api, { claimId, fileName: "a.pdf", bytes: "a", scan: "quarantined" });
  const infected = await keepFileOfDebtor(api, { claimId, fileName: "b.pdf", bytes: "b", scan: "infected" });
  const [first, second] = [await api.call("GET", `/documents/${waiting}`), await api.call("GET", `/documents/${infected}`)]; // prettier-ignore
  expect([first.status, first.body.code]).toEqual([409, "document_being_scanned"]);
  expect([second.status, second.body.code]).toEqual([404, "not_found"]);
});

test("a file takes the scope documents:read", async () => {
  const id = await keepFileOfDebtor(api, { claimId, fileName: "c.pdf", bytes: "c" });
  const { creditorId, services } = api;
  const made = await createApiKey(services, { creditorId, scopes: ["messages:read"], actor: "operator" });
  const answer = await api.call("GET", `/documents/${id}`, { key: made.ok ? made.value.key : null });
  expect([answer.status, answer.body.code]).toEqual([403, "scope_missing"]);
});
