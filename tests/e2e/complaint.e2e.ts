import type { Page } from "@playwright/test";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { codeFor } from "../support/inbox-browser.ts";
import type { TestApp } from "../support/server.ts";
import { expectAccessible } from "./axe-check.ts";
import { expect, test } from "./fixtures.ts";
import { expectHeading, openClaim } from "./journey.ts";

async function complain(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Dien een klacht in" }).click();
  await page.getByRole("radio", { name: "Te veel berichten of telefoontjes" }).check();
  await page.getByLabel("Wat is er gebeurd?").fill("Ik ben vier keer op een dag gebeld.");
  await page.getByRole("button", { name: "Ga verder" }).click();
  await expectHeading(page, "Klopt uw klacht?");
}

async function addHandler({ database }: TestApp, { creditorId, email }: { creditorId: string; email: string }) {
  await database.db.prisma.user.create({ data: { id: newId("usr", new Date()), creditorId, email, role: "handler" } });
}

async function signIn(page: Page, app: TestApp, email: string): Promise<void> {
  await page.goto("/creditor");
  await page.getByLabel("Uw e-mailadres").fill(email);
  await page.getByRole("button", { name: "Stuur mij een mail" }).click();
  await expectHeading(page, "Typ de code uit de mail");
  await page.getByLabel("Code", { exact: true }).fill(await codeFor(app, email));
  await page.getByRole("button", { name: "Log in" }).click();
  await page.waitForURL("/creditor");
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });

    test("a complaint is made, confirmed and answered", async ({ page, app, seed }) => {
      const claim = await seed.claimWithLink();
      const email = `complaints-${javaScriptEnabled ? "on" : "off"}@bakkerij.example`;
      await addHandler(app, { ...claim, email });
      await openClaim(page, claim);
      await page.getByRole("link", { name: "Dien een klacht in" }).click();
      await page.getByRole("button", { name: "Ga verder" }).click();
      await expect(page.getByRole("alert")).toContainText("Kies waar uw klacht over gaat.");
      await page.goto("/claim");
      await complain(page);
      await page.getByRole("link", { name: "Wijzig mijn klacht" }).click();
      await expect(page.getByLabel("Wat is er gebeurd?")).toHaveValue("Ik ben vier keer op een dag gebeld.");
      await page.getByRole("button", { name: "Ga verder" }).click();
      await page.getByRole("button", { name: "Verstuur mijn klacht" }).click();
      await expectHeading(page, "Uw klachten");
      await expect(page.getByRole("status")).toContainText("Uw klacht is binnen.");
      await expect(page.getByText(/geeft antwoord op of voor/)).toBeVisible();
      const [number = "no number"] = /K-\w{4}-\w{4}/.exec(await page.getByText(/^Nummer /).innerText()) ?? [];
      expect(await seed.mailsOf(claim)).toEqual(expect.arrayContaining(["complaint_received", "complaint_opened_creditor"])); // prettier-ignore
      await expect.poll(() => seed.webhooksOf(claim)).toContain("debtor.help_requested");

      await signIn(page, app, email);
      await expectHeading(page, "1 vraag wacht op antwoord");
      await page.getByRole("link", { name: `Klacht ${number}` }).click();
      await expectHeading(page, /^Klacht van /);
      await expect(page.getByText(`Nummer van de klacht: ${number}`)).toBeVisible();
      await page.getByRole("button", { name: "Verstuur het antwoord" }).click();
      await expect(page.getByRole("alert")).toContainText("Schrijf een antwoord.");
      await page.getByLabel("Uw antwoord").fill("U heeft gelijk. Wij bellen u niet meer.");
      await page.getByRole("button", { name: "Verstuur het antwoord" }).click();
      await expect(page.getByRole("status")).toContainText("Uw antwoord is verstuurd.");
      await page.getByRole("navigation", { name: "Onderdelen" }).getByRole("link", { name: "Inbox" }).click();
      await expectHeading(page, "Er wacht niets op antwoord");

      await page.goto("/claim/complaint");
      await expect(page.getByText("U heeft gelijk. Wij bellen u niet meer.")).toBeVisible();
    });
  });
}

test.describe("each page", () => {
  // Lets axe in; what the policy refuses is seen in the journeys above.
  test.use({ bypassCSP: true });

  test("is for everybody", async ({ page, app, seed }) => {
    const claim = await seed.claimWithLink();
    const email = "complaints-axe@bakkerij.example";
    await addHandler(app, { ...claim, email });
    await openClaim(page, claim);
    await page.goto("/claim/complaint");
    await expectAccessible(page, "the form");
    await page.getByRole("button", { name: "Ga verder" }).click();
    await expectAccessible(page, "a form that is not complete");
    await page.goto("/claim");
    await complain(page);
    await expectAccessible(page, "check");
    await page.getByRole("button", { name: "Verstuur mijn klacht" }).click();
    await expectHeading(page, "Uw klachten");
    await expectAccessible(page, "sent");
    await signIn(page, app, email);
    await expectAccessible(page, "the inbox with a complaint");
    await page.locator("main li a").first().click();
    await expectHeading(page, /^Klacht van /);
    await expectAccessible(page, "a complaint to answer");
  });
});
