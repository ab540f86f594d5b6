import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { send } from "../support/http.ts";
import { openPortal, type Portal } from "../support/portal.ts";
import { expectReceived, killAt } from "./killing.ts";

const INVOICE = fileURLToPath(new URL("../samples/own/peppol-bis-3-consumer.xml", import.meta.url));

let portal: Portal;

beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

test("a worker killed at import:row-taken-in: the invoice becomes one claim, and the import ends", async () => {
  const { app, apiKey } = portal;
  const body = await readFile(INVOICE, "utf8");
  const headers = { authorization: `Bearer ${apiKey}`, "content-type": "application/xml" };
  let path = "";
  const cause = async () => {
    const started = await send(`${app.baseUrl}/api/v1/imports`, { method: "POST", headers, body });
    expect(started.status).toBe(202);
    path = new URL(started.headers.location ?? "").pathname;
  };
  await killAt(portal, { name: "worker", point: "import:row-taken-in", cause });
  await portal.quiet();

  const ended = await portal.api("GET", path.replace("/api/v1", ""));
  expect(ended).toMatchObject({ status: "done", total: 1, failed: 0 });
  const { data } = (await portal.api("GET", "/claims")) as { data: { reference: string }[] };
  expect(data).toHaveLength(1);
  // The same worker may have been sending the event when it died.
  expectReceived(
    portal,
    { reference: data[0]?.reference ?? "" },
    { events: ["1 claim.opened"], repeats: { atMost: 1 } },
  );
  await portal.expectSound();
});
