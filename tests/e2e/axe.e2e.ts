import type { Page } from "@playwright/test";
import { expectAccessible } from "./axe-check.ts";
import { test } from "./fixtures.ts";
import { choose, expectHeading, goToBank, openClaim, openDetails } from "./journey.ts";

// Lets axe in; what the policy refuses is seen in the other journeys.
test.use({ bypassCSP: true });

test("pages before the claim", async ({ page, seed }) => {
  const { link } = await seed.claimWithLink();
  const pages = [
    { address: "/", title: "Bekijk en regel uw rekening" },
    { address: link.url, title: "Er is een bericht over een rekening" },
    { address: link.codeUrl, title: "Er is een bericht over een rekening" },
    { address: "/l/no-link", title: "Deze link werkt niet" },
    { address: "/c", title: "Typ de code uit het bericht" },
    { address: "/help", title: "Hulp" },
    { address: "/nowhere", title: "Deze pagina is er niet" },
    { address: "/refused", title: "Dit mag niet vanaf deze plek" },
    { address: "/claim", title: "Open uw link opnieuw" },
    { address: `${link.url}?lang=en`, title: "There is a message about a bill" },
  ];
  for (const { address, title } of pages) {
    await page.goto(address);
    await expectHeading(page, title);
    await expectAccessible(page, `${title} (${address.slice(0, 20)})`);
  }
});

test("a code that is missing, and an old link that gives a new one", async ({ page, seed }) => {
  const { link } = await seed.claimWithLink({ invoice: "expired-link", link: { agedDays: 120 } });
  await page.goto("/c");
  await page.getByRole("button", { name: "Ga verder" }).click();
  await expectAccessible(page, "a code that is missing");
  await page.goto(link.url);
  await expectHeading(page, "Deze link is oud");
  await expectAccessible(page, "an old link");
  await page.getByRole("button", { name: "Stuur mij een nieuwe link" }).click();
  await expectHeading(page, "Kijk in uw e-mail");
  await expectAccessible(page, "a new link was sent");
});

test("a claim that is open, its letters and the ways to pay", async ({ page, seed }) => {
  const claim = await seed.claimWithLink({ noticeIsOver: true });
  await openClaim(page, claim);
  await openDetails(page);
  await expectAccessible(page, "open claim");
  await page.getByRole("link", { name: "Alle brieven en rekeningen" }).click();
  await expectHeading(page, "Brieven en rekeningen");
  await expectAccessible(page, "letters");
  await page.getByRole("link", { name: "Herinnering" }).click();
  await expectHeading(page, "Herinnering");
  await expectAccessible(page, "message");
  await page.goBack();
  await page.getByRole("link", { name: claim.reference }).click();
  await expectHeading(page, `Rekening ${claim.reference}`);
  await expectAccessible(page, "document");
  await page.goto("/claim/pay/transfer");
  await expectHeading(page, "Zelf overmaken");
  await expectAccessible(page, "transfer");
  await page.goto("/claim/pay");
  await expectAccessible(page, "pay");
  await page.getByRole("radio", { name: "Een deel" }).check();
  await page.getByRole("button", { name: "Betaal met iDEAL" }).click();
  await expectHeading(page, "Hoeveel wilt u nu betalen?");
  await expectAccessible(page, "pay a part, without an amount");
});

test("a payment under way, and a part that is paid", async ({ page, seed, app }) => {
  await openClaim(page, await seed.claimWithLink({ invoice: "business-debtor" }));
  await openDetails(page);
  await expectAccessible(page, "open claim of a business");
  await page.goto("/claim/pay");
  await page.getByRole("radio", { name: "Een deel" }).check();
  await page.getByLabel("Welk bedrag?").fill("50,00");
  await stayOn(page, "**/claim/pay/pay_*");
  await page.getByRole("button", { name: "Betaal met iDEAL" }).click();
  await expectHeading(page, "U gaat naar uw bank");
  // Where a form leads to is not held back; the same page opened by itself is.
  await page.goto(page.url());
  await expectAccessible(page, "checkout");
  await page.goto("/claim");
  await expectAccessible(page, "a payment under way");
  await page.goto("/claim/pay");
  await expectHeading(page, "U heeft een betaling openstaan");
  await expectAccessible(page, "go on or cancel");

  const part = app.simulator.control.payments().at(-1);
  await stayOn(page, "**/return/*");
  await page.goto(part?.redirectUrl ?? "");
  await expectHeading(page, "We controleren uw betaling");
  await expectAccessible(page, "checking");
  await page.unrouteAll({ behavior: "ignoreErrors" });
  app.simulator.control.setStatus({ paymentId: part?.id ?? "", status: "paid" });
  await page.reload();
  await expectHeading(page, "Uw betaling is gelukt");
  await page.goto("/claim");
  await openDetails(page);
  await expectAccessible(page, "partly paid");
});

for (const outcome of ["failed", "canceled", "expired"] as const) {
  test(`a payment that ended as ${outcome}`, async ({ page, seed }) => {
    await openClaim(page, await seed.claimWithLink());
    await page.goto("/claim/pay");
    await goToBank(page);
    await choose(page, outcome);
    await expectHeading(page, /niet gelukt|gestopt|voorbij/);
    await expectAccessible(page, outcome);
  });
}

test("a claim that is paid, and what another browser shows of it", async ({ page, seed }) => {
  await openClaim(page, await seed.claimWithLink({ invoice: "paid" }));
  await page.goto("/claim/pay");
  await goToBank(page);
  await choose(page, "paid");
  await expectHeading(page, "Uw betaling is gelukt");
  const returned = page.url();
  await expectAccessible(page, "paid");
  await page.goto("/claim");
  await expectHeading(page, "Deze rekening is betaald");
  await openDetails(page);
  await expectAccessible(page, "settled");
  await page.context().clearCookies();
  await page.goto(returned);
  await expectHeading(page, "Uw betaling is gelukt");
  await expectAccessible(page, "paid, in another browser");
});

test("several claims of one debtor", async ({ page, seed }) => {
  await openClaim(page, await seed.claimWithLink({ invoice: "several-claims" }));
  await expectAccessible(page, "several claims");
  await page.goto("/claim/pay");
  await page.getByRole("radio", { name: "Rekeningen die u kiest" }).check();
  await expectAccessible(page, "pay several claims");
  await page.goto("/claim/pay/transfer");
  await expectAccessible(page, "transfer of several claims");
});

/** Keeps a page that goes on by itself from leaving while it is looked at. */
async function stayOn(page: Page, address: string): Promise<void> {
  await page.route(address, async (route) => {
    const response = await route.fetch();
    const { refresh: _goesOn, ...headers } = response.headers();
    await route.fulfill({ response, headers });
  });
}
