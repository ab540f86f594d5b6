import { readFile } from "node:fs/promises";
import { expect, test } from "./fixtures.ts";
import { expectHeading, openClaim } from "./journey.ts";

test("a link tells nothing before its button is pressed", async ({ page, seed }) => {
  const { link, reference } = await seed.claimWithLink();
  const answer = await page.goto(link.url);
  await expectHeading(page, "Er is een bericht over een rekening");
  const html = (await answer?.text()) ?? "";
  for (const secret of ["Jansen", "Sanne", "Vries", "187,", "€", reference]) expect(html).not.toContain(secret);
  expect(await page.context().cookies()).toEqual([]);

  await page.getByRole("button", { name: "Bericht bekijken" }).click();
  await page.waitForURL("/claim");
  await expectHeading(page, "U heeft een openstaande rekening");
  await expect(page.getByRole("banner")).toContainText("Bakkerij Jansen");
});

test("every amount opens to a sum that can be done again by hand", async ({ page, seed }) => {
  await openClaim(page, await seed.claimWithLink({ noticeIsOver: true }));
  const breakdown = page.locator("section", { has: page.getByRole("heading", { name: "Zo komen we aan dit bedrag" }) });
  for (const hidden of ["Betalen uiterlijk op", "Rente per periode", "15% van"]) {
    await expect(breakdown.getByText(hidden).first()).not.toBeVisible();
  }
  for (const line of ["De rekening", "Rente omdat u later betaalt", "Incassokosten"]) {
    await breakdown.getByText(line, { exact: true }).first().click();
  }
  await expect(breakdown.getByText("Betalen uiterlijk op")).toBeVisible();
  await expect(breakdown.getByText(/^€\s187,50\s×\s4%\s×\s\d+\s÷\s365\s=\s€\s0,\d\d$/)).toBeVisible();
  await expect(breakdown.getByText("15% van € 187,50 = € 28,13")).toBeVisible();
  await expect(breakdown.getByText("De wet noemt ten minste € 40,00.")).toBeVisible();
  await expect(breakdown.getByText("De wet staat € 40,00 toe. Wij vragen € 40,00.")).toBeVisible();
  await expect(breakdown.getByText("art. 6:119 BW")).toBeVisible();
});

test("letters can be read and the invoice saved, and Back leads back", async ({ page, seed }) => {
  const claim = await seed.claimWithLink();
  await openClaim(page, claim);
  await page.getByRole("link", { name: "Alle brieven en rekeningen" }).click();
  await expectHeading(page, "Brieven en rekeningen");

  await page.getByRole("link", { name: claim.reference }).click();
  await expectHeading(page, `Rekening ${claim.reference}`);
  await expect(page.getByText("Te betalen: € 187,50")).toBeVisible();
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Open het bestand" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/\.pdf$/);
  expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe("%PDF-");
  await page.goBack();

  await page.getByRole("link", { name: "Herinnering" }).click();
  await expectHeading(page, "Herinnering");
  await expect(page.getByText("Wij hebben uw betaling nog niet gezien.")).toBeVisible();

  await page.goBack();
  await expectHeading(page, "Brieven en rekeningen");
  await page.goBack();
  await expectHeading(page, "U heeft een openstaande rekening");
  await page.goBack();
  await expectHeading(page, "Er is een bericht over een rekening");
  await page.goForward();
  await expectHeading(page, "U heeft een openstaande rekening");
});

test("the chosen language stays", async ({ page, seed }) => {
  await openClaim(page, await seed.claimWithLink());
  await page.getByRole("link", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.getByRole("link", { name: "Pay now" }).click();
  await page.waitForURL("/claim/pay");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("button", { name: "Pay with iDEAL" })).toBeVisible();
  await page.getByRole("link", { name: "Nederlands" }).click();
  await expectHeading(page, "Hoeveel wilt u nu betalen?");
});

test("several bills are listed, each with its own page, and come to one sum", async ({ page, seed }) => {
  await openClaim(page, await seed.claimWithLink({ invoice: "several-claims" }));
  await expectHeading(page, "U heeft 3 openstaande rekeningen");
  const list = page.locator("section", { has: page.getByRole("heading", { name: "Uw rekeningen" }) });
  await expect(list.getByRole("listitem")).toHaveCount(3);
  await list.getByRole("link").first().click();
  await expectHeading(page, "U heeft een openstaande rekening");
  await page.getByRole("link", { name: "Al uw rekeningen" }).click();
  await expectHeading(page, "U heeft 3 openstaande rekeningen");
});
