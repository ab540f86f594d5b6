import type { Page } from "@playwright/test";
import { addDays, type LocalDate } from "#app/domain/calendar.ts";
import { dayInAmsterdam } from "#app/server/platform/clock/clock.server.ts";
import { expectAccessible } from "./axe-check.ts";
import { expect, test } from "./fixtures.ts";
import { choose, expectHeading, goToBank, openClaim } from "./journey.ts";
import type { SeededClaim } from "./seed.ts";

const today = (): LocalDate => dayInAmsterdam(new Date());

/** From the overview to the first question. */
async function disagree(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Ik ben het er niet mee eens" }).click();
  await expectHeading(page, "Wat klopt er niet?");
}

async function goOn(page: Page, heading: string): Promise<void> {
  await page.getByRole("button", { name: "Ga verder", exact: true }).click();
  await expectHeading(page, heading);
}

async function chooseGround(page: Page, name: string, next: string): Promise<void> {
  await page.getByRole("radio", { name }).check();
  await goOn(page, next);
}

/** Tells something, adds no files, and comes to the check page. */
async function tell(page: Page, story: string): Promise<void> {
  await expectHeading(page, "Wat is er gebeurd?");
  await page.getByLabel("Uw verhaal").fill(story);
  await goOn(page, "Bestanden toevoegen");
  await page.getByRole("link", { name: "Ga verder zonder bestanden" }).click();
  await expectHeading(page, "Klopt dit zo?");
}

async function send(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Stuur naar / }).click();
  await expectHeading(page, "Uw bezwaar wordt bekeken");
  await expect(page.getByText(/^Uw bezwaar is verstuurd\. Uw nummer is B-[0-9A-Z]{4}-[0-9A-Z]{4}\.$/)).toBeVisible();
}

/** A dispute about all of a claim. */
async function disputeAll(page: Page, claim: SeededClaim): Promise<void> {
  await openClaim(page, claim);
  await disagree(page);
  await chooseGround(page, "Ik heb dit niet besteld of afgesproken", "Met welk deel bent u het niet eens?");
  await goOn(page, "Wat is er gebeurd?");
  await tell(page, "Ik ken dit bedrijf niet.");
  await send(page);
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });

    test("the whole claim is disputed; nothing is lost on the way, and nothing is sent twice", async ({
      page,
      seed,
    }) => {
      const claim = await seed.claimWithLink();
      await openClaim(page, claim);
      await disagree(page);
      await page.getByRole("button", { name: "Ga verder", exact: true }).click();
      await expect(page.getByRole("link", { name: "Kies wat er niet klopt" })).toBeVisible();
      await chooseGround(page, "Deze rekening is niet voor mij", "Met welk deel bent u het niet eens?");
      await expect(page.getByRole("radio", { name: /^Met alles: / })).toBeChecked();
      await goOn(page, "Wat is er gebeurd?");
      await tell(page, "De brief is voor\nde vorige bewoner.");
      await expect(page.getByText("De brief is voor")).toBeVisible();

      await page.getByRole("link", { name: "Wijzig Uw verhaal" }).click();
      await page.getByLabel("Uw verhaal").fill("De brief is voor mijn buurman.");
      await goOn(page, "Klopt dit zo?");
      await page.reload();
      await expect(page.getByText("De brief is voor mijn buurman.")).toBeVisible();
      await send(page);

      const answer = page.getByText(/^U krijgt uiterlijk \w+dag \d+ \w+ \d{4} antwoord\.$/);
      await expect(answer).toContainText(String(Number(addDays(today(), 14).slice(8))));
      await expect(page.getByRole("link", { name: /^Betaal de rest/ })).toHaveCount(0);
      await page.goBack();
      await page.goto("/claim/dispute/check");
      await expectHeading(page, "Uw bezwaar wordt bekeken");
      await page.goto("/claim");
      await page.getByRole("link", { name: "Bekijk uw bezwaar" }).click();
      await expectHeading(page, "Uw bezwaar wordt bekeken");
      await expect(page.getByText("De brief is voor mijn buurman.")).toBeVisible();
      await expect.poll(() => seed.webhooksOf(claim)).toEqual(["claim.opened", "dispute.opened"]);
    });

    test("only the collection costs are disputed, and the rest is paid at once", async ({ page, seed }) => {
      const claim = await seed.claimWithLink({ noticeIsOver: true });
      await openClaim(page, claim);
      await disagree(page);
      await chooseGround(page, "De incassokosten kloppen niet", "Met welk deel bent u het niet eens?");
      await expect(page.getByRole("radio", { name: "Met een of meer onderdelen" })).toBeChecked();
      await expect(page.getByRole("checkbox", { name: /^De incassokosten: / })).toBeChecked();
      await page.getByRole("checkbox", { name: /^De incassokosten: / }).uncheck();
      await page.getByRole("button", { name: "Ga verder", exact: true }).click();
      await expect(page.getByRole("link", { name: "Kies een of meer onderdelen" })).toBeVisible();
      await page.getByRole("checkbox", { name: /^De incassokosten: / }).check();
      await goOn(page, "Wat is er gebeurd?");
      await tell(page, "");
      await expect(page.getByText("Niet ingevuld")).toBeVisible();
      await send(page);

      await page.getByRole("link", { name: /^Betaal de rest: / }).click();
      await expect(page).toHaveURL(/\/claim\/pay\?rest=1$/);
      // Without the costs, which nobody has to transfer while they are disputed.
      await page.getByRole("button", { name: "Zelf overmaken" }).click();
      await expect(page.locator("[data-copy]").nth(2)).toHaveText(/^€\s18\d,\d\d$/);
      await page.goBack();
      await goToBank(page);
      await choose(page, "paid");
      await expectHeading(page, "Uw betaling is gelukt");
      await page.goto("/claim/dispute");
      await expectHeading(page, "Uw bezwaar wordt bekeken");
      await expect(page.getByRole("link", { name: /^Betaal de rest: / })).toHaveCount(0);
    });

    test("an amount of one's own; what cannot be is said and what was typed stays", async ({ page, seed }) => {
      const claim = await seed.claimWithLink();
      await openClaim(page, claim);
      await disagree(page);
      await chooseGround(page, "Het bedrag klopt niet", "Met welk deel bent u het niet eens?");
      await page.getByLabel("Hoeveel is er te veel?").fill("99999");
      await page.getByRole("button", { name: "Ga verder", exact: true }).click();
      await expect(page.getByRole("link", { name: /^Vul een bedrag in van € .* of minder/ })).toBeVisible();
      await expect(page.getByLabel("Hoeveel is er te veel?")).toHaveValue("99999");
      await page.getByLabel("Hoeveel is er te veel?").fill("12,50");
      await goOn(page, "Wat is er gebeurd?");
      await tell(page, "Er stond een andere prijs.");
      await expect(page.getByText("Met € 12,50")).toBeVisible();
      await send(page);
      await expect(page.getByRole("link", { name: /^Betaal de rest: / })).toBeVisible();
    });

    test("already paid, and found", async ({ page, seed }) => {
      const claim = await seed.claimWithLink();
      await seed.paidOutside(claim, { amount: "25.00", daysAgo: 4 });
      await openClaim(page, claim);
      await page.getByRole("link", { name: "Ik heb al betaald" }).click();
      await expect(page.getByRole("radio", { name: "Ik heb dit al betaald" })).toBeChecked();
      await goOn(page, "Wat heeft u betaald?");
      await page.getByLabel("Op welke dag heeft u betaald?").fill(addDays(today(), -5));
      await page.getByLabel("Hoeveel heeft u betaald?").fill("25");
      await goOn(page, "Gevonden!");
      await expect(page.getByText(/heeft €\s25,00 van u ontvangen op /)).toBeVisible();
      await page.getByRole("button", { name: "Nee, een andere betaling" }).click();
      await expectHeading(page, "Met welk deel bent u het niet eens?");
      await expect(page.getByLabel("Hoeveel is er te veel?")).toHaveValue("25");
      await page.getByRole("link", { name: "Terug" }).click();
      await goOn(page, "Gevonden!");
      await page.getByRole("button", { name: "Dat is hem, dank u" }).click();
      await page.waitForURL("/claim");
      await page.goto("/claim/dispute/part");
      await expectHeading(page, "Wat klopt er niet?");
      expect(seed.webhooksOf(claim)).not.toContain("dispute.opened");
    });

    test("already paid, and not found: then it is a dispute", async ({ page, seed }) => {
      const claim = await seed.claimWithLink();
      await openClaim(page, claim);
      await page.getByRole("link", { name: "Ik heb al betaald" }).click();
      await goOn(page, "Wat heeft u betaald?");
      await page.getByRole("button", { name: "Ga verder", exact: true }).click();
      await expect(page.getByRole("link", { name: "Vul in hoeveel u heeft betaald" })).toBeVisible();
      await page.getByLabel("Op welke dag heeft u betaald?").fill(addDays(today(), -20));
      await page.getByLabel("Hoeveel heeft u betaald?").fill("20");
      await page.getByLabel("Van welke rekening? De laatste 4 cijfers").fill("NL91 ABNA 0417 1643 00");
      await goOn(page, "Met welk deel bent u het niet eens?");
      await goOn(page, "Wat is er gebeurd?");
      await tell(page, "");
      await expect(page.getByText("Van rekening: 4300")).toBeVisible();
      await expect(page.getByText("0417")).toHaveCount(0);
      await send(page);
    });

    test("a question is answered, and the decision gives the debtor part of it", async ({ page, seed }) => {
      const claim = await seed.claimWithLink();
      await disputeAll(page, claim);
      await seed.askAboutDispute(claim, "Heeft u ooit iets bij ons besteld?");
      await page.reload();
      await expectHeading(page, "Er is een vraag voor u");
      await expect(page.getByText("Heeft u ooit iets bij ons besteld?").first()).toBeVisible();
      await page.getByRole("button", { name: "Verstuur mijn antwoord" }).click();
      await expect(page.getByRole("link", { name: "Schrijf een antwoord, of voeg een bestand toe" })).toBeVisible();

      await page.getByLabel("Uw antwoord").fill("Nee, nooit.");
      await page.getByRole("button", { name: "Foto's of bestanden toevoegen" }).click();
      await expectHeading(page, "Bestanden toevoegen");
      await page.getByRole("link", { name: "Terug naar mijn antwoord" }).click();
      await expect(page.getByLabel("Uw antwoord")).toHaveValue("Nee, nooit.");
      await page.getByRole("button", { name: "Verstuur mijn antwoord" }).click();
      await expectHeading(page, "Uw bezwaar wordt bekeken");
      await expect(page.getByText("Nee, nooit.").first()).toBeVisible();

      await seed.resolveDispute(claim, {
        outcome: "partly_upheld",
        explanation: "Wij halen er iets af.",
        credit: "10.00",
      });
      await page.goto("/claim/dispute");
      await expectHeading(page, "U heeft voor een deel gelijk gekregen");
      await expect(page.getByText("Wij halen er iets af.").first()).toBeVisible();
      await expect(page.getByText(/ van uw rekening afgehaald\.$/)).toBeVisible();
      await page.getByRole("link", { name: "Maak opnieuw bezwaar" }).click();
      await expectHeading(page, "Wat klopt er niet?");
    });

    test("a dispute is withdrawn, after being asked again", async ({ page, seed }) => {
      const claim = await seed.claimWithLink();
      await disputeAll(page, claim);
      await page.getByRole("link", { name: "Ik trek mijn bezwaar in" }).click();
      await expectHeading(page, "Wilt u uw bezwaar intrekken?");
      await page.getByRole("link", { name: "Nee, laat het staan" }).click();
      await expectHeading(page, "Uw bezwaar wordt bekeken");
      await page.getByRole("link", { name: "Ik trek mijn bezwaar in" }).click();
      await page.getByRole("button", { name: "Ja, trek het in" }).click();
      await expectHeading(page, "Uw bezwaar is gestopt");
      await page.goto("/claim");
      await expect(page.getByRole("link", { name: "Nu betalen" })).toBeVisible();
      await expect.poll(() => seed.webhooksOf(claim)).toContain("dispute.withdrawn");
    });
  });
}

test("with several claims, one of them is disputed", async ({ page, seed }) => {
  const claim = await seed.claimWithLink({ invoice: "several-claims" });
  await openClaim(page, claim);
  await page.getByRole("link", { name: "Ik ben het er niet mee eens" }).click();
  await expectHeading(page, "Over welke rekening gaat het?");
  await page.getByRole("main").getByRole("listitem").getByRole("link").first().click();
  await chooseGround(page, "De rekening is te oud (verjaard)", "Met welk deel bent u het niet eens?");
  await goOn(page, "Wat is er gebeurd?");
  await tell(page, "");
  await send(page);
  await expect(page).toHaveURL(/\?claim=clm_/);
});

test("the confirmation is a document of its own", async ({ page, seed }) => {
  const claim = await seed.claimWithLink();
  await disputeAll(page, claim);
  const href = await page.getByRole("link", { name: "Uw bezwaar op papier (pdf)" }).getAttribute("href");
  const pdf = await page.request.get(href ?? "");
  expect(pdf.headers()["content-type"]).toBe("application/pdf");
  expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
});

test.describe("everybody can use", () => {
  // Lets axe in; what the policy refuses is seen in the other journeys.
  test.use({ bypassCSP: true });

  test("every question, the page of the dispute, and its decision", async ({ page, seed }) => {
    test.slow();
    const claim = await seed.claimWithLink({ noticeIsOver: true });
    await seed.paidOutside(claim, { amount: "25.00", daysAgo: 4 });
    await openClaim(page, claim);
    await page.getByRole("link", { name: "Ik heb al betaald" }).click();
    await expectAccessible(page, "ground");
    await goOn(page, "Wat heeft u betaald?");
    await expectAccessible(page, "paid");
    await page.getByLabel("Op welke dag heeft u betaald?").fill(addDays(today(), -5));
    await page.getByLabel("Hoeveel heeft u betaald?").fill("25");
    await goOn(page, "Gevonden!");
    await expectAccessible(page, "found");
    await page.getByRole("button", { name: "Nee, een andere betaling" }).click();
    await expectHeading(page, "Met welk deel bent u het niet eens?");
    await page.getByRole("radio", { name: "Met een of meer onderdelen" }).check();
    await expectAccessible(page, "part");
    await page.getByRole("button", { name: "Ga verder", exact: true }).click();
    await expect(page.getByRole("link", { name: "Kies een of meer onderdelen" })).toBeVisible();
    await expectAccessible(page, "part with an error");
    await page.getByRole("radio", { name: /^Met alles: / }).check();
    await goOn(page, "Wat is er gebeurd?");
    await expectAccessible(page, "story");
    await tell(page, "Ik heb echt betaald.");
    await expectAccessible(page, "check");
    await send(page);
    await expectAccessible(page, "opened");
    await page.goto("/claim");
    await expectAccessible(page, "overview of a claim that is disputed");
    await seed.askAboutDispute(claim, "Heeft u een afschrift?");
    await page.goto("/claim/dispute");
    await expectHeading(page, "Er is een vraag voor u");
    await expectAccessible(page, "asked");
    await page.getByRole("link", { name: "Ik trek mijn bezwaar in" }).click();
    await expectAccessible(page, "withdraw");
    await seed.resolveDispute(claim, { outcome: "rejected", explanation: "Wij hebben geen betaling gezien." });
    await page.goto("/claim/dispute");
    await expectHeading(page, "U heeft geen gelijk gekregen");
    await expectAccessible(page, "rejected");
  });
});
