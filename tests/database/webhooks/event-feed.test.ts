import { afterEach, beforeEach, expect, test } from "vitest";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { clearOldEvents } from "#app/server/webhooks/clear-old-events.server.ts";
import { listEvents } from "#app/server/webhooks/event-feed.server.ts";
import { openScenario, type Scenario } from "./scenario.ts";

const DAY = 24 * 3_600_000;

let scenario: Scenario;
beforeEach(async () => (scenario = await openScenario()));
afterEach(() => scenario.close());

async function read(options: Partial<Parameters<typeof listEvents>[1]> = {}) {
  const page = { creditorId: scenario.creditorId, after: null, limit: 100, ...options };
  const events = await listEvents(scenario.services, page);
  if (!events.ok) throw new Error(events.error.kind);
  return events.value;
}

test("an event is pulled with the fields that a webhook carries, once it is published", async () => {
  const claim = await scenario.addClaim();
  await scenario.happen(claim, "claim.opened");
  expect(await read()).toEqual([]);
  await scenario.publish();
  const [id] = await scenario.eventIds(claim);
  expect(await read()).toEqual([
    {
      id,
      type: "claim.opened",
      timestamp: "2026-11-22T10:00:00.000Z",
      data: { sequence: 1, claim: { id: claim, reference: claim } },
    },
  ]);
});

test("page after page the feed is whole, while more is written", async () => {
  const claim = await scenario.addClaim();
  for (let n = 0; n < 7; n += 1) await scenario.happen(claim, "payment.failed");
  await scenario.publish();
  const seen: number[] = [];
  let after: string | null = null;
  for (;;) {
    const page = await read({ after, limit: 3 });
    if (page.length === 0) break;
    seen.push(...page.map(({ data }) => Number(data["sequence"])));
    after = page.at(-1)!.id;
    if (seen.length < 9) {
      await scenario.happen(claim, "payment.paid");
      await scenario.publish();
    }
  }
  expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test("the feed can be narrowed to types, keeps 90 days and knows no other creditor", async () => {
  const { services } = scenario;
  const claim = await scenario.addClaim();
  const foreign = await scenario.addCreditor();
  const theirs = await scenario.addClaim(foreign);
  await scenario.happen(claim, "claim.opened", "payment.paid", "claim.settled");
  await scenario.happen(theirs, "claim.opened");
  await scenario.publish();
  const [first] = await scenario.eventIds(claim);
  const [alien] = await scenario.eventIds(theirs);
  expect((await read({ types: ["payment.paid", "claim.settled"] })).map(({ type }) => type)).toEqual([
    "payment.paid",
    "claim.settled",
  ]);
  expect((await read({ after: first! })).map(({ type }) => type)).toEqual(["payment.paid", "claim.settled"]);
  const unknown = { ok: false, error: { kind: "unknown_event" } };
  expect(await listEvents(services, { creditorId: scenario.creditorId, after: alien!, limit: 5 })).toEqual(unknown);
  services.clock.advance(90 * DAY);
  expect(await read()).toHaveLength(3);
  services.clock.advance(1);
  expect(await read()).toHaveLength(0);
});

test("a reader of a quiet feed goes on with the last event it has, also when that is cleared by now", async () => {
  const { services, creditorId } = scenario;
  const claim = await scenario.addClaim();
  await scenario.happen(claim, "claim.opened");
  await scenario.publish();
  const [last] = await scenario.eventIds(claim);
  services.clock.advance(91 * DAY);
  expect(await clearOldEvents(services)).toBe(1);
  expect(await read({ after: last! })).toEqual([]);
  await scenario.happen(claim, "payment.paid");
  await scenario.publish();
  expect((await read({ after: last! })).map(({ type }) => type)).toEqual(["payment.paid"]);
  const never = newId("evt", services.clock.now());
  for (const after of [never, "evt_x", ""]) expect(await listEvents(services, { creditorId, after, limit: 5 })).toEqual({ ok: false, error: { kind: "unknown_event" } }); // prettier-ignore
});
