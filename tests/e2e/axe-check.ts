import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import type axe from "axe-core";

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const HEIGHT = 844;

/**
 * Every rule of axe at 390 and 320 pixels, colours again in the dark, and no line wider than a narrow screen. `name` says
 * which page it was.
 */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  await page.addScriptTag({ path: AXE });
  const faults = [
    ...(await violations(page, { width: 390, dark: false })),
    ...(await violations(page, { width: 390, dark: true })),
    ...(await violations(page, { width: 320, dark: true })),
    ...(await violations(page, { width: 320, dark: false })),
  ];
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  if (width > 320) faults.push(`${width} pixels wide on a screen of 320`);
  await page.setViewportSize({ width: 390, height: HEIGHT });
  expect.soft(faults, name).toEqual([]);
}

/** Every rule of axe on a laptop, colours again in the dark, and no line wider than its screen. */
export async function expectAccessibleWide(page: Page, name: string): Promise<void> {
  await page.addScriptTag({ path: AXE });
  const faults = [
    ...(await violations(page, { width: 1280, dark: true })),
    ...(await violations(page, { width: 1280, dark: false })),
  ];
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  if (width > 1280) faults.push(`${width} pixels wide on a screen of 1280`);
  expect.soft(faults, name).toEqual([]);
}

async function violations(page: Page, { width, dark }: { width: number; dark: boolean }): Promise<string[]> {
  await page.setViewportSize({ width, height: HEIGHT });
  await page.emulateMedia({ colorScheme: dark ? "dark" : "light" });
  const found = await page.evaluate(async (coloursOnly) => {
    const some = coloursOnly ? { runOnly: ["color-contrast"] } : {};
    return (await window.axe.run(document, { ...some, resultTypes: ["violations"] })).violations;
  }, dark);
  const where = `${width} pixels, ${dark ? "dark" : "light"}`;
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${where}: ${id} at ${target.join(" ")}`));
}
