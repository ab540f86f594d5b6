import { afterAll, beforeAll, expect, test } from "vitest";
import { askPause } from "#app/server/pauses/own-pause.server.ts";
import {
  FITTING_WISH,
  type ArrangementApi,
  asArrangement,
  openArrangementApi,
  propose,
} from "../../support/arrangements.ts";

let api: ArrangementApi;

beforeAll(async () => void (api = await openArrangementApi()));
afterAll(() => api.close());

const pauseOf = async (claim: string) =>
  (await api.call("GET", `/claims/${claim}`)).body as unknown as { pause: unknown };

async function lettersOf(claimId: string): Promise<string[]> {
  const rows = await api.services.database.prisma.message.findMany({ where: { claimId }, orderBy: { id: "asc" } });
  return rows.map(({ body }) => body);
}

test("a claim rests with a reason and a last day, and goes on when the creditor says so", async () => {
  const claim = await api.newClaim();
  expect((await pauseOf(claim)).pause).toBe(null);
  const paused = await api.post(`/claims/${claim}/pause`, { reason: "Wij zoeken het uit.", until: "2026-12-22" });
  expect([paused.status, paused.body]).toMatchObject([
    200,
    { status: "paused", pause: { reason: "creditor", until: "2026-12-22", startedOn: "2026-11-22" } },
  ]);
  expect((await lettersOf(claim))[0]).toContain("schrijft: “Wij zoeken het uit.”");

  const resumed = await api.post(`/claims/${claim}/resume`);
  expect([resumed.status, resumed.body]).toMatchObject([200, { status: "open", pause: null }]);
  const again = await api.post(`/claims/${claim}/resume`);
  expect([again.status, again.body.code]).toEqual([409, "claim_not_paused"]);
  expect(await api.eventsOf(claim)).toEqual(["claim.opened", "claim.paused", "claim.resumed"]);
});

test("found by reference, and the same key does it once", async () => {
  const claim = await api.newClaim({ reference: "rest-me" });
  const headers = { "Idempotency-Key": "rest-1" };
  const order = { body: { reason: "Vakantie." }, headers };
  const [first, second] = [await api.call("POST", "/claims/ref:rest-me/pause", order), await api.call("POST", "/claims/ref:rest-me/pause", order)]; // prettier-ignore
  expect([first.status, second.status, second.headers.get("idempotent-replayed")]).toEqual([200, 200, "true"]);
  expect(second.text).toBe(first.text);
  expect(await api.eventsOf(claim)).toEqual(["claim.opened", "claim.paused"]);
  expect((await pauseOf(claim)).pause).toMatchObject({ until: null });
});

test("a second pause of the creditor takes the place of the first; the debtor's is only made longer", async () => {
  const claim = await api.newClaim();
  await api.post(`/claims/${claim}/pause`, { reason: "x", until: "2026-12-22" });
  await api.post(`/claims/${claim}/pause`, { reason: "x", until: "2026-12-22" });
  await api.post(`/claims/${claim}/pause`, { reason: "y", until: "2026-12-01" });
  expect((await pauseOf(claim)).pause).toMatchObject({ reason: "creditor", until: "2026-12-01" });
  expect(await api.eventsOf(claim)).toEqual(["claim.opened", "claim.paused", "claim.paused"]);

  const own = await api.newClaim();
  await askPause(api.services, { debtor: await api.debtorOf(own) });
  await api.post(`/claims/${own}/pause`, { reason: "x", until: "2026-12-22" });
  expect((await pauseOf(own)).pause).toMatchObject({ reason: "help_sought", until: "2027-03-22" });
  await api.post(`/claims/${own}/pause`, { reason: "x", until: "2027-06-30" });
  expect((await pauseOf(own)).pause).toMatchObject({ reason: "help_sought", until: "2027-06-30" });
  expect((await api.post(`/claims/${own}/resume`)).body).toMatchObject({ status: "open" });
});

test.each<[string, unknown, number, string]>([
  ["a day that is over", { reason: "x", until: "2026-11-21" }, 422, "until_in_past"],
  ["no reason", {}, 422, "validation_failed"],
  ["an empty reason", { reason: "  " }, 422, "validation_failed"],
  ["no day", { reason: "x", until: "soon" }, 422, "validation_failed"],
  ["a field that there is not", { reason: "x", reminders: true }, 422, "validation_failed"],
])("a pause with %s is refused", async (_what, body, status, code) => {
  const claim = await api.newClaim();
  const refused = await api.post(`/claims/${claim}/pause`, body);
  expect([refused.status, refused.body.code]).toEqual([status, code]);
  expect(await api.eventsOf(claim)).toEqual(["claim.opened"]);
});

test("somebody else's claim is as absent as one that never was", async () => {
  const claim = await api.newClaim();
  const { key } = await api.addCreditor("Bakkerij Jansen");
  for (const act of ["pause", "resume", "close"]) {
    const body = act === "resume" ? {} : { body: { reason: "x" } };
    const strange = await api.call("POST", `/claims/${claim}/${act}`, { key, ...body });
    const absent = await api.call("POST", `/claims/clm_none/${act}`, { key, ...body });
    expect([strange.status, strange.text]).toEqual([404, absent.text]);
  }
});

test("closed: nothing is asked, a pause ends, the plan ends, and the debtor reads why", async () => {
  const claim = await api.newClaim();
  const plan = await propose(api.services, claim, { total: "120.00", wish: FITTING_WISH, decide: "policy" });
  await api.post(`/claims/${claim}/pause`, { reason: "x" });
  const closed = await api.post(`/claims/${claim}/close`, { reason: "Wij schrijven dit af." });
  expect([closed.status, closed.body]).toMatchObject([200, { status: "closed", pause: null }]);
  expect((await api.post(`/claims/${claim}/close`, { reason: "Nog eens." })).status).toBe(200);
  expect(asArrangement(await api.call("GET", `/arrangements/${plan}`)).status).toBe("cancelled");
  const letters = (await lettersOf(claim)).join("\n");
  expect(letters).toContain("“Wij schrijven dit af.”");
  expect(letters).not.toContain("Nog eens.");
  const events = await api.eventsOf(claim);
  expect(events.filter((type) => type === "claim.closed")).toHaveLength(1);
  expect(events).not.toContain("claim.resumed");
  const refused = await api.post(`/claims/${claim}/pause`, { reason: "x" });
  expect([refused.status, refused.body.code]).toEqual([409, "claim_not_open"]);
});
