import type { Browser, BrowserContext, Page } from "@playwright/test";
import { expectAccessible } from "./axe-check.ts";
import { collectFaults, expect, test } from "./fixtures.ts";
import { expectHeading, openClaim } from "./journey.ts";

/** From any page of the claim to one of the ways on the help page. */
async function choose(page: Page, way: string): Promise<void> {
  await page.goto("/help");
  await page.getByRole("link", { name: way }).click();
}

/** Makes a link for somebody who helps; answers its address. */
async function makeLink(page: Page, right: string): Promise<string> {
  await choose(page, "Laat iemand meekijken");
  await page.getByLabel("Hoe heet deze persoon?").fill("Fatima");
  await page.getByRole("radio", { name: right }).check();
  await page.getByRole("button", { name: "Maak de link" }).click();
  await expectHeading(page, "De link voor Fatima is klaar");
  return (await page.locator("[data-copy]").first().textContent()) ?? "";
}

type Helping = { browser: Browser; link: string; javaScriptEnabled: boolean; baseURL: string };

/** The helper's own phone, behind the button of the link. */
async function openAsHelper({ browser, link, javaScriptEnabled, baseURL }: Helping) {
  const context = await browser.newContext({
    javaScriptEnabled,
    baseURL,
    viewport: { width: 390, height: 844 },
    locale: "nl-NL",
  });
  const faults = collectFaults(context);
  const page = await context.newPage();
  await page.goto(link);
  await page.getByRole("button", { name: "Bericht bekijken" }).click();
  await page.waitForURL("/claim");
  return { page, context, faults };
}

/** The status of an address for whoever has this session. */
const statusOf = async (context: BrowserContext, path: string): Promise<number> =>
  (await context.request.get(path)).status();

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });

    test("everything rests, lasts longer by saying who helps, and goes on again", async ({ page, seed }) => {
      // Eight forms and pages one after the other.
      test.slow();
      const claim = await seed.claimWithLink();
      await openClaim(page, claim);
      await choose(page, "Zet even stil");
      await expectHeading(page, "Zet uw rekeningen even stil");
      await expect(page.getByText("Er komen geen nieuwe kosten bij.")).toBeVisible();
      await page.getByRole("button", { name: "Ja, zet alles even stil" }).click();
      await expectHeading(page, "Uw rekeningen staan stil");
      await expect(page.getByRole("status")).toContainText("De pauze is begonnen.");

      await page.goto("/claim");
      await expect(
        page.getByText(/^Deze rekening staat op pauze tot en met \d+ \w+ \d{4}, omdat u hulp zoekt\./),
      ).toBeVisible();
      await expect(page.getByRole("link", { name: "Toch nu betalen" })).toBeVisible();
      await page.getByRole("link", { name: "Meer over deze pauze" }).click();
      await page.getByRole("button", { name: "Verleng de pauze" }).click();
      await expect(page.getByRole("alert")).toContainText("Vul in wie u helpt.");
      await page.getByLabel("Wie helpt u?").fill("Sociaal wijkteam");
      await page.getByRole("button", { name: "Verleng de pauze" }).click();
      await expect(page.getByRole("status")).toContainText("De pauze duurt nu langer.");
      await expect(page.getByRole("button", { name: "Verleng de pauze" })).toHaveCount(0);

      await page.getByRole("button", { name: "Stop de pauze" }).click();
      await expectHeading(page, "Zet uw rekeningen even stil");
      await expect(page.getByRole("status")).toContainText("De pauze is gestopt.");
      const told = ["claim.opened", "claim.paused", "debtor.help_requested", "claim.paused", "claim.resumed"];
      await expect.poll(() => seed.webhooksOf(claim)).toEqual(told);
      expect(await seed.mailsOf(claim)).toEqual(expect.arrayContaining(["pause_started", "pause_extended", "pause_endedByDebtor"])); // prettier-ignore
    });

    test("who has an administrator says so, and everything rests", async ({ page, seed }) => {
      test.slow();
      const claim = await seed.claimWithLink();
      await openClaim(page, claim);
      await choose(page, "Ik heb een bewindvoerder of schuldhulpverlener");
      await page.getByLabel("Telefoon of e-mail").fill("010 123 45 67");
      await page.getByRole("button", { name: "Versturen" }).click();
      await expect(page.getByRole("alert")).toContainText("Kies wat het is.");
      await expect(page.getByRole("alert")).toContainText("Vul een naam in.");
      await expect(page.getByLabel("Telefoon of e-mail")).toHaveValue("010 123 45 67");
      await page.getByRole("radio", { name: "Een bewindvoerder, door de rechter benoemd" }).check();
      await page.getByLabel("Wie helpt u?").fill("M. Jansen");
      await page.getByRole("button", { name: "Versturen" }).click();
      await expectHeading(page, "Dank u wel, het is doorgegeven");
      await page.goto("/claim/letters");
      await page.getByRole("link", { name: "Ik heb een bewindvoerder of schuldhulpverlener" }).click();
      await expect(page.getByRole("main")).toContainText("Naam: M. Jansen");
      await expect
        .poll(() => seed.webhooksOf(claim))
        .toEqual(["claim.opened", "debtor.help_requested", "claim.paused"]);
    });

    test("after a death everything rests", async ({ page, seed }) => {
      const claim = await seed.claimWithLink();
      await openClaim(page, claim);
      await choose(page, "Iemand is overleden");
      await page.getByLabel("Wat is uw naam?").fill("A. Visser");
      await page.getByRole("button", { name: "Versturen" }).click();
      await expect(page.getByRole("status")).toContainText("Wij wensen u veel sterkte.");
      expect(await seed.mailsOf(claim)).not.toContain("pause_started");
    });

    test("somebody looks along: what they may see and not, that it is seen, and that it ends", async ({
      page,
      seed,
      browser,
      baseURL,
    }) => {
      test.slow();
      const claim = await seed.claimWithLink();
      await openClaim(page, claim);
      const link = await makeLink(page, "Alleen kijken en betalen");
      await page.getByRole("link", { name: "Naar uw links" }).click();
      await expect(page.getByText("De link is nog niet gebruikt.")).toBeVisible();

      const helper = await openAsHelper({ browser, link, javaScriptEnabled, baseURL: baseURL ?? "" });
      const banner = helper.page.getByRole("complementary", { name: "Meekijken" });
      await expect(banner).toContainText(/^U kijkt mee met .+\./);
      for (const allowed of [
        "/claim",
        "/claim/letters",
        "/claim/pay",
        "/claim/pay/transfer",
        "/claim/arrangement",
        "/help",
      ]) {
        expect(await statusOf(helper.context, allowed), allowed).toBe(200);
      }
      for (const closed of [
        "/claim/help/pause",
        "/claim/help/helper",
        "/claim/help/not-me",
        "/claim/details",
        "/claim/complaint",
      ]) {
        expect(await statusOf(helper.context, closed), closed).toBe(403);
      }
      await helper.page.goto("/claim/help/helper");
      await expectHeading(helper.page, "Dit kan alleen de klant zelf");
      await helper.page.goto("/claim/arrangement");
      await helper.page.getByRole("button", { name: "Begin" }).click();
      await expectHeading(helper.page, "Dit kan alleen de klant zelf");
      await helper.page.goto("/help");
      await expect(helper.page.getByRole("link", { name: "Zet even stil" })).toHaveCount(0);

      await page.reload();
      await expect(page.getByRole("listitem").filter({ hasText: "Fatima" })).toContainText("Binnengekomen");
      await page.getByRole("button", { name: "Stop de link van Fatima" }).click();
      await expect(page.getByText("Door u gestopt.")).toBeVisible();
      await helper.page.goto("/claim");
      await expectHeading(helper.page, "Open uw link opnieuw");
      expect((await helper.page.goto(link))?.status()).toBe(404);
      expect(helper.faults).toEqual([]);
      await helper.context.close();
    });

    test("somebody who may propose begins an arrangement", async ({ page, seed, browser, baseURL }) => {
      const claim = await seed.claimWithLink();
      await openClaim(page, claim);
      const link = await makeLink(page, "Ook een regeling voorstellen");
      const helper = await openAsHelper({ browser, link, javaScriptEnabled, baseURL: baseURL ?? "" });
      await helper.page.goto("/claim/arrangement");
      await helper.page.getByRole("button", { name: "Begin" }).click();
      await helper.page.waitForURL("/claim/arrangement/*");
      await expect(helper.page.getByRole("complementary", { name: "Meekijken" })).toBeVisible();
      await helper.context.close();
    });

    test("this is not for me, before the link is opened: a choice is needed, and nothing is shown", async ({
      page,
      seed,
    }) => {
      const claim = await seed.claimWithLink();
      await page.goto(claim.link.url);
      await page.getByRole("link", { name: "Dit is niet voor mij" }).click();
      await expectHeading(page, "Dit is niet voor mij");
      expect(await page.content()).not.toMatch(new RegExp(`Jansen|Visser|€|${claim.reference}`, "i"));
      await page.getByRole("button", { name: "Dit is niet voor mij" }).click();
      await expect(page.getByRole("alert")).toContainText("Kies wat u weet.");
      await page.getByRole("radio", { name: "Ik ken deze persoon niet" }).check();
      await page.getByRole("button", { name: "Dit is niet voor mij" }).click();
      await page.waitForURL("/not-me");
      await expectHeading(page, "Dank u wel");
      expect(await page.content()).not.toMatch(/Jansen|Visser|€/i);
      expect((await page.goto(claim.link.url))?.status()).toBe(404);
      await expect.poll(() => seed.webhooksOf(claim)).toEqual(["claim.opened", "debtor.wrong_person", "claim.paused"]);
    });

    test("this is not for me, from within: the session is over", async ({ page, seed }) => {
      const claim = await seed.claimWithLink();
      await openClaim(page, claim);
      await choose(page, "Dit is niet voor mij");
      await page.getByRole("radio", { name: "Deze persoon is verhuisd" }).check();
      await page.getByRole("button", { name: "Dit is niet voor mij" }).click();
      await page.waitForURL("/not-me");
      await page.goto("/claim");
      await expectHeading(page, "Open uw link opnieuw");
    });
  });
}

test.describe("for everybody", () => {
  // Lets axe in; what the policy refuses is seen in the journeys above.
  test.use({ bypassCSP: true });

  test("every page can be read by everybody", async ({ page, seed }) => {
    test.slow();
    const claim = await seed.claimWithLink();
    await page.goto(`${claim.link.url}/not-me`);
    await expectAccessible(page, "not me");
    await page.goto("/not-me");
    await expectAccessible(page, "thanks");
    await openClaim(page, claim);
    for (const path of [
      "/help",
      "/claim/help/pause",
      "/claim/help/counsellor",
      "/claim/help/bankrupt",
      "/claim/help/deceased",
      "/claim/help/helper",
      "/claim/help/not-me",
    ]) {
      await page.goto(path);
      await expectAccessible(page, path);
    }
    await page.goto("/claim/help/pause");
    await page.getByRole("button", { name: "Ja, zet alles even stil" }).click();
    await expectAccessible(page, "a pause that runs");
    await makeLink(page, "Alleen kijken en betalen");
    await expectAccessible(page, "a link that was made");
    await page.getByRole("link", { name: "Naar uw links" }).click();
    await expectAccessible(page, "links");
  });
});
