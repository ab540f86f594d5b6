import { printPaperCode } from "#app/server/platform/crypto/paper-code.server.ts";
import { expect, test } from "./fixtures.ts";
import { expectHeading, openClaim } from "./journey.ts";

test("an old link gives a new one, by mail to the address that the creditor knows", async ({ page, seed }) => {
  const { link } = await seed.claimWithLink({ invoice: "expired-link", link: { agedDays: 120 } });
  const answer = await page.goto(link.url);
  expect(answer?.status()).toBe(410);
  await expectHeading(page, "Deze link is oud");
  expect(await page.content()).not.toMatch(/Visser|example\.org|Jansen/i);
  await page.getByRole("button", { name: "Stuur mij een nieuwe link" }).click();
  await expectHeading(page, "Kijk in uw e-mail");
  expect(await page.content()).not.toMatch(/Visser|example\.org|Jansen/i);

  await page.goto("/dev/outbox");
  await page.getByRole("listitem").filter({ hasText: "daan.visser@example.org" }).getByRole("link").first().click();
  await page.getByRole("link", { name: "/l/" }).click();
  await page.getByRole("button", { name: "Bericht bekijken" }).click();
  await page.waitForURL("/claim");
  await expectHeading(page, "U heeft een openstaande rekening");
});

test("a code from a letter may be typed with dashes and in small letters", async ({ page, seed }) => {
  const { link } = await seed.claimWithLink({ invoice: "link-on-paper", link: { channel: "letter" } });
  await page.goto("/c");
  await page.getByLabel("Code").fill("1A2B-3C4D");
  await page.getByRole("button", { name: "Ga verder" }).click();
  await expect(page.getByRole("alert")).toContainText("Tel of er 26 letters en cijfers staan.");
  await expect(page.getByLabel("Code")).toHaveValue("1A2B-3C4D");

  await page.getByLabel("Code").fill(printPaperCode(link.code).toLowerCase());
  await page.getByRole("button", { name: "Ga verder" }).click();
  await page.waitForURL("/c/*");
  await expectHeading(page, "Er is een bericht over een rekening");
  await page.getByRole("button", { name: "Bericht bekijken" }).click();
  await page.waitForURL("/claim");
  await expect(page.getByRole("banner")).toContainText("Bakkerij Jansen");
});

test("a revoked link ends its sessions and opens none", async ({ page, seed }) => {
  const claim = await seed.claimWithLink();
  await openClaim(page, claim);
  await seed.revoke(claim);
  await page.reload();
  await expectHeading(page, "Open uw link opnieuw");
  const answer = await page.goto(claim.link.url);
  expect(answer?.status()).toBe(404);
  await expectHeading(page, "Deze link werkt niet");
  await expect(page.getByRole("button")).toHaveCount(0);
});
