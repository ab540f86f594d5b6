import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { choose, expectHeading } from "./journey.ts";

// Nothing on our own pages is clicked or tapped here.
test.use({ isMobile: false, hasTouch: false });

const MOST_STOPS = 100;

/** Why the place of the keyboard cannot be seen; null where it can. */
function focusFault(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const at = document.activeElement;
    if (at === null || at === document.body) return "nothing has the focus";
    const name = at.outerHTML.slice(0, 120);
    const { width, height, top, bottom, left, right } = at.getBoundingClientRect();
    const { outlineStyle, outlineWidth } = getComputedStyle(at);
    if (width < 1 || height < 1) return `no size: ${name}`;
    if (bottom <= 0 || top >= innerHeight || right <= 0 || left >= innerWidth) return `outside the screen: ${name}`;
    return outlineStyle === "none" || parseFloat(outlineWidth) < 2 ? `not marked: ${name}` : null;
  });
}

const hasFocus = (target: Locator): Promise<boolean> => target.evaluate((element) => element === document.activeElement); // prettier-ignore

async function press(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  expect(await focusFault(page)).toBeNull();
}

async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await hasFocus(target)) return;
    await press(page, "Tab");
  }
  throw new Error("the keyboard does not come there");
}

async function follow(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, page.getByRole("link", { name }).first());
  await page.keyboard.press("Enter");
}

async function send(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, page.getByRole("button", { name }));
  await page.keyboard.press("Enter");
}

/** To the question by Tab, to the answer by the arrows. */
async function answer(page: Page, name: string | RegExp): Promise<void> {
  const wanted = page.getByRole("radio", { name }).first();
  const group = await wanted.getAttribute("name");
  const inGroup = () => page.evaluate((of) => document.activeElement?.getAttribute("name") === of, group);
  for (let stop = 0; stop < MOST_STOPS && !(await inGroup()); stop += 1) await press(page, "Tab");
  for (let stop = 0; stop < MOST_STOPS && !(await hasFocus(wanted)); stop += 1) await press(page, "ArrowDown");
  if (!(await wanted.isChecked())) await press(page, "Space");
  await expect(wanted).toBeChecked();
}

async function type(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, page.getByLabel(label));
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(text);
}

async function openByKeyboard(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await send(page, "Bericht bekijken");
  await page.waitForURL("/claim");
}

async function goOn(page: Page, heading: string): Promise<void> {
  await send(page, /^Ga verder$/);
  await expectHeading(page, heading);
}

test("paying with the keyboard alone, past the header, through an error", async ({ page, seed }) => {
  await openByKeyboard(page, (await seed.claimWithLink()).link.url);
  await press(page, "Tab");
  await expect(page.getByRole("link", { name: "Naar de inhoud" })).toBeFocused();
  await press(page, "Enter");
  await expect(page.locator("main")).toBeFocused();
  await press(page, "Tab");
  expect(await page.evaluate(() => document.activeElement?.closest("main") !== null)).toBe(true);

  await follow(page, "Nu betalen");
  await expectHeading(page, "Hoeveel wilt u nu betalen?");
  await answer(page, "Een deel");
  await type(page, "Welk bedrag?", "veel");
  await send(page, /^Betaal met iDEAL/);
  await expect(page.getByRole("alert").filter({ hasText: "Dit klopt nog niet" })).toBeFocused();
  expect(await focusFault(page)).toBeNull();
  await follow(page, "Vul een bedrag in zoals 25 of 25,50.");
  await expect(page.getByLabel("Welk bedrag?")).toBeFocused();
  await type(page, "Welk bedrag?", "50");
  await page.keyboard.press("Enter");
  await expectHeading(page, "U gaat naar uw bank");
  await follow(page, "Ga door naar uw bank");
  await choose(page, "paid");
  await expectHeading(page, "Uw betaling is gelukt");
  await follow(page, "Naar uw overzicht");
  await expectHeading(page, "U heeft een deel van uw rekening betaald");
});

test("an arrangement is proposed with the keyboard alone", async ({ page, seed }) => {
  await openByKeyboard(page, (await seed.claimWithLink()).link.url);
  await follow(page, "Ik kan niet alles in één keer betalen");
  await send(page, "Begin");
  await expectHeading(page, "Kunt u nu al een deel betalen?");
  await send(page, /^Ga verder$/);
  await expect(page.getByRole("alert").filter({ hasText: "Dit klopt nog niet" })).toBeFocused();
  await answer(page, "Nee, nu niet");
  await goOn(page, "Hoeveel kunt u per maand missen?");
  await type(page, "Bedrag per maand", "32");
  await goOn(page, "Op welke dag wilt u betalen?");
  await answer(page, "Elke maand op de 25e");
  await goOn(page, "Welke regeling past bij u?");
  await answer(page, /^6 × €\s31,/);
  await goOn(page, "Wilt u vertellen waarom?");
  await send(page, "Sla deze vraag over");
  await expectHeading(page, "Klopt uw regeling?");
  await send(page, "Start mijn regeling");
  await expect(page.getByText("Uw regeling is begonnen.")).toBeVisible();
});

test("a dispute is filed with the keyboard alone", async ({ page, seed }) => {
  await openByKeyboard(page, (await seed.claimWithLink()).link.url);
  await follow(page, "Ik ben het er niet mee eens");
  await expectHeading(page, "Wat klopt er niet?");
  await answer(page, "Ik heb dit niet besteld of afgesproken");
  await goOn(page, "Met welk deel bent u het niet eens?");
  await goOn(page, "Wat is er gebeurd?");
  await type(page, "Uw verhaal", "Ik ken dit bedrijf niet.");
  await goOn(page, "Bestanden toevoegen");
  await follow(page, "Ga verder zonder bestanden");
  await expectHeading(page, "Klopt dit zo?");
  await send(page, /^Stuur naar /);
  await expectHeading(page, "Uw bezwaar wordt bekeken");
});
