import { fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { hashSecret } from "#app/server/platform/crypto/secret-hash.server.ts";
import { OVERVIEW_QUERY } from "#app/server/overview/load-overview.server.ts";
import { openAsDebtor } from "../../demo/debtor-client.ts";
import { setup as startDatabase } from "../support/global-setup.ts";
import { startApp } from "../support/server.ts";
import { deliveries } from "./deliveries.ts";
import { imports } from "./imports.ts";
import { lighthouseScores } from "./lighthouse.ts";
import { lists } from "./lists.ts";
import { pagesPerSecond, quantile } from "./load.ts";
import { statements } from "./statements.ts";

/**
 * Prints what the portal reaches beside a bare server, in one run on one machine. Ratios travel, numbers do not.
 * `npm run bench -- pages lighthouse` runs those alone.
 */

const CLAIMS = 50;
const PAYMENTS = 40;
const LOAD = { connections: 8, seconds: 8 };
const NAMES = ["statements", "pages", "money", "firstVisit", "lighthouse", "deliveries", "imports", "lists"] as const;

const named = process.argv.slice(2);
const unknown = named.filter((name) => !NAMES.some((known) => known === name));
if (unknown.length > 0) throw new Error(`no bench named ${unknown.join(", ")}; there are ${NAMES.join(", ")}`);

if (wanted("statements")) statements();
const stopDatabase = await startDatabase();
const app = await startApp();
try {
  const { id: creditor } = (await app.admin("creditor:create", "--name", "Bakkerij Jansen", "--iban", "NL13TEST0123456789")) as { id: string }; // prettier-ignore
  const { key } = (await app.admin("api-key:create", "--creditor", creditor)) as { key: string };
  const links: string[] = [];
  for (let number = 1; number <= CLAIMS + 1 + PAYMENTS; number += 1) links.push(await claimWithLink(key, number));

  if (wanted("pages")) await pages(links.slice(0, CLAIMS));
  if (wanted("money")) await money(key, links.slice(CLAIMS));
  if (wanted("firstVisit")) await firstVisit(links[0] ?? "");
  if (wanted("lighthouse")) await lighthouse(links[0] ?? "");
  if (wanted("deliveries")) await deliveries();
  if (wanted("imports")) await imports();
  if (wanted("lists")) await lists();
} finally {
  await app.close();
  await stopDatabase();
}

function wanted(name: (typeof NAMES)[number]): boolean {
  return named.length === 0 || named.includes(name);
}

async function pages(claimLinks: readonly string[]): Promise<void> {
  const visits = [];
  for (const link of claimLinks) {
    const cookie = await open(link);
    const html = await (await fetch(`${app.baseUrl}/claim`, { headers: { cookie } })).text();
    const token = /__Host-voldaan=([\w-]+)\./.exec(cookie)?.[1] ?? "";
    visits.push({ cookie, html, tokenHash: hashSecret(token) });
  }
  const bare = fork(new URL("./bare-server.mjs", import.meta.url), {
    env: { ...process.env, DATABASE_URL: app.database.url },
  });
  const [{ port }] = (await once(bare, "message")) as [{ port: number }];
  await fetch(`http://127.0.0.1:${port}/`, { method: "POST", body: JSON.stringify({ query: OVERVIEW_QUERY, pages: visits }) }); // prettier-ignore

  const cookies = visits.map((visit) => visit.cookie);
  const ours = { url: `${app.baseUrl}/claim`, cookies, ...LOAD };
  const theirs = { url: `http://127.0.0.1:${port}/`, cookies, ...LOAD };
  await pagesPerSecond({ ...ours, seconds: 3 });
  await pagesPerSecond({ ...theirs, seconds: 1 });
  const portal = await pagesPerSecond(ours);
  const server = await pagesPerSecond(theirs);
  bare.kill();
  console.log("\nOverview pages (one web process)");
  console.log(`  portal        ${portal.perSecond.toFixed(0)} pages/s, median ${portal.median.toFixed(1)} ms, p99 ${portal.p99.toFixed(1)} ms, ${portal.failures} failures`); // prettier-ignore
  console.log(`  bare server   ${server.perSecond.toFixed(0)} pages/s, median ${server.median.toFixed(1)} ms, p99 ${server.p99.toFixed(1)} ms, ${server.failures} failures`); // prettier-ignore
  console.log(`  ratio         ${(portal.perSecond / server.perSecond).toFixed(2)}`);
}

async function money(key: string, claimLinks: readonly string[]): Promise<void> {
  const endpoint = (await api(key, "POST", "/webhook-endpoints", { url: `${app.receiver.url}/bench`, events: ["payment.paid"] })) as { secret: string }; // prettier-ignore
  app.receiver.trust([endpoint.secret]);
  const toBooked: number[] = [];
  const toDelivered: number[] = [];
  for (const link of claimLinks) {
    const providerId = await (await openAsDebtor(link)).startPayment();
    const before = app.receiver.received.length;
    const notified = Date.now();
    app.simulator.control.setStatus({ paymentId: providerId, status: "paid" });
    while (app.receiver.received.length === before) await pause(1);
    const delivered = app.receiver.received.at(-1)?.receivedAt.getTime() ?? NaN;
    const { rows } = await app.database.db.pool.query<{ at: Date }>("select booked_at as at from ledger_entry where fact_key = $1", [`${providerId}:paid`]); // prettier-ignore
    const booked = rows[0]?.at.getTime() ?? NaN;
    toBooked.push(booked - notified);
    toDelivered.push(delivered - booked);
  }
  const both = toBooked.map((time, index) => time + (toDelivered[index] ?? NaN));
  // The first one pays for compiling queries and opening connections, once in the life of a worker.
  const first = both[0] ?? NaN;
  for (const times of [toBooked, toDelivered, both]) times.shift();
  const line = (title: string, times: readonly number[]) => console.log(`  ${title.padEnd(24)}median ${quantile(times, 0.5).toFixed(0)} ms, p99 ${quantile(times, 0.99).toFixed(0)} ms`); // prettier-ignore
  console.log(`\nA paid payment (${both.length} one after another, after a first of ${first.toFixed(0)} ms)`);
  line("notice to booked", toBooked);
  line("booked to delivered", toDelivered);
  line("notice to delivered", both);
}

async function firstVisit(link: string): Promise<void> {
  const cookie = await open(link);
  const css = /href="(\/assets\/[^"]+\.css)"/.exec(await (await fetch(link)).text())?.[1] ?? "";
  const style = await bytes(`${app.baseUrl}${css}`, "");
  console.log("\nFirst visit, compressed (HTML + CSS + JavaScript)");
  for (const [name, url] of [
    ["landing", link],
    ["overview", `${app.baseUrl}/claim`],
    ["pay", `${app.baseUrl}/claim/pay`],
  ] as const) {
    // prettier-ignore
    const html = await bytes(url, cookie);
    const scripts = (await (await fetch(url, { headers: { cookie } })).text()).match(/<script/g)?.length ?? 0;
    console.log(`  ${name.padEnd(10)}${((html + style) / 1_000).toFixed(1)} kB = ${(html / 1_000).toFixed(1)} + ${(style / 1_000).toFixed(1)} + ${scripts} scripts`); // prettier-ignore
  }
}

async function lighthouse(link: string): Promise<void> {
  const cookie = await open(link);
  await lighthouseScores([
    { name: "landing", url: link },
    { name: "overview", url: `${app.baseUrl}/claim`, cookie },
    { name: "pay", url: `${app.baseUrl}/claim/pay`, cookie },
    { name: "arrangement", url: `${app.baseUrl}/claim/arrangement`, cookie },
  ]);
}

async function bytes(url: string, cookie: string): Promise<number> {
  const answer = await fetch(url, { headers: { cookie, "accept-encoding": "br" } });
  return Number(answer.headers.get("content-length"));
}

async function open(link: string): Promise<string> {
  const opened = await fetch(link, { method: "POST", body: new URLSearchParams(), redirect: "manual" });
  return opened.headers.getSetCookie().map((line) => line.split(";")[0]).join("; "); // prettier-ignore
}

async function claimWithLink(key: string, number: number): Promise<string> {
  const claim = (await api(key, "POST", "/claims", {
    reference: `B-${number}`,
    kind: "consumer",
    description: "Bestelling voor uw feest",
    debtor: { reference: `D-${number}`, type: "person", name: "Sanne de Vries", email: "sanne@example.org" },
    invoices: [{ number: `F-${number}`, issuedOn: "2026-04-30", dueOn: "2026-05-30", amount: { currency: "EUR", value: "120.00" } }], // prettier-ignore
    interest: { type: "statutory" },
    collectionCosts: { type: "statutory", noticeDeliveredOn: "2026-06-20" },
  })) as { id: string };
  const link = (await api(key, "POST", `/claims/${claim.id}/links`, { channel: "none" })) as { url: string };
  return link.url;
}

async function api(key: string, method: string, path: string, body: unknown): Promise<unknown> {
  const answer = await fetch(`${app.baseUrl}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}
