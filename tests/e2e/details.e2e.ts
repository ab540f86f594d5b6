import type { Page } from "@playwright/test";
import type { TestApp } from "../support/server.ts";
import { expectAccessible } from "./axe-check.ts";
import { expect, test } from "./fixtures.ts";
import { expectHeading, openClaim } from "./journey.ts";
import type { SeededClaim } from "./seed.ts";

async function openDetailsOf(page: Page, claim: SeededClaim): Promise<void> {
  await openClaim(page, claim);
  await page.getByRole("link", { name: "Mijn gegevens" }).click();
  await expectHeading(page, "Mijn gegevens");
}

/** The address in the mail that asks whether details may change. */
async function confirmAddress({ database }: TestApp, { claimId }: SeededClaim): Promise<string> {
  const mail = await database.db.prisma.outgoingMail.findFirstOrThrow({ where: { claimId, kind: "details_change_confirm" } }); // prettier-ignore
  return /\/claim\/details\/confirm\/\S+/.exec(mail.text)?.[0] ?? "";
}

const debtorOf = async ({ database }: TestApp, { claimId }: SeededClaim) =>
  (await database.db.prisma.claim.findUniqueOrThrow({ where: { id: claimId }, include: { debtor: true } })).debtor;

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });

    test("an address changes once the old mail address agrees", async ({ page, app, seed }) => {
      const claim = await seed.claimWithLink();
      await openDetailsOf(page, claim);
      await page.getByRole("link", { name: "Wijzig adres, e-mail of telefoon" }).click();
      await page.getByLabel("E-mailadres").fill("niet af");
      await page.getByRole("button", { name: "Verstuur de wijziging" }).click();
      await expect(page.getByRole("alert")).toContainText("Typ een heel e-mailadres");
      await expect(page.getByLabel("E-mailadres")).toHaveValue("niet af");
      await page.getByLabel("E-mailadres").fill("nieuw@example.org");
      await page.getByRole("button", { name: "Verstuur de wijziging" }).click();
      await expect(page.getByRole("status")).toContainText("Kijk in uw e-mail.");
      const before = await debtorOf(app, claim);
      expect(before.email).not.toBe("nieuw@example.org");

      const address = await confirmAddress(app, claim);
      await page.context().clearCookies();
      await page.goto(address);
      await expectHeading(page, "Wilt u deze wijziging?");
      expect(await page.content()).not.toMatch(new RegExp(`nieuw@|${before.name}`));
      await page.getByRole("button", { name: "Verstuur mijn antwoord" }).click();
      await expect(page.getByRole("alert")).toContainText("Kies ja of nee.");
      await page.getByRole("radio", { name: "Ja, wijzig dit" }).check();
      await page.getByRole("button", { name: "Verstuur mijn antwoord" }).click();
      await expectHeading(page, "De wijziging is klaar");
      expect((await debtorOf(app, claim)).email).toBe("nieuw@example.org");
      await page.goto(address);
      await expectHeading(page, "Deze link werkt niet meer");
      await expect.poll(() => seed.webhooksOf(claim)).toContain("debtor.details_changed");
    });

    test("language and channel hold at once, and another session is ended", async ({ page, app, seed, browser }) => {
      const claim = await seed.claimWithLink();
      const elsewhere = await browser.newContext({ baseURL: app.baseUrl, javaScriptEnabled });
      const other = await elsewhere.newPage();
      await openClaim(other, claim);
      await openDetailsOf(page, claim);
      await page.getByRole("radio", { name: "Per e-mail" }).check();
      await page.getByRole("button", { name: "Bewaar de keuze" }).click();
      await expect(page.getByRole("status")).toContainText("ziet hoe u bericht wilt krijgen.");
      await expect(page.getByRole("radio", { name: "Per e-mail" })).toBeChecked();
      await page.getByRole("button", { name: "Sluit deze", exact: true }).click();
      await expect(page.getByRole("status")).toContainText("Gesloten.");
      await other.goto("/claim");
      await expectHeading(other, "Open uw link opnieuw");
      await elsewhere.close();
      await page.getByRole("radio", { name: "English" }).check();
      await page.getByRole("button", { name: "Bewaar de taal" }).click();
      await expectHeading(page, "My details");
      expect(await debtorOf(app, claim)).toMatchObject({ language: "en", channel: "email" });
    });

    test("own data is downloaded, erasure answered at once, and the way out is quick", async ({ page, seed }) => {
      const claim = await seed.claimWithLink();
      await openDetailsOf(page, claim);
      const downloading = page.waitForEvent("download");
      await page.getByRole("link", { name: "Download mijn gegevens" }).click();
      expect((await downloading).suggestedFilename()).toBe("mijn-gegevens.json");
      await page.getByRole("link", { name: "Vraag om uw gegevens te wissen" }).click();
      await page.getByRole("button", { name: "Vraag om te wissen" }).click();
      await expectHeading(page, "Ons antwoord op uw vraag");
      await expect(page.getByText("Wissen kan nu nog niet.")).toBeVisible();

      await page.route("https://www.weer.nl/**", (route) => route.fulfill({ contentType: "text/html", body: "Weer" }));
      await page.goto("/claim");
      await page.getByRole("button", { name: "Ga snel weg van deze site" }).click();
      await page.waitForURL("https://www.weer.nl/");
      await page.goto("/claim");
      await expectHeading(page, "Open uw link opnieuw");
    });
  });
}

test.describe("each page", () => {
  // Lets axe in; what the policy refuses is seen in the journeys above.
  test.use({ bypassCSP: true });

  test("is for everybody", async ({ page, app, seed }) => {
    const claim = await seed.claimWithLink();
    await openDetailsOf(page, claim);
    await expectAccessible(page, "details");
    await page.goto("/claim/details/change");
    await expectAccessible(page, "change");
    await page.getByLabel("E-mailadres").fill("nieuw@example.org");
    await page.getByRole("button", { name: "Verstuur de wijziging" }).click();
    await expectAccessible(page, "a change that waits");
    await page.goto(await confirmAddress(app, claim));
    await expectAccessible(page, "confirm");
    await page.getByRole("radio", { name: "Nee, wijzig niets" }).check();
    await page.getByRole("button", { name: "Verstuur mijn antwoord" }).click();
    await expectHeading(page, "Er is niets gewijzigd");
    await expectAccessible(page, "refused");
    await page.goto("/claim/details/erasure");
    await expectAccessible(page, "erasure");
    await page.getByRole("button", { name: "Vraag om te wissen" }).click();
    await expectAccessible(page, "erasure, answered");
  });
});
