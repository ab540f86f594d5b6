import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { send } from "../support/http.ts";
import { csvOf } from "../support/import-files.ts";
import { openPortal, type Portal } from "../support/portal.ts";
import { expectReceived, killAt } from "./killing.ts";

const INVOICE = fileURLToPath(new URL("../samples/own/peppol-bis-3-consumer.xml", import.meta.url));

let portal: Portal;

beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

/** Hands a file in and answers the path of its import. */
async function handIn(contentType: string, body: string): Promise<string> {
  const { app, apiKey } = portal;
  const headers = { authorization: `Bearer ${apiKey}`, "content-type": contentType };
  const started = await send(`${app.baseUrl}/api/v1/imports`, { method: "POST", headers, body });
  expect(started.status).toBe(202);
  return new URL(started.headers.location ?? "").pathname.replace("/api/v1", "");
}

test("a worker killed at import:row-taken-in: the invoice becomes one claim with its document, and the import ends", async () => {
  let path = "";
  const cause = async () => void (path = await handIn("application/xml", await readFile(INVOICE, "utf8")));
  await killAt(portal, { name: "worker", point: "import:row-taken-in", cause });
  await portal.quiet();

  expect(await portal.api("GET", path)).toMatchObject({ status: "done", total: 1, created: 1, failed: 0 });
  const { data } = (await portal.api("GET", "/claims")) as { data: { id: string; reference: string }[] };
  expect(data).toHaveLength(1);
  const [claim = { id: "", reference: "" }] = data;
  expect(await portal.app.database.db.prisma.document.count({ where: { claimId: claim.id } })).toBe(1);
  // The same worker may have been sending the event when it died.
  expectReceived(portal, claim, { events: ["1 claim.opened"], repeats: { atMost: 1 } });
  await portal.expectSound();
});

test("a worker killed at import:in-batch: no claim of the table is there twice, none is lost, and the counts are right", async () => {
  const { prisma } = portal.app.database.db;
  const where = { reference: { startsWith: "table-" } };
  let path = "";
  const cause = async () => void (path = await handIn("text/csv", csvOf("table", 300)));
  const meanwhile = async () => expect(await prisma.claim.count({ where })).toBe(0);
  await killAt(portal, { name: "worker", point: "import:in-batch", cause, meanwhile });
  await portal.quiet();

  expect(await portal.api("GET", path)).toMatchObject({
    status: "done",
    total: 300,
    processed: 300,
    created: 300,
    unchanged: 0,
  });
  expect(await prisma.claim.count({ where })).toBe(300);
  expect(await prisma.event.count({ where: { claim: where } })).toBe(300);
  await portal.expectSound();
});

test("a worker killed between two batches goes on with the second", async () => {
  const { prisma } = portal.app.database.db;
  const where = { reference: { startsWith: "two-" } };
  let path = "";
  const cause = async () => void (path = await handIn("text/csv", csvOf("two", 300)));
  const meanwhile = async () => {
    expect(await portal.api("GET", path)).toMatchObject({
      status: "running",
      total: 300,
      processed: 250,
      created: 250,
    });
  };
  await killAt(portal, { name: "worker", point: "import:row-taken-in", cause, meanwhile });
  await portal.quiet();

  expect(await portal.api("GET", path)).toMatchObject({
    status: "done",
    total: 300,
    processed: 300,
    created: 300,
    unchanged: 0,
  });
  expect(await prisma.claim.count({ where })).toBe(300);
  await portal.expectSound();
});
