import type { Page } from "@playwright/test";
import { addDays } from "#app/domain/calendar.ts";
import { dayInAmsterdam } from "#app/server/platform/clock/clock.server.ts";
import { codeFor } from "../support/inbox-browser.ts";
import type { TestApp } from "../support/server.ts";
import { expectAccessible } from "./axe-check.ts";
import { expect, test } from "./fixtures.ts";
import { expectHeading } from "./journey.ts";

const NAME = "Schildersbedrijf Kwast";

/** Somebody who works alone and has nothing but the inbox; answers the mail address to sign in with. */
async function newTrader(app: TestApp, name: string): Promise<string> {
  const { id } = (await app.admin("creditor:create", "--name", NAME, "--iban", "NL91ABNA0417164300")) as { id: string };
  const email = `${name}@kwast.example`;
  await app.admin("user:create", "--creditor", id, "--email", email, "--role", "owner");
  return email;
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

const part = (page: Page, name: string) => page.getByRole("navigation", { name: "Onderdelen" }).getByRole("link", { name, exact: true }); // prettier-ignore

/** A day as a field for days takes it. */
const daysFromNow = (days: number) => addDays(dayInAmsterdam(new Date()), days);

/** An invoice of two hundred euro, a month late, without interest or costs. */
async function fillIn(page: Page, debtor: string): Promise<void> {
  await page.getByLabel("Naam", { exact: true }).fill("Sanne de Vries");
  await page.getByLabel("E-mailadres", { exact: true }).fill(debtor);
  await page.getByLabel("Factuurnummer", { exact: true }).fill("2026-17");
  await page.getByLabel("Bedrag met btw", { exact: true }).fill("200,00");
  await page.getByLabel("Factuurdatum", { exact: true }).fill(daysFromNow(-60));
  await page.getByLabel("Vervaldatum", { exact: true }).fill(daysFromNow(-30));
  for (const question of ["Vraagt u rente?", "Vraagt u incassokosten?"]) {
    await page.getByRole("group", { name: question }).getByRole("radio", { name: "Nee", exact: true }).check();
  }
}

/** The debtor opens the mail, asks to pay in parts, and leaves the answer to a person. */
async function propose(page: Page, debtor: string): Promise<void> {
  await page.goto("/dev/outbox");
  await page.getByRole("listitem").filter({ hasText: debtor }).getByRole("link").first().click();
  await page.getByRole("link", { name: "/l/" }).click();
  await page.getByRole("button", { name: "Bericht bekijken" }).click();
  await page.waitForURL("/claim");
  await expect(page.getByRole("banner")).toContainText(NAME);
  await page.getByRole("link", { name: "Ik kan niet alles in één keer betalen" }).click();
  await page.getByRole("button", { name: "Begin" }).click();
  const goOn = () => page.getByRole("button", { name: "Ga verder", exact: true }).click();
  await page.getByRole("radio", { name: "Nee, nu niet" }).check();
  await goOn();
  await page.getByLabel("Bedrag per maand").fill("20");
  await goOn();
  await page.getByRole("radio", { name: "Elke maand op de 25e" }).check();
  await goOn();
  await page.getByRole("radio", { name: /^10 × / }).check();
  await goOn();
  await page.getByRole("button", { name: "Sla deze vraag over" }).click();
  await page.getByRole("button", { name: `Laat iemand van ${NAME} beslissen` }).click();
  await expectHeading(page, "Uw voorstel wordt bekeken");
}

/** Three rows, of which the second has no day to pay. */
function tableOf(kind: string): Buffer {
  const lines = ["kenmerk;klantnummer;naam;e-mail;factuurnummer;factuurdatum;vervaldatum;bedrag", "t-1;K-1;Fatima El Amrani;fatima@E;t-1;30-04-2026;30-05-2026;120,00", "t-2;K-2;Jan Bos;jan@E;t-2;30-04-2026;morgen;80,00", "t-3;K-3;Daan Visser;;t-3;30-04-2026;30-05-2026;60,00"]; // prettier-ignore
  return Buffer.from(lines.join("\r\n").replaceAll("@E", `-${kind}@example.org`));
}

const choose = (page: Page, kind: string) => page.getByLabel("Kies een bestand").setInputFiles({ name: "open.csv", mimeType: "text/csv", buffer: tableOf(kind) }); // prettier-ignore

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });
    const kind = javaScriptEnabled ? "on" : "off";

    test("a claim is typed, its link mailed, and the debtor's answer decided about", async ({ page, context, app }) => {
      // The whole way, there and back.
      test.slow();
      await signIn(page, app, await newTrader(app, `typing-${kind}`));
      await part(page, "Rekeningen").click();
      await expect(page.getByText("U heeft nog geen rekeningen.")).toBeVisible();
      await page.getByRole("link", { name: "Voeg uw eerste rekening toe" }).click();
      await expectHeading(page, "Nieuwe rekening");
      await page.getByRole("button", { name: "Bekijk wat uw klant ziet" }).click();
      await expect(page.getByRole("alert")).toContainText("Factuur 1, bedrag: vul dit in.");

      const debtor = `sanne-${kind}@example.org`;
      await fillIn(page, debtor);
      await page.getByRole("button", { name: "Voeg een factuur toe" }).click();
      await expect(page.getByRole("group", { name: "Factuur 2" })).toBeVisible();
      await page.getByRole("button", { name: "Haal factuur 2 weg" }).click();
      await page.getByRole("button", { name: "Bekijk wat uw klant ziet" }).click();
      await expectHeading(page, "Klopt deze rekening?");
      await expect(page.getByText("U moet nu betalen")).toBeVisible();
      await page.getByRole("button", { name: "Voeg deze rekening toe" }).dblclick();
      await expectHeading(page, "Rekening 2026-17");
      await expect(page.getByRole("status")).toContainText("De rekening staat erin.");

      await page.getByRole("link", { name: "Voeg de factuur toe als pdf" }).click();
      await page.getByLabel("Kies een pdf of een foto").setInputFiles("docs/images/overview.png");
      await page.getByRole("button", { name: "Voeg dit bestand toe" }).click();
      await expect(page.getByRole("status")).toContainText("De factuur staat erbij.");
      await page.getByRole("link", { name: "Stuur de link per mail" }).click();
      await page.getByRole("button", { name: "Mail" }).click();
      await expect(page.getByRole("status")).toContainText("De link is klaargezet.");

      await propose(await context.newPage(), debtor);
      await part(page, "Inbox").click();
      await expectHeading(page, "1 vraag wacht op antwoord");
      await page.locator("main li a").first().click();
      await expectHeading(page, "Sanne de Vries wil in delen betalen");
      await page.getByRole("button", { name: "Neem dit voorstel aan" }).click();
      await expect(page.getByRole("status")).toContainText("Aangenomen.");
    });

    test("a file is looked at, taken in without its wrong row, and its links mailed", async ({ page, app }) => {
      await signIn(page, app, await newTrader(app, `importing-${kind}`));
      await part(page, "Rekeningen").click();
      await page.getByRole("link", { name: "Lees een bestand in" }).click();
      await expectHeading(page, "Bestand inlezen");
      const template = page.waitForEvent("download");
      await page.getByRole("link", { name: "Download een voorbeeld van de tabel" }).click();
      expect((await template).suggestedFilename()).toBe("vorderingen.csv");
      await page.getByRole("button", { name: "Bekijk wat erin komt" }).click();
      await expect(page.getByRole("alert")).toContainText("Kies een bestand waar iets in staat.");
      await choose(page, kind);
      await page.getByRole("button", { name: "Bekijk wat erin komt" }).click();

      // The page looks again by itself until the worker is done.
      await expectHeading(page, "Bekijk wat erin komt");
      await expect(page.getByText("vervaldatum: dit is geen datum.")).toBeVisible();
      const errors = page.waitForEvent("download");
      await page.getByRole("link", { name: "Download alles wat niet klopt als tabel" }).click();
      expect((await errors).suggestedFilename()).toMatch(/^imp_\w+-errors\.csv$/);
      await page.getByRole("button", { name: "Lees deze 2 in" }).click();
      await expectHeading(page, "Uw bestand is ingelezen");
      await expect(page.getByText("1 klant krijgt een mail.")).toBeVisible();
      await expect(page.getByText("1 klant zonder e-mailadres.")).toBeVisible();
      await page.getByRole("button", { name: "Mail deze klant" }).click();
      await expect(page.getByRole("status")).toContainText("1 mail is klaargezet.");

      await page.goto("/dev/outbox");
      await expect(page.getByRole("listitem").filter({ hasText: `fatima-${kind}@example.org` })).toHaveCount(1);
      await page.goto("/creditor/import");
      await page.getByRole("link", { name: "open.csv" }).last().click();
      await expect(page.getByText("Dit bestand is al ingelezen.")).toBeVisible();
    });
  });
}

test.describe("each page", () => {
  // Lets axe in; what the policy refuses is seen in the journeys above.
  test.use({ bypassCSP: true });

  test("is for everybody", async ({ page, app }) => {
    await signIn(page, app, await newTrader(app, "axe"));
    await page.goto("/creditor/claims");
    await expectAccessible(page, "no claims yet");
    await page.goto("/creditor/claims/new");
    await expectAccessible(page, "the form of a claim");
    await page.getByRole("button", { name: "Bekijk wat uw klant ziet" }).click();
    await expectAccessible(page, "a form that is not complete");
    await fillIn(page, "axe@example.org");
    await page.getByRole("button", { name: "Bekijk wat uw klant ziet" }).click();
    await expectHeading(page, "Klopt deze rekening?");
    await expectAccessible(page, "what the debtor will see");
    await page.getByRole("button", { name: "Voeg deze rekening toe" }).click();
    await expect(page.getByRole("status")).toBeVisible();
    await expectAccessible(page, "a claim that was added");
    await page.getByRole("link", { name: "Voeg de factuur toe als pdf" }).click();
    await expectAccessible(page, "a file of an invoice");
    await page.goto("/creditor/import");
    await expectAccessible(page, "a file to take in");
    await choose(page, "axe");
    await page.getByRole("button", { name: "Bekijk wat erin komt" }).click();
    await expectHeading(page, "Bekijk wat erin komt");
    await expectAccessible(page, "what would come in");
    await page.getByRole("button", { name: "Lees deze 2 in" }).click();
    await expectHeading(page, "Uw bestand is ingelezen");
    await expectAccessible(page, "what came in");
  });
});
