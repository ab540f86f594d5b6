import type { Page } from "@playwright/test";
import sharp from "sharp";
import { openInboxBrowser } from "../support/inbox-browser.ts";
import type { TestApp } from "../support/server.ts";
import { expectAccessible, expectAccessibleWide } from "./axe-check.ts";
import { expect, test } from "./fixtures.ts";
import { expectHeading } from "./journey.ts";
import type { Seed, SeededClaim } from "./seed.ts";

/** A creditor of its own, and one of its owners signed in. */
async function asOwner(page: Page, { app, seed }: { app: TestApp; seed: Seed }, name: string): Promise<SeededClaim> {
  const claim = await seed.claimWithLink();
  const email = `${name}@bakkerij.example`;
  await app.admin("user:create", "--creditor", claim.creditorId, "--email", email, "--role", "owner");
  const { cookie } = await openInboxBrowser(app, email);
  const [cookieName = "", ...value] = cookie.split("=");
  await page.context().addCookies([{ name: cookieName, value: value.join("="), domain: "localhost", path: "/", secure: true, httpOnly: true, sameSite: "Lax" }]); // prettier-ignore
  await page.goto("/creditor/settings");
  await expectHeading(page, "Instellingen");
  return claim;
}

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const LAPTOP = { viewport: { width: 1280, height: 900 }, isMobile: false, hasTouch: false };

for (const [kind, screen] of [
  ["phone", PHONE],
  ["laptop", LAPTOP],
] as const) {
  const sound = kind === "phone" ? expectAccessible : expectAccessibleWide;

  test.describe(`on a ${kind}`, () => {
    // axe-core is put into the page.
    test.use({ ...screen, bypassCSP: true });

    test("the rules are tried on past claims, then kept", async ({ page, app, seed }) => {
      await asOwner(page, { app, seed }, `policy-${kind}`);
      await page.getByRole("link", { name: "Betalen in delen" }).click();
      await sound(page, "policy");
      await page.getByRole("link", { name: "Wijzig de regels" }).click();
      await expectHeading(page, "Regels voor betalen in delen");
      await sound(page, "policy, its form");
      await page.getByLabel("Meteen ja: hoogstens zoveel termijnen").first().fill("12");
      await page.getByLabel("Of per maand", { exact: true }).fill("20");
      await page.getByRole("button", { name: "Probeer het uit op eerdere rekeningen" }).click();
      await expect(page.getByRole("table", { name: "Wat 1 rekening had opgeleverd" }).locator("tbody tr")).toHaveCount(
        3,
      );
      await expect(page.getByText("Deze regels zijn nog niet opgeslagen.")).toBeVisible();
      await sound(page, "policy, tried");
      await page.getByLabel("U beslist: hoogstens zoveel termijnen").first().fill("3");
      await page.getByRole("button", { name: "Opslaan" }).click();
      await expect(page.getByRole("alert").first()).toContainText("Minstens 12: zoveel mag al vanzelf.");
      await page.getByLabel("U beslist: hoogstens zoveel termijnen").first().fill("18");
      await page.getByRole("button", { name: "Opslaan" }).click();
      await expect(page.getByRole("status").first()).toContainText("De nieuwe regels gelden vanaf nu.");
      await expect(page.getByText("12 termijnen", { exact: true })).toBeVisible();
    });

    test("a key is made, shown once and revoked", async ({ page, app, seed }) => {
      await asOwner(page, { app, seed }, `keys-${kind}`);
      await page.getByRole("link", { name: "Sleutels voor uw software" }).click();
      await page.locator("summary", { hasText: "Maak een sleutel" }).click();
      await page.getByLabel("Waar is de sleutel voor?").fill("Boekhouding");
      await page.getByLabel("Betalingen bekijken").check();
      await sound(page, "keys, with the form");
      await page.getByRole("button", { name: "Maak de sleutel" }).click();
      await expect(page.getByRole("status").first()).toContainText("De sleutel “Boekhouding” is gemaakt.");
      await expect(page.locator("[data-copy]")).toHaveText(/^vk_\w+$/);
      await sound(page, "keys, just made");
      await page.getByRole("link", { name: /^Boekhouding/ }).click();
      await expectHeading(page, "Boekhouding");
      await sound(page, "a key");
      await page.getByRole("button", { name: "Trek in" }).click();
      await expect(page.getByRole("status")).toContainText("Ingetrokken.");
      await expect(page.getByText(/^vk_/)).toHaveCount(0);
    });

    test("an address gets a test message, and its page says what went", async ({ page, app, seed }) => {
      await asOwner(page, { app, seed }, `webhooks-${kind}`);
      await page.getByRole("link", { name: "Berichten naar uw software" }).click();
      await page.locator("summary", { hasText: "Voeg een adres toe" }).click();
      await page.getByLabel("Adres", { exact: true }).fill(`${app.receiver.url}nieuw-${kind}`);
      await page.getByLabel("Naam, als u wilt").fill("Boekhouding");
      await page.getByRole("button", { name: "Voeg toe" }).click();
      await expect(page.locator("[data-copy]")).toHaveText(/^whsec_/);
      app.receiver.trust([(await page.locator("[data-copy]").textContent()) ?? ""]);
      await sound(page, "webhooks, just added");
      await page.getByRole("link", { name: /^Boekhouding/ }).click();
      await page.getByRole("button", { name: "Stuur een testbericht" }).click();
      await expect(page.getByRole("status").first()).toContainText("Het testbericht is onderweg.");
      await expect(async () => {
        await page.goto(page.url().replace(/\?.*/, ""));
        await expect(page.locator("summary", { hasText: "webhook.test" })).toContainText("Aangekomen", {
          timeout: 500,
        });
      }).toPass({ timeout: 30_000 });
      await page.locator("summary", { hasText: "webhook.test" }).click();
      await expect(page.locator("pre", { hasText: "webhook-id" })).toBeVisible();
      await sound(page, "an endpoint with its log");
      await page.getByRole("link", { name: "Wat is er mis met mijn ontvanger?" }).click();
      await expect(page.getByRole("status")).toContainText("Uw ontvanger werkt");
      await sound(page, "a receiver");
    });

    test("somebody is invited and let go; the last owner stays", async ({ page, app, seed }) => {
      await asOwner(page, { app, seed }, `team-${kind}`);
      await page.getByRole("link", { name: "Uw team" }).click();
      await page.locator("summary", { hasText: "Nodig iemand uit" }).click();
      await page.getByLabel("E-mailadres").fill(`nieuw-${kind}@bakkerij.example`);
      await sound(page, "team");
      await page.getByRole("button", { name: "Stuur de uitnodiging" }).click();
      await expect(page.getByRole("status")).toContainText("De uitnodiging is verstuurd.");
      await page.getByRole("link", { name: /^nieuw-/ }).click();
      await sound(page, "a colleague");
      await page.locator("summary", { hasText: "Haal deze persoon weg" }).click();
      await page.getByRole("button", { name: "Haal weg" }).click();
      await expect(page.getByRole("status")).toContainText("Weggehaald.");
      await page.getByRole("link", { name: /\(u\)/ }).click();
      await page.getByRole("radio", { name: "Meelezer" }).check();
      await page.getByRole("button", { name: "Opslaan" }).click();
      await expect(page.getByRole("alert")).toContainText("er moet één eigenaar blijven");
    });

    test("another account waits two days and can be stopped", async ({ page, app, seed }) => {
      await asOwner(page, { app, seed }, `bank-${kind}`);
      await page.getByRole("link", { name: "Uw rekening" }).click();
      await page.getByLabel("Rekeningnummer (IBAN)").fill("nl02 abna 0123 4567 80");
      await page.getByRole("button", { name: "Vraag de wijziging aan" }).click();
      await expect(page.getByRole("alert")).toContainText("Dit rekeningnummer klopt niet.");
      await page.getByLabel("Rekeningnummer (IBAN)").fill("nl02 abna 0123 4567 89");
      await page.getByRole("button", { name: "Vraag de wijziging aan" }).click();
      await expect(page.getByText(/De nieuwe rekening geldt vanaf/)).toBeVisible();
      await sound(page, "a change of the account");
      await page.getByRole("button", { name: "Stop deze wijziging" }).click();
      await expect(page.getByRole("status")).toContainText("Gestopt.");
    });

    test("a colour that is too light is not taken, the nearest is, and debtors see it with the logo", async ({
      page,
      app,
      seed,
    }) => {
      const claim = await asOwner(page, { app, seed }, `brand-${kind}`);
      await page.getByRole("link", { name: "Logo en kleur" }).click();
      await page.getByLabel("Kies een kleur").fill("#ff8800");
      await page.getByRole("button", { name: "Bewaar de kleur" }).click();
      await expect(page.getByRole("alert")).toContainText("Het contrast is 2,2 en moet minstens 7 zijn.");
      await sound(page, "a colour that is too light");
      await page.getByRole("button", { name: "Neem deze kleur" }).click();
      await expect(page.getByRole("status")).toContainText("Opgeslagen.");
      const logo = await sharp({ create: { width: 300, height: 100, channels: 3, background: "#7a4100" } })
        .png()
        .toBuffer();
      await page
        .getByLabel("Kies een bestand")
        .setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: logo });
      await page.getByRole("button", { name: "Stuur het logo" }).click();
      await expect(page.getByRole("img", { name: /^Logo van / })).toBeVisible();
      await sound(page, "branding");
      await page.goto(claim.link.url);
      await page.getByRole("button").first().click();
      await expect(page.getByRole("img", { name: /^Logo van / })).toBeVisible();
      await sound(page, "a debtor's page with a logo");
    });

    test("a key of Mollie, the profile, and the figures", async ({ page, app, seed }) => {
      await asOwner(page, { app, seed }, `rest-${kind}`);
      await page.getByRole("link", { name: /^Betalen met iDEAL/ }).click();
      await page.getByLabel("Sleutel", { exact: true }).fill("test_aKeyOfTheBakeryItself1234");
      await page.getByRole("button", { name: "Controleer en bewaar" }).click();
      await expect(page.getByText("Die eindigt op 1234.")).toBeVisible();
      await sound(page, "a key of Mollie");
      await page.getByRole("link", { name: "Instellingen" }).first().click();
      await page.getByRole("link", { name: "Naam, contact en termijnen" }).click();
      await page.getByLabel("Website", { exact: true }).fill("bakkerij.example");
      await page.getByRole("button", { name: "Opslaan" }).click();
      await expect(page.getByRole("alert").first()).toContainText("Begin met https://.");
      await sound(page, "the profile, wrong");
      await page.getByLabel("Website", { exact: true }).fill("https://bakkerij.example");
      await page.getByRole("button", { name: "Opslaan" }).click();
      await expect(page.getByRole("status")).toContainText("Opgeslagen.");
      await page.getByRole("link", { name: "Cijfers" }).click();
      await expectHeading(page, "Cijfers");
      await sound(page, "figures");
    });
  });
}
