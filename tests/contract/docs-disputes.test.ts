import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answerDispute } from "#app/server/disputes/answer-dispute.server.ts";
import { openDispute } from "#app/server/disputes/open-dispute.server.ts";
import { withdrawDispute } from "#app/server/disputes/withdraw-dispute.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { type ArrangementApi, openArrangementApi } from "../support/arrangements.ts";

/** The commands of the page work, and its table names the fields that events have. */

const PAGE = readFileSync(new URL("../../docs/integrators/disputes.md", import.meta.url), "utf8");

let api: ArrangementApi;

beforeAll(async () => void (api = await openArrangementApi()));
afterAll(() => api.close());

async function newDispute() {
  const claimId = await api.newClaim();
  const debtor = await api.debtorOf(claimId);
  const disputeId = newId("dsp", api.services.clock.now());
  const order = { debtor, claimId, disputeId, ground: "other", scope: { kind: "whole" }, answers: {}, text: "Nee." } as const; // prettier-ignore
  expect(await openDispute(api.services, { ...order, uploadIds: [], language: "nl" })).toMatchObject({ ok: true });
  return { debtor, disputeId };
}

test("the commands do what the page says, and the events have the fields of its table", async () => {
  const { debtor, disputeId } = await newDispute();
  const commands = [...PAGE.matchAll(/curl -s "\$API(\/[^"]*)"[^\n]*?(?: \\\n {2}-d '([^']*)')?$/gm)];
  expect(commands.map(([, path]) => path)).toEqual(["/disputes?status=open", "/disputes/$DISPUTE/messages", "/disputes/$DISPUTE/resolve"]); // prettier-ignore
  for (const [, path = "", body] of commands) {
    const address = path.replace("$DISPUTE", disputeId);
    const answer = body === undefined ? await api.call("GET", address) : await api.post(address, JSON.parse(body));
    expect([answer.status < 300, answer.text], path).toEqual([true, answer.text]);
    if (!path.endsWith("/messages")) continue;
    const messageId = newId("msg", api.services.clock.now());
    await answerDispute(api.services, { debtor, disputeId, messageId, text: "Ja.", uploadIds: [] });
  }
  const other = await newDispute();
  await withdrawDispute(api.services, other);

  const rows = await api.services.database.prisma.event.findMany({ where: { type: { startsWith: "dispute." } } });
  const events = rows.map(({ type, body }) => ({
    type,
    data: (JSON.parse(body) as { data: Record<string, object> }).data,
  }));
  const table = [...PAGE.matchAll(/^\| `(dispute\.\w+)`\s*\|[^|]*\|([^|]*)\|$/gm)];
  expect(table.map(([, type]) => type).sort()).toEqual([...new Set(events.map(({ type }) => type))].sort());
  for (const [, type = "", fields = ""] of table) {
    const documented = [...fields.replaceAll(/\([^)]*\)/g, "").matchAll(/`(\w+)`/g)].map(([, field]) => field);
    const own = new Set(events.filter((event) => event.type === type).flatMap(({ data }) => Object.keys(data)));
    for (const shared of ["sequence", "claim", "dispute"]) own.delete(shared);
    expect([...own].sort(), type).toEqual(documented.sort());
  }
  const named = /Each carries `dispute` with ([^.]*)\./.exec(PAGE)?.[1] ?? "";
  const fields = [...named.matchAll(/`(\w+)`/g)].map(([, field]) => field);
  expect(Object.keys(events[0]?.data["dispute"] ?? {}).sort()).toEqual(fields.sort());
});
