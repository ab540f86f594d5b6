import { chromium } from "@playwright/test";
import lighthouse, { type Result } from "lighthouse";
import { findChromium } from "../../scripts/find-chromium.ts";
import { freePort } from "../support/server.ts";

type Visit = { readonly name: string; readonly url: string; readonly cookie?: string };

const CATEGORIES = ["performance", "accessibility", "best-practices"] as const;

/** One look in three is often slowed by something else that the machine does. */
const LOOKS = 3;

/**
 * Prints what Lighthouse gives each page on a slow phone on a slow network, the middle one of three looks, and what it
 * would have better.
 */
export async function lighthouseScores(visits: readonly Visit[]): Promise<void> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error("no Chromium to look with");
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", `--remote-debugging-port=${port}`],
  });
  console.log(`\nLighthouse (mobile, slow 4G, processor four times slower; the middle one of ${LOOKS} looks)`);
  try {
    // A browser that has just started is slow with whatever page comes first.
    for (const visit of visits.slice(0, 1)) await looksAt(visit, port);
    for (const visit of visits) await judge(visit, port);
  } finally {
    await browser.close();
  }
}

async function judge(visit: Visit, port: number): Promise<void> {
  const looks = await looksAt(visit, port);
  looks.sort((one, other) => scoreOf(one, "performance") - scoreOf(other, "performance"));
  const middle = looks[(LOOKS - 1) / 2];
  if (middle === undefined) throw new Error(`Lighthouse has no answer for ${visit.name}`);
  const scores = CATEGORIES.map((category) => `${category} ${scoreOf(middle, category)}`).join(", ");
  const audit = (id: string) => middle.audits[id]?.displayValue ?? "unknown";
  console.log(`  ${visit.name.padEnd(14)}${scores}`);
  console.log(`                largest paint ${audit("largest-contentful-paint")}, blocked ${audit("total-blocking-time")}, layout shift ${audit("cumulative-layout-shift")}`); // prettier-ignore
  for (const title of lowAudits(middle)) console.log(`                lower: ${title}`);
}

async function looksAt(visit: Visit, port: number): Promise<Result[]> {
  const looks: Result[] = [];
  for (let number = 1; number <= LOOKS; number += 1) looks.push(await look(visit, port));
  return looks;
}

async function look({ name, url, cookie }: Visit, port: number): Promise<Result> {
  const result = await lighthouse(url, {
    port,
    logLevel: "error",
    onlyCategories: [...CATEGORIES],
    extraHeaders: { "Accept-Language": "nl", ...(cookie === undefined ? {} : { Cookie: cookie }) },
  });
  if (result === undefined) throw new Error(`Lighthouse has no answer for ${name}`);
  const shown = result.lhr.finalDisplayedUrl;
  if (shown !== url) throw new Error(`${name}: Lighthouse looked at ${shown}`);
  return result.lhr;
}

function scoreOf(result: Result, category: (typeof CATEGORIES)[number]): number {
  return Math.round((result.categories[category]?.score ?? 0) * 100);
}

function lowAudits({ categories, audits }: Result): string[] {
  return CATEGORIES.flatMap((category) => categories[category]?.auditRefs ?? [])
    .filter(({ weight }) => weight > 0)
    .flatMap(({ id }) => audits[id] ?? [])
    .filter(({ score }) => score !== null && score < 0.9)
    .map(({ title }) => title);
}
