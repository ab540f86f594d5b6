import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CASES } from "#app/ui/gallery/cases.ts";
import { send } from "../support/http.ts";
import { startApp, type TestApp } from "../support/server.ts";

let app: TestApp;

beforeAll(async () => {
  app = await startApp({ worker: false });
});
afterAll(() => app.close());

const get = (address: string) => send(`${app.baseUrl}${address}`);

test("outside production one page shows every component and leads to every page", async () => {
  const page = await get("/dev/ui");
  expect(page.status).toBe(200);
  const missing = CASES.filter(({ name }) => !page.text.includes(`href="/dev/ui/${name}"`));
  expect(missing).toEqual([]);

  const overview = await get("/dev/ui/overview-open?lang=en");
  expect(overview.status).toBe(200);
  expect(overview.text).toContain('<html lang="en"');
  expect(overview.text).toContain("Bakkerij Jansen");
  expect((await get("/dev/ui/none")).status).toBe(404);
  expect((await get("/dev/outbox")).status).toBe(200);
});

test("in production none of it is there", async () => {
  await app.stop("web");
  await app.start("web", {
    NODE_ENV: "production",
    APP_KEYS: (await readFile(path.join(app.dataDir, "app-keys"), "utf8")).trim(),
    SMTP_URL: "smtp://localhost:2525",
    MAIL_FROM: "Voldaan <portal@example.org>",
    ALLOW_UNSAFE_TARGETS: "1",
  });
  const pages = await Promise.all(["/dev/ui", "/dev/ui/overview-open", "/dev/outbox"].map(get));
  expect(pages.map(({ status }) => status)).toEqual([404, 404, 404]);
  expect(pages.filter(({ text }) => text.includes("Bakkerij Jansen"))).toEqual([]);
});
