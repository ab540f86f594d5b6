import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { expectHeading, openClaim } from "./journey.ts";

/** From the overview to the first question. */
async function begin(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Ik kan niet alles in één keer betalen" }).click();
  await expectHeading(page, "U kunt in delen betalen");
  await page.getByRole("button", { name: "Begin" }).click();
  await expectHeading(page, "Kunt u nu al een deel betalen?");
}

async function goOn(page: Page, heading: string): Promise<void> {
  await page.getByRole("button", { name: "Ga verder", exact: true }).click();
  await expectHeading(page, heading);
}

/** No deposit, so much a month, on the 25th: to the plans. */
async function answerUpToPlans(page: Page, perMonth: string): Promise<void> {
  await page.getByRole("radio", { name: "Nee, nu niet" }).check();
  await goOn(page, "Hoeveel kunt u per maand missen?");
  await page.getByLabel("Bedrag per maand").fill(perMonth);
  await goOn(page, "Op welke dag wilt u betalen?");
  await page.getByRole("radio", { name: "Elke maand op de 25e" }).check();
  await goOn(page, "Welke regeling past bij u?");
}

async function skipReason(page: Page): Promise<void> {
  await expectHeading(page, "Wilt u vertellen waarom?");
  await page.getByRole("button", { name: "Sla deze vraag over" }).click();
}

/** What was filled in to work out a budget, as typed, in a form, or as a number. */
const OWN_FIGURES = /(450|390)(%2C|[.,])?77/;

const instalments = (page: Page) => page.getByRole("table", { name: "Wanneer betaalt u wat?" }).locator("tbody tr");

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });

    test("a plan within the rules is accepted at once", async ({ page, seed }) => {
      const claim = await seed.claimWithLink();
      await openClaim(page, claim);
      await begin(page);
      await answerUpToPlans(page, "32");
      await page.getByRole("radio", { name: /^6 × €\s31,/ }).check();
      await goOn(page, "Wilt u vertellen waarom?");
      await skipReason(page);

      await expectHeading(page, "Klopt uw regeling?");
      await expect(page.getByText("Bakkerij Jansen zegt meteen ja.")).toBeVisible();
      await expect(page.getByText("U zegt hiermee niet dat het bedrag klopt.")).toBeVisible();
      await expect(instalments(page)).toHaveCount(6);
      await expect(page.getByRole("radio", { name: "Ik betaal elke keer zelf" })).toBeChecked();
      await page.getByRole("button", { name: "Start mijn regeling" }).click();
      await page.waitForURL(/\/claim\/arrangement\?/);
      await expect(page.getByText("Uw regeling is begonnen.")).toBeVisible();
      await expect.poll(() => seed.webhooksOf(claim)).toEqual(expect.arrayContaining(["arrangement.proposed", "arrangement.accepted"])); // prettier-ignore

      // The questions are over: the page of the arrangement comes instead.
      await page.goto("/claim/arrangement/check");
      await page.waitForURL("/claim/arrangement");
    });

    test("the budget sheet gives an amount, and keeps nothing of what was filled in", async ({ page, seed, app }) => {
      await openClaim(page, await seed.claimWithLink());
      await begin(page);
      await page.getByRole("radio", { name: "Nee, nu niet" }).check();
      await goOn(page, "Hoeveel kunt u per maand missen?");
      await page.getByRole("link", { name: "Help mij uitrekenen wat ik kan missen" }).click();
      await expectHeading(page, "Wat houdt u per maand over?");
      const sent: string[] = [];
      page.on("request", (request) => sent.push(request.postData() ?? ""));

      await page.getByLabel("Loon, uitkering of pensioen").fill("1.450,77");
      await page.getByLabel("Huur of hypotheek").fill("veel");
      await page.getByRole("button", { name: "Reken uit" }).click();
      await expect(
        page.getByText("Vul bij “Huur of hypotheek” een bedrag in zoals 25 of 25,50.").first(),
      ).toBeVisible();
      await expect(page.getByLabel("Loon, uitkering of pensioen")).toHaveValue("1.450,77");
      await page.getByLabel("Huur of hypotheek").fill("1390,77");
      await page.getByRole("button", { name: "Reken uit" }).click();
      await expect(page.getByText(/^U houdt per maand ongeveer €\s60,00 over\.$/)).toBeVisible();
      await page.getByLabel("Hoeveel daarvan wilt u gebruiken?").fill("40");
      await page.getByRole("button", { name: "Ga verder met dit bedrag" }).click();
      await expectHeading(page, "Op welke dag wilt u betalen?");

      if (javaScriptEnabled) expect(sent.join(" ")).not.toMatch(OWN_FIGURES);
      const kept = await app.database.db.pool.query<{ answers: string }>("SELECT answers::text FROM form_draft");
      const drafts = kept.rows.map(({ answers }) => answers).join(" ");
      expect(drafts).toContain('"perMonth": "40.00"');
      expect(drafts).not.toMatch(OWN_FIGURES);
      expect(drafts).not.toMatch(/housing|wage/);
    });
  });
}

test("a proposal beyond the rules gets counter-offers, and one of them is chosen", async ({ page, seed }) => {
  await openClaim(page, await seed.claimWithLink());
  await begin(page);
  await answerUpToPlans(page, "10");
  await page.getByRole("radio", { name: /^19 × / }).check();
  await goOn(page, "Wilt u vertellen waarom?");
  await skipReason(page);

  await expectHeading(page, "Klopt uw voorstel?");
  await expect(page.getByText("U wilt in 19 keer betalen. Bij 6 keer of minder zegt Bakkerij Jansen meteen ja.")).toBeVisible(); // prettier-ignore
  await expect(page.getByRole("button", { name: "Laat iemand van Bakkerij Jansen beslissen" })).toBeVisible();
  await page.getByRole("button", { name: /^6 × €\s31,/ }).click();
  await expectHeading(page, "Klopt uw regeling?");
  await expect(instalments(page)).toHaveCount(6);
  await page.getByRole("button", { name: "Start mijn regeling" }).click();
  await expect(page.getByText("Uw regeling is begonnen.")).toBeVisible();
});

test("a person decides before a day that is named", async ({ page, seed }) => {
  const claim = await seed.claimWithLink();
  await openClaim(page, claim);
  await begin(page);
  await answerUpToPlans(page, "20");
  await page.getByRole("radio", { name: /^10 × / }).check();
  await goOn(page, "Wilt u vertellen waarom?");
  await page.getByRole("radio", { name: "Ik heb minder inkomen" }).check();
  await page.getByLabel("Wilt u er iets bij vertellen?").fill("Vanaf januari werk ik weer.");
  await goOn(page, "Klopt uw voorstel?");
  await expect(page.getByText("Vanaf januari werk ik weer.")).toBeVisible();
  await expect(page.getByText(/^U krijgt uiterlijk \w+dag \d+ \w+ \d{4} antwoord\./)).toBeVisible();
  await page.getByRole("button", { name: "Laat iemand van Bakkerij Jansen beslissen" }).click();
  await expectHeading(page, "Uw voorstel wordt bekeken");
  await expect.poll(() => seed.webhooksOf(claim)).toEqual(["claim.opened", "arrangement.proposed"]);
});

test("who cannot afford it finds help first, and then a person", async ({ page, seed }) => {
  await openClaim(page, await seed.claimWithLink());
  await begin(page);
  await page.getByRole("radio", { name: "Nee, nu niet" }).check();
  await goOn(page, "Hoeveel kunt u per maand missen?");
  await page.getByRole("link", { name: "Ik kan dit niet betalen" }).click();
  await expectHeading(page, "Lukt dit niet? Er is hulp");
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Bel 0800-8115" })).toBeVisible();
  await goOn(page, "Wilt u vertellen waarom?");
  await skipReason(page);
  await expectHeading(page, "Klopt uw voorstel?");
  await expect(page.getByText("U kunt nu niets missen. Daarover beslist altijd een mens.")).toBeVisible();
  await page.getByRole("button", { name: "Laat iemand van Bakkerij Jansen beslissen" }).click();
  await expectHeading(page, "Uw voorstel wordt bekeken");
});

test("an answer is changed from the check page, and Back, reload and other windows do no harm", async ({
  page,
  context,
  seed,
}) => {
  await openClaim(page, await seed.claimWithLink());
  await begin(page);
  await page.goto("/claim/arrangement/check");
  await expectHeading(page, "Kunt u nu al een deel betalen?");
  await page.getByRole("button", { name: "Ga verder" }).click();
  await expect(page.getByRole("alert")).toContainText("Kies of u nu al een deel kunt betalen.");
  await answerUpToPlans(page, "40");
  await page.goBack();
  await expect(page.getByRole("radio", { name: "Elke maand op de 25e" })).toBeChecked();
  await page.goForward();
  await page.reload();
  await page.locator("input[name=plan]").first().check();
  await goOn(page, "Wilt u vertellen waarom?");
  await skipReason(page);
  await expectHeading(page, "Klopt uw regeling?");

  const other = await context.newPage();
  await other.goto("/claim/arrangement/check");
  await other.getByRole("link", { name: "Wijzig Dag" }).click();
  await other.getByRole("radio", { name: "Elke maand op de 1e" }).check();
  await goOn(other, "Klopt uw regeling?");
  await expect(other.getByRole("definition").filter({ hasText: "Elke maand op de 1e" })).toBeVisible();

  await page.getByRole("button", { name: "Start mijn regeling" }).click();
  await expect(page.getByRole("alert")).toContainText("Kijk het nog eens na.");
  await expect(page.getByRole("definition").filter({ hasText: "Elke maand op de 1e" })).toBeVisible();
  await page.getByRole("button", { name: "Start mijn regeling" }).dblclick();
  await expect(page.getByText("Uw regeling is begonnen.")).toBeVisible();
});
