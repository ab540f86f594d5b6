import type { Locator } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { choose, expectHeading, goToBank, openClaim } from "./journey.ts";

test("all that a bank asks for, to type over or to scan", async ({ page, seed }) => {
  await openClaim(page, await seed.claimWithLink());
  await page.getByRole("link", { name: "Nu betalen" }).click();
  await page.getByRole("button", { name: "Zelf overmaken" }).click();
  await expectHeading(page, "Zelf overmaken");
  await expect(page.locator("[data-copy]")).toHaveText([
    "Bakkerij Jansen",
    "NL13 TEST 0123 4567 89",
    /^€\s187,\d\d$/,
    /^RF\d\d( \d{4}){1,5}( \d{1,3})?$/,
  ]);
  await expectImage(
    page.getByRole("img", { name: /^QR-code voor een overboeking van €\s187,\d\d aan Bakkerij Jansen/ }),
  );
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });

    test("a part that was typed is transferred by oneself, and a fault is said before that", async ({ page, seed }) => {
      await openClaim(page, await seed.claimWithLink());
      await page.getByRole("link", { name: "Nu betalen" }).click();
      await page.getByRole("radio", { name: "Een deel" }).check();
      await page.getByLabel("Welk bedrag?").fill("5");
      await page.getByRole("button", { name: "Zelf overmaken" }).click();
      await expect(page.getByRole("alert")).toContainText(/Vul een bedrag in van €\s10,00 of meer\./);
      await page.getByLabel("Welk bedrag?").fill("25,50");
      await page.getByRole("button", { name: "Zelf overmaken" }).click();
      await expectHeading(page, "Zelf overmaken");
      await expect(page.locator("[data-copy]").nth(2)).toHaveText(/^€\s25,50$/);
      await expect(page.getByRole("img", { name: /^QR-code voor een overboeking van €\s25,50 / })).toBeVisible();

      await page.getByRole("link", { name: "Terug" }).click();
      await expectHeading(page, "Hoeveel wilt u nu betalen?");
      await expect(page.getByRole("radio", { name: "Een deel" })).toBeChecked();
      await expect(page.getByLabel("Welk bedrag?")).toHaveValue("25,50");
    });

    test("of several claims one is paid: the page after the bank names the others", async ({ page, seed }) => {
      await openClaim(page, await seed.claimWithLink({ invoice: "several-claims" }));
      await page.goto("/claim/pay");
      await page.getByRole("radio", { name: "Rekeningen die u kiest" }).check();
      const [first, ...others] = await page.getByRole("checkbox").all();
      const names = await Promise.all(others.map((other) => other.evaluate(nameOf)));
      await first?.check();
      await goToBank(page);
      await choose(page, "paid");
      await expectHeading(page, "Uw betaling is gelukt");
      await expect(page.getByText("Alles is betaald.")).toHaveCount(0);
      await expect(page.getByText(/^Dit is nu helemaal betaald\. Bij .+ staat nog wel open:$/)).toBeVisible();
      expect(names.length).toBeGreaterThan(0);
      for (const name of names) await expect(page.getByRole("link", { name })).toBeVisible();
      await page.getByRole("link", { name: names[0] ?? "" }).click();
      await expect(page).toHaveURL(/\/claim\?claim=clm_/);
    });
  });
}

test.describe("on a larger screen", () => {
  test.use({ viewport: { width: 1280, height: 900 }, isMobile: false, hasTouch: false, userAgent: "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36" }); // prettier-ignore

  test("the way to the bank waits, and can be gone with a phone", async ({ page, seed }) => {
    await openClaim(page, await seed.claimWithLink());
    await page.getByRole("link", { name: "Nu betalen" }).click();
    const answering = page.waitForResponse(/\/claim\/pay\/pay_/);
    await page.getByRole("button", { name: "Betaal met iDEAL" }).click();
    await expectHeading(page, "U gaat naar uw bank");
    expect((await answering).headers()["refresh"]).toBeUndefined();
    await expectImage(page.getByRole("img", { name: "QR-code om op uw telefoon verder te gaan" }));
    await expectImage(page.getByRole("img", { name: "QR-code om te betalen met de app van uw bank" }));
  });
});

async function expectImage(image: Locator): Promise<void> {
  await expect(image).toBeVisible();
  expect(
    await image.evaluate((element: HTMLImageElement) => element.decode().then(() => element.naturalWidth)),
  ).toBeGreaterThan(0);
}

/** What a box is called. */
const nameOf = (box: HTMLElement | SVGElement): string =>
  ((box as HTMLInputElement).labels?.[0]?.innerText ?? "").trim();
