import type { Page } from "@playwright/test";
import type { TestApp } from "../support/server.ts";
import { codeFor } from "../support/inbox-browser.ts";
import { expectAccessible } from "./axe-check.ts";
import { collectFaults, expect, test } from "./fixtures.ts";
import { choose, expectHeading, goToBank, openClaim } from "./journey.ts";
import type { SeededClaim } from "./seed.ts";

/** The claim's page in the inbox of somebody who may decide. */
async function openInInbox(page: Page, app: TestApp, { creditorId, claimId }: SeededClaim): Promise<void> {
  const email = `${claimId}@bakkerij.example`;
  await app.admin("user:create", "--creditor", creditorId, "--email", email, "--role", "handler");
  await page.goto("/creditor");
  await page.getByLabel("Uw e-mailadres").fill(email);
  await page.getByRole("button", { name: "Stuur mij een mail" }).click();
  await page.getByLabel("Code", { exact: true }).fill(await codeFor(app, email));
  await page.getByRole("button", { name: "Log in" }).click();
  await page.waitForURL("/creditor");
  await page.goto(`/creditor/claims/${claimId}`);
}

for (const javaScriptEnabled of [true, false]) {
  test(`with JavaScript ${javaScriptEnabled ? "on" : "off"}: who pays a claim that was just closed reads that the money is theirs, and gets it back`, async ({
    browser,
    app,
    seed,
  }) => {
    const options = { baseURL: app.baseUrl, locale: "nl-NL", viewport: { width: 390, height: 844 }, javaScriptEnabled };
    const [debtors, creditors] = [await browser.newContext(options), await browser.newContext(options)];
    const faults = [collectFaults(debtors), collectFaults(creditors)];
    const [debtor, creditor] = [await debtors.newPage(), await creditors.newPage()];
    const claim = await seed.claimWithLink();
    await openClaim(debtor, claim);
    await debtor.getByRole("link", { name: "Nu betalen" }).click();
    await goToBank(debtor);

    await openInInbox(creditor, app, claim);
    await creditor.getByRole("link", { name: "Sluit de rekening" }).click();
    await creditor.getByLabel("Bericht aan de klant").fill("Wij schrijven deze rekening af.");
    await creditor.getByRole("button", { name: "Ga verder" }).click();
    await creditor.getByRole("button", { name: "Sluit deze rekening" }).click();
    await expect(creditor.getByRole("status")).toContainText("De rekening is gesloten.");

    await choose(debtor, "paid");
    await expectHeading(debtor, "Uw betaling is gelukt");
    await expect(
      debtor.getByText(/^Na het sluiten kwam er nog €\s\d+,\d\d van u binnen\. Dat geld is van u\./),
    ).toBeVisible();
    await expect(debtor.getByRole("definition").last()).toHaveText(/^€\s0,00$/);
    await debtor.getByRole("link", { name: "Naar uw overzicht" }).click();
    await expectHeading(debtor, "Deze rekening is gesloten");
    await expect(debtor.getByText(/^Na het sluiten kwam er nog/)).toBeVisible();

    await creditor.goto(`/creditor/claims/${claim.claimId}`);
    await creditor.getByRole("link", { name: /^Betaal €\s\d+,\d\d terug$/ }).click();
    await expectHeading(creditor, "Betaal terug wat te veel is betaald");
    await creditor.getByRole("button", { name: /^Betaal €\s\d+,\d\d terug$/ }).click();
    await expect(creditor.getByRole("status")).toContainText("Het geld gaat terug naar uw klant.");
    await creditor.goBack();
    await creditor.reload();
    await expect(creditor.getByText("Er is nu niets terug te betalen.")).toBeVisible();
    expect(faults.flat()).toEqual([]);
    await debtors.close();
    await creditors.close();
  });
}

test.describe("the page of paying back", () => {
  // Lets axe in; what the policy refuses is seen in the journeys above.
  test.use({ bypassCSP: true });

  test("is for everybody, and books what the creditor transferred itself", async ({ page, app, seed }) => {
    const claim = await seed.claimWithLink();
    await seed.paidOutside(claim, { amount: "500.00", daysAgo: 0 });
    await openInInbox(page, app, claim);
    await page.getByRole("link", { name: /terug$/ }).click();
    await expectAccessible(page, "paying back");
    await page.getByRole("button", { name: /^Ik heb €\s\d+,\d\d overgemaakt$/ }).click();
    await expect(page.getByRole("status")).toContainText("Uw terugbetaling is geboekt.");
    await expect(page.getByText(/te veel betaald/)).toHaveCount(0);
  });
});
