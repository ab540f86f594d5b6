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
 * Every rule of axe at 390 and 320 pixels, colours as AAA has it and again in the dark, targets that a thumb hits, and no line
 * wider than a narrow screen. `name` says which page it was.
 */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  await page.addScriptTag({ path: AXE });
  const faults = [
    ...(await violations(page, { width: 390, dark: false, aaa: true })),
    ...(await violations(page, { width: 390, dark: true, aaa: true })),
    ...(await violations(page, { width: 320, dark: true })),
    ...(await violations(page, { width: 320, dark: false })),
  ];
  faults.push(...(await smallTargets(page)));
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

type Look = { readonly width: number; readonly dark: boolean; readonly aaa?: boolean };

async function violations(page: Page, { width, dark, aaa = false }: Look): Promise<string[]> {
  await page.setViewportSize({ width, height: HEIGHT });
  await page.emulateMedia({ colorScheme: dark ? "dark" : "light" });
  const found = await page.evaluate(
    async ({ coloursOnly, asAaa }) => {
      const colours = ["color-contrast", ...(asAaa ? ["color-contrast-enhanced"] : [])];
      const some = coloursOnly ? { runOnly: colours } : { rules: { "color-contrast-enhanced": { enabled: asAaa } } };
      return (await window.axe.run(document, { ...some, resultTypes: ["violations"] })).violations;
    },
    { coloursOnly: dark, asAaa: aaa },
  );
  const where = `${width} pixels, ${dark ? "dark" : "light"}`;
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${where}: ${id} at ${target.join(" ")}`));
}

/** Buttons, links and fields outside a sentence that are less than 48 pixels high. */
async function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const targets = document.querySelectorAll("a, button, summary, select, textarea, input:not([type=hidden], [type=radio], [type=checkbox])"); // prettier-ignore
    return [...targets].flatMap((target) => {
      const { width, height, bottom } = target.getBoundingClientRect();
      const inText = target.closest("p, dd, td, figcaption, .sr-only") !== null;
      const small = width > 0 && bottom > 0 && height < 47.5 && !inText;
      return small ? [`${Math.round(height)} pixels high: ${target.outerHTML.slice(0, 120)}`] : [];
    });
  });
}
