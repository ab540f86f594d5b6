import { afterAll, beforeAll, expect, test } from "vitest";
import { type ApiTest, exampleClaim, openApi } from "../../support/api.ts";

let api: ApiTest;
let claim: string;

beforeAll(async () => {
  api = await openApi();
  claim = (await api.call("POST", "/claims", { body: exampleClaim() })).body.id;
});
afterAll(() => api.close());

const message = (changes: Record<string, unknown> = {}) => ({
  body: {
    direction: "outbound",
    channel: "letter",
    subject: "Aanmaning",
    body: "Beste J. de Vries,\n\n<b>Factuur F-1</b> is nog niet betaald.",
    sentAt: "2026-06-18T11:00:00+02:00",
    ...changes,
  },
});

test("correspondence is added and listed, what was sent last first", async () => {
  const letter = await api.call("POST", `/claims/${claim}/messages`, message());
  await api.call(
    "POST",
    `/claims/${claim}/messages`,
    message({ subject: "Herinnering", sentAt: "2026-06-01T09:00:00Z" }),
  );
  await api.call(
    "POST",
    "/claims/ref:2026-00123/messages",
    message({ subject: "Gebeld", sentAt: "2026-07-01T09:00:00Z" }),
  );

  expect(letter.status).toBe(201);
  expect(letter.body).toMatchObject({ ...message().body, claim, sentAt: "2026-06-18T09:00:00.000Z", documents: [] });
  const first = await api.call("GET", `/claims/${claim}/messages?limit=2`);
  const second = await api.call("GET", `/claims/${claim}/messages?limit=2&cursor=${first.body.nextCursor}`);
  const subjects = (page: typeof first) => page.body.data.map((item: { subject: string }) => item.subject);
  expect(subjects(first)).toEqual(["Gebeld", "Aanmaning"]);
  expect(subjects(second)).toEqual(["Herinnering"]);
  expect(second.body.nextCursor).toBeNull();
});

test.each([
  [{ sentAt: "2026-11-23T00:00:00Z" }, "sentAt"],
  [{ sentAt: "2026-06-18" }, "sentAt"],
  [{ channel: "fax" }, "channel"],
  [{ subject: "  " }, "subject"],
  [{ documents: [] }, "documents"],
])("a message with %j is refused", async (changes, path) => {
  const refused = await api.call("POST", `/claims/${claim}/messages`, message(changes));
  expect(refused.status).toBe(422);
  expect(refused.body.errors[0]?.path).toBe(path);
});

test("a link is issued with its code, and revoked as often as asked", async () => {
  const issued = await api.call("POST", `/claims/${claim}/links`, { body: { channel: "letter" } });

  expect(issued.status).toBe(201);
  expect(issued.body.url).toMatch(/^https:\/\/voldaan\.test\/l\/[\w-]+\.[\w-]+\.[\w-]+$/);
  expect(issued.body.code).toMatch(/^[0-9a-z]{26}$/i);
  expect(issued.body.qrSvg).toContain("<svg");
  expect(issued.body.expiresAt).toBe("2027-02-20T10:00:00.000Z");
  const revoke = () => api.call("DELETE", `/links/${issued.body.id}`);
  expect([(await revoke()).status, (await revoke()).status]).toEqual([204, 204]);
});

test.each(["2026-11-22T09:59:59Z", "2029-01-01T00:00:00Z"])("a link that ends on %s is refused", async (expiresAt) => {
  const refused = await api.call("POST", `/claims/${claim}/links`, { body: { channel: "none", expiresAt } });
  expect(refused.status).toBe(422);
  expect(refused.body.code).toBe("expiry_out_of_range");
});
