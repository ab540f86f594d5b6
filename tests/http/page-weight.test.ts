import { afterAll, beforeAll, expect, test } from "vitest";
import { request } from "node:http";
import { brotliDecompressSync } from "node:zlib";
import type { DebtorBrowser } from "../support/debtor-browser.ts";
import { send } from "../support/http.ts";
import { openPortal, type Portal, type PortalClaim } from "../support/portal.ts";

const FIRST_VISIT_BYTES = 30_000;
const SCRIPT_BYTES = 90_000;

let portal: Portal;
let claim: PortalClaim;
let debtor: DebtorBrowser;

beforeAll(async () => {
  portal = await openPortal();
  claim = await portal.newClaim();
  debtor = await portal.enter(claim);
});
afterAll(() => portal.close());

type Loaded = { readonly bytes: number; readonly text: string; readonly encoding: string };

/** What goes over the line for an address, as a browser asks for it. */
function load(path: string): Promise<Loaded> {
  const { hostname, port } = new URL(portal.app.baseUrl);
  const headers = { "accept-encoding": "gzip, deflate, br", cookie: debtor.cookie };
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, agent: false, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => {
        const body = Buffer.concat(chunks);
        const encoding = answer.headers["content-encoding"] ?? "";
        if (answer.statusCode !== 200) reject(new Error(`${path}: ${answer.statusCode}`));
        resolve({ bytes: body.byteLength, encoding, text: (encoding === "br" ? brotliDecompressSync(body) : body).toString() });
      });
    }); // prettier-ignore
    asked.on("error", reject);
    asked.end();
  });
}

/** What a page has a browser fetch: links that are not for people, pictures, scripts with the modules that they name. */
async function fetchedBy(html: string): Promise<{ files: string[]; scripts: string[] }> {
  const links = [...html.matchAll(/<link [^>]*href="([^"]+)"/g)].map(([, href]) => href ?? "");
  const pictures = [...html.matchAll(/<img [^>]*src="([^"]+)"/g)].flatMap(([, src = ""]) => (src.startsWith("data:") ? [] : src)); // prettier-ignore
  const scripts = [...html.matchAll(/<script [^>]*src="([^"]+)"/g)].map(([, src]) => src ?? "");
  for (const script of scripts) {
    const { text } = await load(script);
    for (const [, name = ""] of text.matchAll(/^import [^;]*"\.\/([^"]+)"/gm)) {
      if (!scripts.includes(`/scripts/${name}`)) scripts.push(`/scripts/${name}`);
    }
  }
  return { files: [...links, ...pictures], scripts };
}

const total = (loaded: readonly Loaded[]): number => loaded.reduce((sum, { bytes }) => sum + bytes, 0);

test.each(["landing", "overview"])("a first visit to the %s takes at most 30 kB, and no script", async (name) => {
  const page = await load(name === "landing" ? new URL(claim.link.url).pathname : "/claim");
  const { files, scripts } = await fetchedBy(page.text);
  expect(scripts).toEqual([]);
  expect(files).toContain("/favicon.svg");
  expect(total([page, ...(await Promise.all(files.map(load)))])).toBeLessThanOrEqual(FIRST_VISIT_BYTES);
});

const WITH_SCRIPT = [
  { path: "/claim/pay", script: "/scripts/total.js" },
  { path: "/claim/pay/transfer", script: "/scripts/copy.js" },
  { path: "/claim/dispute/evidence", script: "/scripts/connection.js" },
  { path: "/claim/details/change", script: "/scripts/checks.js" },
  { path: "/real", script: "/scripts/checks.js" },
];

test.each(WITH_SCRIPT)("the scripts of $path take at most 90 kB", async ({ path, script }) => {
  const { scripts } = await fetchedBy((await load(path)).text);
  expect(scripts).toContain(script);
  expect(total(await Promise.all(scripts.map(load)))).toBeLessThanOrEqual(SCRIPT_BYTES);
});

const PAGES = ["/", "/c", "/help", "/real", "/accessibility", "/claim", "/claim/letters", "/claim/pay", "/claim/pay/transfer", "/claim/arrangement", "/claim/dispute", "/claim/details"]; // prettier-ignore

test("no page asks another site for anything, or for a font", async () => {
  for (const path of PAGES) {
    const { text } = await load(path);
    const { files, scripts } = await fetchedBy(text);
    expect([...files, ...scripts].filter((address) => !/^\/(?!\/)/.test(address))).toEqual([]);
    expect(text).not.toMatch(/\.woff|preconnect|dns-prefetch/);
  }
  const stylesheet = /<link rel="stylesheet" href="([^"]+)"/.exec((await load("/")).text)?.[1] ?? "";
  expect((await load(stylesheet)).text).not.toMatch(/@font-face|@import|url\(/);
});

test("files come compressed as the browser can read them, and are asked for again only when they changed", async () => {
  const home = await send(`${portal.app.baseUrl}/`);
  const stylesheet = /<link rel="stylesheet" href="([^"]+)"/.exec(home.text)?.[1] ?? "";
  for (const path of [stylesheet, "/scripts/copy.js", "/manifest.webmanifest"]) {
    const encodings = ["gzip, deflate, br", "gzip", "identity"].map(async (accepted) => {
      const answer = await send(`${portal.app.baseUrl}${path}`, { headers: { "accept-encoding": accepted } });
      return answer.headers["content-encoding"];
    });
    expect(await Promise.all(encodings)).toEqual(["br", "gzip", undefined]);
    const first = await send(`${portal.app.baseUrl}${path}`);
    const again = await send(`${portal.app.baseUrl}${path}`, { headers: { "if-none-match": String(first.headers.etag) } }); // prettier-ignore
    expect([again.status, again.text]).toEqual([304, ""]);
  }
});

test("what is put on the home screen starts where a code is typed, and names nobody", async () => {
  const manifest = JSON.parse((await load("/manifest.webmanifest")).text) as {
    start_url: string;
    icons: { src: string; sizes: string }[];
  };
  expect(manifest.start_url).toBe("/c");
  expect(JSON.stringify(manifest)).not.toContain("claim");
  for (const { src } of manifest.icons) expect((await load(src)).bytes).toBeGreaterThan(500);
});

test("what is wrong in a form has the focus on the page that says so", async () => {
  const refused = await debtor.post("/claim/pay", { paymentId: await debtor.openPayForm(), act: "pay", amount: "part", part: "veel" }); // prettier-ignore
  expect(refused.status).toBe(422);
  expect(refused.text).toMatch(/<div role="alert"[^>]* tabindex="-1" autofocus=""/);
});
