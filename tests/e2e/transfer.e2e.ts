import type { Locator } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { expectHeading, openClaim } from "./journey.ts";

test("all that a bank asks for, to type over or to scan", async ({ page, seed }) => {
  await openClaim(page, await seed.claimWithLink());
  await page.getByRole("link", { name: "Nu betalen" }).click();
  await page.getByRole("link", { name: "Zelf overmaken" }).click();
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
