import type { Page } from "@playwright/test";
import { expectAccessible } from "./axe-check.ts";
import { collectionsOf, endCollection } from "./collections.ts";
import { expect, test } from "./fixtures.ts";
import { choose, expectHeading, goToBank, openClaim } from "./journey.ts";

const rows = (page: Page) => page.getByRole("table", { name: "Alle termijnen van uw regeling" }).locator("tbody tr");

/** From the overview to the page of the arrangement. */
async function openArrangement(page: Page): Promise<void> {
  await page.goto("/claim");
  await page.getByRole("link", { name: /^Bekijk (uw regeling|het voorstel)$/ }).click();
  await page.waitForURL(/\/claim\/arrangement/);
}

/** Pays what the button is about at the bank, and comes back to the arrangement. */
async function payWith(page: Page, button: string): Promise<void> {
  await page.getByRole("link", { name: button }).click();
  await goToBank(page);
  await choose(page, "paid");
  await expectHeading(page, "Uw betaling is gelukt");
  await expect(page.getByText(/^U betaalt in delen\. (Uw volgende termijn is|Op \w+dag) /)).toBeVisible();
  await openArrangement(page);
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });

    test("an instalment is paid, and the next one is named", async ({ page, seed }) => {
      const claim = await seed.claimWithLink();
      await seed.arrange(claim, { perMonth: "40.00" });
      await openClaim(page, claim);
      await openArrangement(page);
      await expectHeading(page, "Uw regeling loopt");
      await payWith(page, "Betaal deze termijn");

      await expect(rows(page).first()).toContainText(/Betaald op \d+ \w+ \d{4}\./);
      await expect(rows(page).nth(1)).toContainText("Komt nog.");
      await expect(page.getByText(/^Betaal uiterlijk \w+dag 25 \w+ \d{4}\.$/)).toBeVisible();
      const told = ["claim.opened", "arrangement.proposed", "arrangement.accepted", "payment.paid", "instalment.paid"];
      await expect.poll(() => seed.webhooksOf(claim)).toEqual(told);
    });

    test("beside other bills that are open, an instalment is what the plan's page pays", async ({ page, seed }) => {
      const claim = await seed.claimWithLink({ invoice: "several-claims" });
      await seed.arrange(claim, { perMonth: "100.00" });
      await openClaim(page, claim);
      await page.goto("/claim/arrangement");
      await page.getByRole("link", { name: "Betaal deze termijn" }).click();
      await expect(page.getByRole("radio", { name: /^Uw termijn/ })).toBeChecked();
      await goToBank(page);

      // Back without paying: what was begun is gone on with where it is known.
      await page.goto("/claim/arrangement");
      await page.getByRole("link", { name: "Ga verder met uw betaling" }).click();
      await page.getByRole("button", { name: "Annuleer deze betaling" }).click();
      await expect(page.getByRole("radio", { name: /^Uw termijn/ })).toBeChecked();

      await page.goto("/claim/arrangement");
      await page.getByRole("link", { name: "Betaal deze termijn" }).click();
      await goToBank(page);
      await choose(page, "paid");
      await expectHeading(page, "Uw betaling is gelukt");
      await page.goto("/claim/arrangement");
      await expect(rows(page).first()).toContainText(/Betaald op \d+ \w+ \d{4}\./);
    });

    test("a missed instalment is repaired by paying it", async ({ page, seed }) => {
      const claim = await seed.claimWithLink();
      const plan = await seed.arrange(claim, { perMonth: "40.00" });
      await seed.letPass(plan, { seq: 1, days: 1 });
      expect(await seed.mailsOf(claim)).toContain("arrangement_missed_first");
      await openClaim(page, claim);
      await openArrangement(page);
      await expectHeading(page, "Er staat nog een termijn open");
      await expect(page.getByText("Dat kan gebeuren. Betaalt u deze termijn nu, dan loopt uw regeling gewoon door.")).toBeVisible(); // prettier-ignore
      await payWith(page, "Betaal deze termijn");
      await expectHeading(page, "Uw regeling loopt");
      await expect(rows(page).first()).toContainText("Betaald op");
    });

    test("an instalment is put off, and another one skipped", async ({ page, seed }) => {
      const claim = await seed.claimWithLink();
      await seed.arrange(claim, { perMonth: "40.00" });
      await openClaim(page, claim);
      await openArrangement(page);
      const count = await rows(page).count();
      await page.getByRole("button", { name: "Geef mij 14 dagen uitstel" }).click();
      await expect(page.getByText("U heeft uitstel. De nieuwe dag staat hieronder.")).toBeVisible();
      await expect(rows(page).first()).toContainText("Uitstel: was 25");
      await expect(page.getByRole("button", { name: "Geef mij 14 dagen uitstel" })).toHaveCount(0);

      await page.getByRole("button", { name: "Sla deze termijn over" }).click();
      await expect(page.getByText("De termijn is naar het eind geschoven.")).toBeVisible();
      await expect(rows(page)).toHaveCount(count);
      await expect(page.getByText(/^Een termijn overslaan kan weer vanaf \d+ \w+ \d{4}\.$/)).toBeVisible();
      await expect.poll(() => seed.webhooksOf(claim)).toEqual(expect.arrayContaining(["instalment.postponed", "instalment.postponed"])); // prettier-ignore
    });

    test("another offer of the creditor is accepted", async ({ page, seed }) => {
      const claim = await seed.claimWithLink();
      const arrangementId = await seed.arrange(claim, { perMonth: "15.00", person: true });
      await seed.counter(claim, { arrangementId, parts: 8, reason: "In acht keer lukt het ons wel." });
      await openClaim(page, claim);
      await openArrangement(page);
      await expectHeading(page, "Er is een ander voorstel voor u");
      await expect(page.getByText("In acht keer lukt het ons wel.")).toBeVisible();
      await page.getByRole("button", { name: "Ja, zo spreken we het af" }).click();
      await expectHeading(page, "Uw regeling loopt");
      await expect(page.getByText("Uw regeling is begonnen.")).toBeVisible();
      await expect(rows(page)).toHaveCount(8);
    });

    test("a proposal that a person declines says why, and what is possible now", async ({ page, seed }) => {
      const claim = await seed.claimWithLink();
      const arrangementId = await seed.arrange(claim, { perMonth: "15.00", person: true });
      await openClaim(page, claim);
      await openArrangement(page);
      await expectHeading(page, "Uw voorstel wordt bekeken");
      await seed.decline(claim, { arrangementId, reason: "Wij kunnen niet langer dan een jaar wachten." });
      await page.getByRole("button", { name: "Trek mijn voorstel in" }).click();
      await expectHeading(page, "Uw voorstel is niet aangenomen");
      await expect(page.getByText("Dat kan niet meer. Er is intussen iets veranderd.")).toBeVisible();
      await expect(page.getByText("Wij kunnen niet langer dan een jaar wachten.")).toBeVisible();
      await expect(page.getByText(/^Vanaf \w+dag \d+ \w+ \d{4} kunt u hier een nieuw voorstel doen\.$/)).toBeVisible();
    });

    test("collected by itself after a first payment; a collection that fails is paid by hand", async ({ page, seed, app }) => {
      // Two visits to the bank and nine questions.
      test.slow();
      const claim = await seed.claimWithLink();
      await openClaim(page, claim);
      await chooseCollection(page);
      await expect(page.getByText("Betaalt u de eerste termijn met iDEAL, dan geeft u toestemming voor de rest.")).toBeVisible();
      await payWith(page, "Betaal deze termijn");
      await expect(page.getByText(/^Dit wordt op \w+dag \d+ \w+ \d{4} automatisch afgeschreven\./)).toBeVisible();

      const plan = await seed.arrangementOf(claim);
      await seed.letPass(plan, { seq: 2, days: 0 });
      await expect.poll(() => collectionsOf(app, plan)).toHaveLength(1);
      await page.reload();
      await expectHeading(page, "Uw termijn wordt afgeschreven");
      await expect(rows(page).nth(1)).toContainText("Wordt nu afgeschreven.");
      await expect(page.getByRole("link", { name: "Betaal deze termijn" })).toHaveCount(0);
      await endCollection(app, plan, "failed");
      await expect.poll(() => seed.mailsOf(claim)).toContain("arrangement_debit_failed");
      await page.reload();
      await expectHeading(page, "Een afschrijving is niet gelukt");
      await expect(page.getByText(/^Betaalt u niet zelf\? Dan proberen we het vanaf \w+dag \d+ \w+ \d{4} nog een keer\.$/)).toBeVisible();
      await payWith(page, "Betaal deze termijn");
      await expect(rows(page).nth(1)).toContainText("Betaald op");
      await expect.poll(() => seed.webhooksOf(claim).filter((type) => type === "instalment.paid")).toHaveLength(2);
    }); // prettier-ignore
  });
}

/** The six questions, and on the check page automatic collection. */
async function chooseCollection(page: Page): Promise<void> {
  await page.goto("/claim/arrangement");
  await page.getByRole("button", { name: "Begin" }).click();
  await page.getByRole("radio", { name: "Nee, nu niet" }).check();
  await goOn(page, "Hoeveel kunt u per maand missen?");
  await page.getByLabel("Bedrag per maand").fill("40");
  await goOn(page, "Op welke dag wilt u betalen?");
  await page.getByRole("radio", { name: "Elke maand op de 25e" }).check();
  await goOn(page, "Welke regeling past bij u?");
  await page.locator("input[name=plan]").first().check();
  await goOn(page, "Wilt u vertellen waarom?");
  await page.getByRole("button", { name: "Sla deze vraag over" }).click();
  await expectHeading(page, "Klopt uw regeling?");
  await page.getByRole("radio", { name: /automatisch/i }).check();
  await page.getByRole("button", { name: "Start mijn regeling" }).click();
  await expect(page.getByText("Uw regeling is begonnen.")).toBeVisible();
}

async function goOn(page: Page, heading: string): Promise<void> {
  await page.getByRole("button", { name: "Ga verder", exact: true }).click();
  await expectHeading(page, heading);
}

test("the agreement is a document of its own", async ({ page, seed }) => {
  const claim = await seed.claimWithLink();
  await seed.arrange(claim, { perMonth: "40.00" });
  await openClaim(page, claim);
  await openArrangement(page);
  const href = await page.getByRole("link", { name: "De hele afspraak (pdf)" }).getAttribute("href");
  const pdf = await page.request.get(href ?? "");
  expect(pdf.headers()["content-type"]).toBe("application/pdf");
  expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
});

test.describe("everybody can use", () => {
  // Lets axe in; what the policy refuses is seen in the other journeys.
  test.use({ bypassCSP: true });

  test("a proposal that waits, another offer, and a proposal that was declined", async ({ page, seed }) => {
    const claim = await seed.claimWithLink();
    const arrangementId = await seed.arrange(claim, { perMonth: "15.00", person: true });
    await openClaim(page, claim);
    await expectAccessible(page, "overview while somebody decides");
    await openArrangement(page);
    await expectAccessible(page, "proposed");
    await seed.counter(claim, { arrangementId, parts: 8, reason: "In acht keer lukt het ons wel." });
    await page.reload();
    await expectHeading(page, "Er is een ander voorstel voor u");
    await expectAccessible(page, "countered");
    await page.getByRole("button", { name: "Nee, ik zie ervan af" }).click();
    await expectHeading(page, "U heeft het voorstel laten gaan");
    await expectAccessible(page, "let go");

    const other = await seed.claimWithLink();
    const id = await seed.arrange(other, { perMonth: "15.00", person: true });
    await seed.decline(other, { arrangementId: id, reason: "Wij kunnen niet langer dan een jaar wachten." });
    await openClaim(page, other);
    await page.goto("/claim/arrangement");
    await expectHeading(page, "Uw voorstel is niet aangenomen");
    await expectAccessible(page, "declined");
  });

  test("a plan that runs, is behind, and is paid", async ({ page, seed }) => {
    const claim = await seed.claimWithLink();
    const plan = await seed.arrange(claim, { perMonth: "40.00" });
    await openClaim(page, claim);
    await expectAccessible(page, "overview of a claim that is arranged");
    await openArrangement(page);
    await page.getByRole("button", { name: "Geef mij 14 dagen uitstel" }).click();
    await expectAccessible(page, "put off");
    await seed.letPass(plan, { seq: 1, days: 1 });
    await openArrangement(page);
    await expectHeading(page, "Er staat nog een termijn open");
    await expectAccessible(page, "late");
    await page.getByRole("link", { name: "Betaal deze termijn" }).click();
    await expectAccessible(page, "pay an instalment");
    await page.getByRole("radio", { name: /^Alles: / }).check();
    await goToBank(page);
    await choose(page, "paid");
    await expectHeading(page, "Uw betaling is gelukt");
    await page.goto("/claim/arrangement");
    await expectHeading(page, "Uw regeling is klaar");
    await expectAccessible(page, "completed");
  });

  test("a collection under way, and one that failed", async ({ page, seed, app }) => {
    const claim = await seed.claimWithLink();
    await openClaim(page, claim);
    await chooseCollection(page);
    await expectAccessible(page, "before the first payment");
    await payWith(page, "Betaal deze termijn");
    await expectAccessible(page, "collected by itself");
    const plan = await seed.arrangementOf(claim);
    await seed.letPass(plan, { seq: 2, days: 0 });
    await expect.poll(() => collectionsOf(app, plan)).toHaveLength(1);
    await page.reload();
    await expectAccessible(page, "collecting");
    await endCollection(app, plan, "failed");
    await expect.poll(() => seed.mailsOf(claim)).toContain("arrangement_debit_failed");
    await page.reload();
    await expectAccessible(page, "collection failed");
    await page.goto("/claim");
    await expectAccessible(page, "overview after a collection failed");
  });
});
