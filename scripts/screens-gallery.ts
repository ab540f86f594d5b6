// Renders every page of the gallery, takes its picture on a phone, light and dark, and has axe-core judge it.
// `tsx scripts/screens-gallery.ts [name part …]`; pictures and pages go to screens/.
import { readFileSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "@playwright/test";
import autoprefixer from "autoprefixer";
import tailwindcss from "tailwindcss";
import { preprocessCSS, resolveConfig } from "vite";
import type { Language } from "#app/i18n/languages.ts";
import { CASES } from "#app/ui/gallery/cases.ts";
import { type GalleryCase, languagesOf } from "#app/ui/gallery/gallery-case.ts";
import { renderCase } from "#app/ui/gallery/render-case.tsx";
import { findChromium } from "./find-chromium.ts";

type Sight = {
  readonly name: string;
  readonly width: number;
  readonly scheme: "light" | "dark";
  readonly language: Language;
  readonly height?: number;
  /** Letters twice the size that they have by themselves. */
  readonly largeText?: boolean;
};

type AxeViolation = { id: string; impact: string; help: string; nodes: { html: string; failureSummary: string }[] };

const SIGHTS: readonly Sight[] = [
  { name: "390-light", width: 390, scheme: "light", language: "nl" },
  { name: "390-dark", width: 390, scheme: "dark", language: "nl" },
  { name: "320-light", width: 320, scheme: "light", language: "nl" },
  { name: "390-en", width: 390, scheme: "light", language: "en" },
  { name: "320-de", width: 320, scheme: "light", language: "de" },
  { name: "320-uk", width: 320, scheme: "light", language: "uk" },
  { name: "320-ar", width: 320, scheme: "light", language: "ar" },
  { name: "390-ar", width: 390, scheme: "dark", language: "ar" },
  { name: "1280-light", width: 1280, scheme: "light", language: "nl" },
  { name: "320-large-text", width: 320, scheme: "light", language: "nl", largeText: true },
  { name: "844-landscape", width: 844, height: 390, scheme: "dark", language: "nl" },
];

const OUT = join(import.meta.dirname, "..", "screens");
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** From a file there is no server to say what a page may load. */
const POLICY = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src file:">`;

const wanted = process.argv.slice(2);
const cases = CASES.filter(({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)));

await mkdir(OUT, { recursive: true });
await writeFile(join(OUT, "tailwind.css"), await compileStyles());
for (const shown of cases) {
  for (const language of languagesOf(shown)) await writeFile(pageFile(shown, language), document(shown, language));
}
const executablePath = findChromium();
if (executablePath === null) throw new Error("no Chromium to look with");
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
let faults = 0;
for (const sight of SIGHTS) faults += await lookAt(browser, sight);
await browser.close();
console.log(`${cases.length} pages, ${SIGHTS.length} sights each, ${faults} faults`);
process.exitCode = faults === 0 ? 0 : 1;

async function compileStyles(): Promise<string> {
  const source = join(import.meta.dirname, "..", "app", "tailwind.css");
  const plugins = [tailwindcss("./tailwind.config.ts"), autoprefixer()];
  const config = await resolveConfig({ configFile: false, css: { postcss: { plugins } } }, "build");
  return (await preprocessCSS(await readFile(source, "utf8"), source, config)).code;
}

function document(shown: GalleryCase, language: Language): string {
  return renderCase(shown, { language, stylesheet: "tailwind.css" }).replace("<head>", `<head>${POLICY}`);
}

function pageFile(shown: GalleryCase, language: Language): string {
  return join(OUT, `${shown.name}.${language}.html`);
}

async function lookAt(opened: Browser, sight: Sight): Promise<number> {
  const context = await opened.newContext({
    viewport: { width: sight.width, height: sight.height ?? 844 },
    colorScheme: sight.scheme,
    bypassCSP: true,
  });
  const page = await context.newPage();
  let found = 0;
  for (const shown of cases.filter((one) => languagesOf(one).includes(sight.language))) {
    await page.goto(pathToFileURL(pageFile(shown, sight.language)).href);
    if (sight.largeText) await page.addStyleTag({ content: ":root { font-size: 200% }" });
    const lines = [...(await layoutFaults(page)), ...(await axeFaults(page))];
    await page.screenshot({ path: join(OUT, `${shown.name}.${sight.name}.png`), fullPage: true });
    for (const line of lines) console.log(`${shown.name} ${sight.name}: ${line}`);
    found += lines.length;
  }
  await context.close();
  return found;
}

async function axeFaults(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const violations = await page.evaluate<AxeViolation[]>(
    `axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21aa", "wcag22aa", "best-practice"] }).then((r) => r.violations)`,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ html, failureSummary }) => `${id} (${help}): ${html.slice(0, 120)} ${failureSummary.split("\n")[1] ?? ""}`,
    ),
  );
}

/** What axe does not measure: sideways scrolling, targets under 48 px high outside running text, inline styles. */
async function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const faults = [];
    const wide = document.documentElement.scrollWidth;
    if (wide > innerWidth) faults.push("scrolls sideways: " + wide + " px");
    for (const element of document.querySelectorAll("[style]")) faults.push("inline style: " + element.outerHTML.slice(0, 80));
    for (const element of document.querySelectorAll("a, button, summary, select, input:not([type=hidden]), textarea")) {
      const box = element.getBoundingClientRect();
      const skip = element.closest("p, dd, td, .sr-only") || box.width === 0 || box.bottom < 0 || /radio|checkbox/.test(element.type ?? "");
      if (!skip && box.height < 47.5) faults.push("small target (" + Math.round(box.height) + " px): " + element.outerHTML.slice(0, 80));
    }
    return faults;
  })()`);
}
