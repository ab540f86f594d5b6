import { type BrowserContext, expect, test as base } from "@playwright/test";
import { startApp, type TestApp } from "../support/server.ts";
import { openSeed, type Seed } from "./seed.ts";

type WorkerFixtures = { readonly app: TestApp; readonly seed: Seed };

/** Journeys through the production build: one application for each worker, one creditor for each claim. */
export const test = base.extend<{ context: BrowserContext }, WorkerFixtures>({
  app: [
    async ({}, use) => {
      const app = await startApp();
      await use(app);
      await app.close();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  seed: [
    async ({ app }, use) => {
      const seed = await openSeed(app);
      await use(seed);
      await seed.close();
    },
    { scope: "worker", timeout: 60_000 },
  ],
  baseURL: ({ app }, use) => use(app.baseUrl),
  context: async ({ context }, use) => {
    const faults = collectFaults(context);
    await use(context);
    expect(faults).toEqual([]);
  },
});

export { expect };

const STATUS_OF_A_PAGE = /^Failed to load resource: the server responded with a status of 4\d\d/;

/** What a browser complains about: refused by the content security policy, missing files, errors of scripts. */
export function collectFaults(context: BrowserContext): string[] {
  const faults: string[] = [];
  context.on("weberror", (error) => faults.push(String(error.error())));
  context.on("console", (message) => {
    if (["error", "warning"].includes(message.type()) && !STATUS_OF_A_PAGE.test(message.text()))
      faults.push(message.text());
  });
  context.on("response", (response) => {
    if (response.status() >= 400 && response.request().resourceType() !== "document")
      faults.push(`${response.status()} ${response.url()}`);
  });
  return faults;
}
