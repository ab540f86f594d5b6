import { expect, test } from "./fixtures.ts";
import { expectHeading, goToBank, openClaim } from "./journey.ts";

test("account number, reference and amount are copied, and it is said", async ({ page, context, seed }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const claim = await seed.claimWithLink();
  await openClaim(page, claim);
  await page.goto("/claim/pay/transfer");
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole("button", { name: "Kopieer IBAN" }).click();
  await expect(page.getByRole("status").filter({ hasText: "is gekopieerd." })).toHaveCount(1);
  expect(await copied()).toBe("NL13TEST0123456789");
  await page.getByRole("button", { name: "Kopieer Bedrag" }).click();
  await expect.poll(copied).toMatch(/^187(,\d\d)?$/);
});

test("the button says what is going to be paid while somebody chooses", async ({ page, seed }) => {
  await openClaim(page, await seed.claimWithLink());
  await page.goto("/claim/pay");
  const button = page.locator("button[name=act][value=pay]");
  await expect(button).toHaveText(/^Betaal met iDEAL.*: €\s187,\d\d$/);
  await page.getByRole("radio", { name: "Een deel" }).check();
  await expect(button).toHaveText(/^Betaal met iDEAL[^€]*$/);
  await page.getByLabel("Welk bedrag?").fill("25,5");
  await expect(button).toHaveText(/: €\s25,50$/);
  await page.getByLabel("Welk bedrag?").blur();
  await expect(page.getByRole("status").filter({ hasText: /^U betaalt €\s25,50\.$/ })).toHaveCount(1);
  await expect(page.locator("#part-check")).toHaveCount(0);
});

test("an answer is looked at when its field is left, with the server's own sentence", async ({ page, seed }) => {
  await openClaim(page, await seed.claimWithLink());
  await page.goto("/claim/pay");
  await page.goto("/real");
  const amount = page.getByLabel("Bedrag");
  await amount.fill("veel");
  await expect(page.getByText("Typ het bedrag als een getal, zoals 162,31.")).toHaveCount(0);
  await page.getByLabel("Laatste vier cijfers").fill("12");
  await expect(page.locator("#amount-check")).toHaveText("Fout: Typ het bedrag als een getal, zoals 162,31.");
  await expect(amount).toHaveAttribute("aria-invalid", "true");
  await expect(amount).toHaveAccessibleDescription(/Typ het bedrag als een getal/);
  await amount.fill("162,31");
  await expect(page.locator("#amount-check")).toHaveCount(0);
  await expect(page.locator("#iban-check")).toHaveText("Fout: Typ de laatste vier cijfers van het bankrekeningnummer.");
  await page.getByRole("button", { name: "Kijk of dit klopt" }).click();
  await expect(page.getByRole("alert")).toContainText("Typ de laatste vier cijfers van het bankrekeningnummer.");
});

test("without a connection a form stays as it is, and says so", async ({ page, context, seed }) => {
  await openClaim(page, await seed.claimWithLink());
  await page.goto("/claim/pay");
  await page.getByRole("radio", { name: "Een deel" }).check();
  await page.getByLabel("Welk bedrag?").fill("30");
  await context.setOffline(true);
  await page.locator("button[name=act][value=pay]").click();
  await expect(page.getByText("U bent niet verbonden")).toBeVisible();
  await expect(page.getByLabel("Welk bedrag?")).toHaveValue("30");
  await context.setOffline(false);
  await expect(page.getByText("U bent niet verbonden")).toBeHidden();
  await page.locator("button[name=act][value=pay]").click();
  await expectHeading(page, "U gaat naar uw bank");
});

test("the outcome of a payment comes without loading the page anew", async ({ page, seed, app }) => {
  await openClaim(page, await seed.claimWithLink());
  await page.goto("/claim/pay");
  await goToBank(page);
  const payment = app.simulator.control.payments().at(-1);
  await page.goto(payment?.redirectUrl ?? "");
  await expectHeading(page, "We controleren uw betaling");
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await page.getByRole("link", { name: "Kijk nu opnieuw" }).focus();
  app.simulator.control.setStatus({ paymentId: payment?.id ?? "", status: "paid" });
  await expectHeading(page, "Uw betaling is gelukt");
  expect(await page.evaluate(() => "sameDocument" in window)).toBe(true);
  expect(await page.title()).toContain("Uw betaling is gelukt");
  await expect(page.locator("main")).toBeFocused();
});

test("a link for somebody who helps is handed to another app, or copied", async ({ page, context, seed }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await context.addInitScript(() => {
    const shared: unknown[] = [];
    const share = (data: unknown) => {
      shared.push(data);
      return shared.length === 1 ? Promise.resolve() : Promise.reject(new DOMException("no", "NotAllowedError"));
    };
    Object.assign(navigator, { share });
    Object.assign(window, { shared });
  });
  await openClaim(page, await seed.claimWithLink());
  await page.goto("/claim/help/helper");
  await page.getByLabel("Hoe heet deze persoon?").fill("Fatima");
  await page
    .getByRole("radio", { name: /kijken/ })
    .first()
    .check();
  await page.getByRole("button", { name: "Maak de link" }).click();
  await expectHeading(page, "De link voor Fatima is klaar");
  const link = await page.locator("[data-copy]").first().textContent();
  await page.getByRole("button", { name: "Deel de link" }).click();
  expect(await page.evaluate(() => JSON.stringify(Reflect.get(window, "shared")))).toContain(link);
  await page.getByRole("button", { name: "Deel de link" }).click();
  await expect(page.getByRole("status").filter({ hasText: "De link is gekopieerd." })).toHaveCount(1);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
});

test("a photo is made or a file is chosen", async ({ page, seed }) => {
  await openClaim(page, await seed.claimWithLink());
  await page.goto("/claim/dispute/evidence");
  const [choose, camera] = [page.getByLabel("Kies een foto of een bestand"), page.getByLabel("Maak nu een foto")];
  await expect(choose).toHaveAttribute("accept", "image/jpeg,image/png,image/webp,application/pdf");
  await expect(choose).not.toHaveAttribute("capture");
  await expect(camera).toHaveAttribute("capture", "environment");
});

for (const [name, address] of [
  ["landing", "link"],
  ["overview", "/claim"],
  ["pay", "/claim/pay"],
  ["arrangement", "/claim/arrangement"],
  ["real", "/real"],
] as const) {
  // prettier-ignore
  test(`nothing moves while the page of ${name} comes in`, async ({ page, seed }) => {
    const claim = await seed.claimWithLink();
    await openClaim(page, claim);
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push(Reflect.get(entry, "value") as number);
      }).observe({ type: "layout-shift", buffered: true });
    });
    for (const width of [320, 390, 1280]) {
      await page.setViewportSize({ width, height: 844 });
      await page.goto(address === "link" ? claim.link.url : address);
      await page.waitForLoadState("networkidle");
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      expect(await page.evaluate(() => Reflect.get(window, "shifts")), `${width} pixels wide`).toEqual([]);
    }
  });
}
