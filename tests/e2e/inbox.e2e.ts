import type { Page } from "@playwright/test";
import { addDays } from "#app/domain/calendar.ts";
import { dayInAmsterdam } from "#app/server/platform/clock/clock.server.ts";
import type { TestApp } from "../support/server.ts";
import { codeFor } from "../support/inbox-browser.ts";
import { expectAccessible } from "./axe-check.ts";
import { collectFaults, expect, test } from "./fixtures.ts";
import { expectHeading } from "./journey.ts";
import type { Seed } from "./seed.ts";

/** A proposal of 10 euro a month that waits for a person, and somebody who may decide about it. */
async function waitingProposal({ app, seed }: { app: TestApp; seed: Seed }, name: string): Promise<string> {
  const claim = await seed.claimWithLink();
  await seed.arrange(claim, { perMonth: "10.00", person: true });
  const email = `${name}@bakkerij.example`;
  await app.admin("user:create", "--creditor", claim.creditorId, "--email", email, "--role", "handler");
  return email;
}

async function signIn(page: Page, app: TestApp, email: string): Promise<void> {
  await page.goto("/creditor");
  await expectHeading(page, "Log in bij uw inbox");
  await page.getByLabel("Uw e-mailadres").fill(email);
  await page.getByRole("button", { name: "Stuur mij een mail" }).click();
  await expectHeading(page, "Typ de code uit de mail");
  await page.getByLabel("Code", { exact: true }).fill(await codeFor(app, email));
  await page.getByRole("button", { name: "Log in" }).click();
  await page.waitForURL("/creditor");
}

async function openFirst(page: Page): Promise<void> {
  await expectHeading(page, "1 vraag wacht op antwoord");
  await page.locator("main li a").first().click();
  await expectHeading(page, / wil in delen betalen$/);
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });
    const kind = javaScriptEnabled ? "on" : "off";

    test("a proposal is declined with a reason", async ({ page, app, seed }) => {
      await signIn(page, app, await waitingProposal({ app, seed }, `decline-${kind}`));
      await openFirst(page);
      await expect(page.getByText(/^Gevraagd: 19 keer\. Vanzelf mag: 6 keer\.$/)).toBeVisible();
      await page.locator("summary", { hasText: "Wijs af met een reden" }).click();
      await page.getByRole("button", { name: "Wijs af met een reden" }).click();
      await expect(page.getByRole("alert")).toContainText("Schrijf op waarom.");
      await page.getByLabel("Waarom?").fill("Tien euro is te weinig. Bel ons, dan kijken we samen.");
      await page.getByRole("button", { name: "Wijs af met een reden" }).click();
      await expect(page.getByRole("status")).toContainText("Afgewezen. De klant krijgt uw reden.");
      await page.getByRole("navigation", { name: "Onderdelen" }).getByRole("link", { name: "Inbox" }).click();
      await expectHeading(page, "Er wacht niets op antwoord");
      await page.getByRole("button", { name: "Uitloggen" }).click();
      await expectHeading(page, "Log in bij uw inbox");
    });

    test("a schedule of one's own is offered instead", async ({ page, app, seed }) => {
      await signIn(page, app, await waitingProposal({ app, seed }, `counter-${kind}`));
      await openFirst(page);
      await page.getByRole("link", { name: "Doe een ander voorstel" }).click();
      await expectHeading(page, "Doe een ander voorstel");
      await expect(page.getByRole("radio").first()).toBeChecked();
      await page.getByRole("radio", { name: "Een eigen schema" }).check();
      await page.getByLabel("Aantal termijnen").fill("8");
      await page.getByLabel("Eerste dag").fill(addDays(dayInAmsterdam(new Date()), 20));
      await page.getByRole("radio", { name: "Elke week" }).check();
      await page.getByLabel("Bericht aan de klant").fill("Acht weken kan wel.");
      await page.getByRole("button", { name: "Bekijk het schema" }).click();
      await expectHeading(page, "Klopt uw voorstel?");
      await expect(page.getByRole("table").locator("tbody tr")).toHaveCount(8);
      await page.getByRole("button", { name: "Wijzig het voorstel" }).click();
      await expect(page.getByLabel("Aantal termijnen")).toHaveValue("8");
      await page.getByRole("button", { name: "Bekijk het schema" }).click();
      await page.getByRole("button", { name: "Verstuur dit voorstel" }).click();
      await expect(page.getByRole("status")).toContainText("Uw voorstel is verstuurd.");
      await expect(page.getByText("Acht weken kan wel.")).toBeVisible();
    });
  });
}

test("of two people who open the same proposal one accepts, and the other reads what happened instead of declining", async ({
  page,
  browser,
  app,
  seed,
}) => {
  // prettier-ignore
  const claim = await seed.claimWithLink();
  const arrangementId = await seed.arrange(claim, { perMonth: "10.00", person: true });
  const [first, second] = ["eerste@bakkerij.example", "tweede@bakkerij.example"];
  for (const email of [first, second]) {
    await app.admin("user:create", "--creditor", claim.creditorId, "--email", email, "--role", "handler");
  }
  const elsewhere = await browser.newContext({ baseURL: app.baseUrl, locale: "nl-NL" });
  const faults = collectFaults(elsewhere);
  const other = await elsewhere.newPage();
  await signIn(page, app, first);
  await signIn(other, app, second);
  await openFirst(page);
  await openFirst(other);

  await page.getByRole("button", { name: "Neem dit voorstel aan" }).click();
  await expect(page.getByRole("status")).toContainText("Aangenomen.");
  await other.locator("summary", { hasText: "Wijs af met een reden" }).click();
  await other.getByLabel("Waarom?").fill("Wij belden hier al over.");
  await other.getByRole("button", { name: "Wijs af met een reden" }).click();

  await expect(other.getByRole("alert")).toContainText("Hierover is al beslist. Uw antwoord is niet verstuurd.");
  await expect(other.getByText(`Aangenomen door ${first}`)).toBeVisible();
  await expect(other.getByRole("button", { name: "Wijs af met een reden" })).toHaveCount(0);
  await other.getByRole("navigation", { name: "Onderdelen" }).getByRole("link", { name: "Inbox" }).click();
  await expectHeading(other, "Er wacht niets op antwoord");
  const { status } = await app.database.db.prisma.arrangement.findUniqueOrThrow({ where: { id: arrangementId } });
  expect(status).toBe("accepted");
  expect(await seed.mailsOf(claim)).not.toContain("arrangement_declined");
  expect(faults).toEqual([]);
  await elsewhere.close();
});

test.describe("each page", () => {
  // Lets axe in; what the policy refuses is seen in the journeys above.
  test.use({ bypassCSP: true });

  test("is for everybody", async ({ page, app, seed }) => {
    const email = await waitingProposal({ app, seed }, "axe");
    await page.goto("/creditor");
    await expectAccessible(page, "sign in");
    await page.getByRole("button", { name: "Stuur mij een mail" }).click();
    await expectAccessible(page, "an address that is missing");
    await signIn(page, app, email);
    await expectAccessible(page, "the list");
    await openFirst(page);
    await expectAccessible(page, "a proposal");
    await page.getByRole("link", { name: "Doe een ander voorstel" }).click();
    await expectAccessible(page, "a counter-offer");
    await page.getByRole("radio", { name: "Een eigen schema" }).check();
    await page.getByRole("button", { name: "Bekijk het schema" }).click();
    await expectAccessible(page, "a counter-offer that is not complete");
    await page.getByLabel("Aantal termijnen").fill("8");
    await page.getByLabel("Bericht aan de klant").fill("Acht keer kan wel.");
    await page.getByRole("button", { name: "Bekijk het schema" }).click();
    await expectHeading(page, "Klopt uw voorstel?");
    await expectAccessible(page, "the whole table");
    await page.getByRole("button", { name: "Verstuur dit voorstel" }).click();
    await expect(page.getByRole("status")).toBeVisible();
    await expectAccessible(page, "an offer that was sent");
    await page.goto("/creditor/arrangements/none");
    await expectHeading(page, "Deze pagina is er niet");
    await expectAccessible(page, "a page that is not there");
  });
});
