import { expect, type Page } from "@playwright/test";
import type { SeededClaim } from "./seed.ts";

const GOES_ON_BY_ITSELF_AFTER_MS = 3_000;
const BANK = /\/checkout\/tr_/;

/** From the link to the overview. */
export async function openClaim(page: Page, { link }: SeededClaim): Promise<void> {
  await page.goto(link.url);
  await page.getByRole("button", { name: "Bericht bekijken" }).click();
  await page.waitForURL("/claim");
}

/** Presses the button under the payment form and waits for the bank's page. */
export async function goToBank(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Betaal met iDEAL" }).click();
  await expectHeading(page, "U gaat naar uw bank");
  // Whoever is slower than the page is taken along by it.
  const press = page.getByRole("link", { name: "Ga door naar uw bank" }).click({ timeout: GOES_ON_BY_ITSELF_AFTER_MS });
  await Promise.all([page.waitForURL(BANK), press.catch(() => undefined)]);
}

/** At the bank: how the payment ends. */
export async function choose(page: Page, outcome: "paid" | "failed" | "canceled" | "expired"): Promise<void> {
  await page.waitForURL(BANK);
  await page.locator(`button[value=${outcome}]`).click();
  await page.waitForURL("/return/*");
}

export async function expectHeading(page: Page, text: string | RegExp): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(text);
}

/** Opens every line of the sum. */
export async function openDetails(page: Page): Promise<void> {
  for (const summary of await page.locator("main details > summary").all()) await summary.click();
}
