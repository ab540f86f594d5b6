import { expect, test } from "./fixtures.ts";
import { choose, expectHeading, goToBank, openClaim } from "./journey.ts";

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });

    test("all is paid with iDEAL, proven by a receipt and told to the creditor", async ({ page, seed }) => {
      const claim = await seed.claimWithLink();
      await openClaim(page, claim);
      await page.getByRole("link", { name: "Nu betalen" }).click();
      await expectHeading(page, "Hoeveel wilt u nu betalen?");
      await page.getByRole("button", { name: "Betaal met iDEAL" }).click();
      await expectHeading(page, "U gaat naar uw bank");
      // Nothing is pressed: the page goes on by itself, also without JavaScript.
      const all = (await page.locator("p.amount").innerText()).replace(" ", "\u00a0");
      await choose(page, "paid");
      await expectHeading(page, "Uw betaling is gelukt");
      await expect(page.getByText("Alles is betaald. U hoeft niets meer te doen.")).toBeVisible();
      await expect(page.getByRole("definition")).toHaveText([all, claim.reference, /^€\s0,00$/]);

      const receipt = await page.getByRole("link", { name: "Bewijs van betaling (pdf)" }).getAttribute("href");
      const pdf = await page.request.get(receipt ?? "");
      expect(pdf.headers()["content-type"]).toBe("application/pdf");
      expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");

      await page.getByRole("link", { name: "Naar uw overzicht" }).click();
      await expectHeading(page, "Deze rekening is betaald");
      await expect(page.getByRole("link", { name: `${all} (pdf)` })).toBeVisible();
      await expect(page.getByRole("link", { name: "Nu betalen" })).toHaveCount(0);
      await expect.poll(() => seed.webhooksOf(claim)).toEqual(["claim.opened", "payment.paid", "claim.settled"]);
    });
  });
}

test("a part is paid, and the rest stays open", async ({ page, seed }) => {
  const claim = await seed.claimWithLink();
  await openClaim(page, claim);
  await page.getByRole("link", { name: "Nu betalen" }).click();
  await page.getByRole("radio", { name: "Een deel" }).check();
  await page.getByLabel("Welk bedrag?").fill("tien euro");
  await page.getByRole("button", { name: "Betaal met iDEAL" }).click();
  await expect(page.getByRole("alert")).toContainText("Vul een bedrag in zoals 25 of 25,50.");
  await expect(page.getByLabel("Welk bedrag?")).toHaveValue("tien euro");
  await page.getByLabel("Welk bedrag?").fill("50");
  await goToBank(page);
  await choose(page, "paid");
  await expectHeading(page, "Uw betaling is gelukt");
  await expect(page.getByRole("definition")).toHaveText([/^€\s50,00$/, claim.reference, /^€\s137,\d\d$/]);
  await expect(page.getByText(/^Er staat nog €\s137,\d\d open\. /)).toBeVisible();
  await page.getByRole("link", { name: "Naar uw overzicht" }).click();
  await expectHeading(page, "U heeft een deel van uw rekening betaald");
  await expect(page.getByText(/^€\s50,00 van €\s187,\d\d betaald$/)).toBeVisible();
  await expect.poll(() => seed.webhooksOf(claim)).toEqual(["claim.opened", "payment.paid"]);
});

const NOT_PAID = [
  { outcome: "failed", title: "De betaling is niet gelukt" },
  { outcome: "canceled", title: "U heeft de betaling gestopt" },
  { outcome: "expired", title: "De tijd om te betalen is voorbij" },
] as const;

for (const { outcome, title } of NOT_PAID) {
  test(`a payment that ends as ${outcome} takes nothing and can be tried again`, async ({ page, seed }) => {
    const claim = await seed.claimWithLink();
    await openClaim(page, claim);
    await page.getByRole("link", { name: "Nu betalen" }).click();
    await goToBank(page);
    await choose(page, outcome);
    await expectHeading(page, title);
    await expect(page.getByText("Er is niets afgeschreven.")).toBeVisible();
    await expect.poll(() => seed.webhooksOf(claim)).toEqual(["claim.opened", "payment.failed"]);
    await page.getByRole("link", { name: "Probeer het opnieuw" }).click();
    await expect(page.getByRole("button", { name: "Betaal met iDEAL" })).toBeVisible();
  });
}

test("two windows and a double tap ask for one payment", async ({ page, context, seed, app }) => {
  await openClaim(page, await seed.claimWithLink());
  const second = await context.newPage();
  app.simulator.control.clearRequests();
  const windows = [page, second];
  for (const window of windows) await window.goto("/claim/pay");
  await Promise.all(windows.map((window) => window.getByRole("button", { name: "Betaal met iDEAL" }).dblclick()));
  for (const window of windows) await expect(window).toHaveURL(/\/checkout\/tr_/);
  expect(page.url()).toBe(second.url());
  const creations = app.simulator.control
    .requests()
    .filter(({ method, path }) => method === "POST" && path === "/v2/payments");
  expect(creations).toHaveLength(1);
});

test("a payment under way can be continued or cancelled", async ({ page, seed }) => {
  await openClaim(page, await seed.claimWithLink());
  await page.getByRole("link", { name: "Nu betalen" }).click();
  await goToBank(page);
  const bank = page.url();

  await page.goto("/claim");
  await page.getByRole("link", { name: "Ik ben het er niet mee eens" }).click();
  await expectHeading(page, "Wat klopt er niet?");
  await page.goto("/claim");
  await page.getByRole("link", { name: "Ga verder met uw betaling" }).click();
  await expectHeading(page, "U heeft een betaling openstaan");
  await page.getByRole("button", { name: "Ga verder met betalen" }).click();
  await page.waitForURL(bank);

  await page.goto("/claim/pay");
  await page.getByRole("button", { name: "Annuleer deze betaling" }).click();
  await expectHeading(page, "Hoeveel wilt u nu betalen?");
});
