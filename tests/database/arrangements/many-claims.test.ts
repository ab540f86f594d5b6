import { afterAll, beforeAll, expect, test } from "vitest";
import { appendArrangementEvents } from "#app/server/arrangements/arrangement-events.server.ts";
import type { ArrangementRecord } from "#app/server/arrangements/arrangement-record.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import { openScenario, type Scenario } from "./scenario.ts";

let scene: Scenario;

beforeAll(async () => {
  scene = await openScenario();
});
afterAll(() => scene.close());

test("an arrangement over more claims than a body can name tells the first hundred, and how many there are", async () => {
  const { services } = scene;
  const { prisma, pool } = services.database;
  const { claimId } = await scene.newDebt();
  const at = services.clock.now();
  const claimIds = [claimId, ...Array.from({ length: 599 }, () => newId("clm", at))];
  await pool.query(
    `insert into claim (id, creditor_id, debtor_id, reference, kind, interest_type, costs_type, payment_reference, fingerprint, created_at, updated_at)
     select one, creditor_id, debtor_id, one, kind, interest_type, costs_type, one, fingerprint, created_at, updated_at
     from claim, unnest($2::text[]) one where claim.id = $1`,
    [claimId, claimIds.slice(1)],
  );
  const schedule = Array.from({ length: 240 }, () => ({ dueOn: "2026-12-25", amount: 100_000_000n }));
  const offer = { by: "debtor", total: 24_000_000_000n, schedule, frequency: "monthly", validUntil: null };
  const arrangement = { id: newId("arr", at), version: 1, claimIds, offer } as unknown as ArrangementRecord;
  await inTransaction(services.database, (tx) =>
    appendArrangementEvents(tx, arrangement, { news: [{ type: "arrangement.accepted" }], at }),
  );
  const told = await prisma.event.findMany({ where: { type: "arrangement.accepted" } });
  expect(told).toHaveLength(600);
  const { arrangement: first } = (JSON.parse(told[0]?.body ?? "") as { data: { arrangement: Record<string, unknown> } }).data; // prettier-ignore
  expect(first).toMatchObject({ claims: claimIds.slice(0, 100), claimCount: 600, instalments: 240 });
}, 120_000);
