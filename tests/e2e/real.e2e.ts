import type { Page } from "@playwright/test";
import { expectAccessible } from "./axe-check.ts";
import { expect, test } from "./fixtures.ts";
import { expectHeading } from "./journey.ts";

async function type(page: Page, { reference, amount, iban }: { reference: string; amount: string; iban: string }) {
  await page.getByLabel("Kenmerk").fill(reference);
  await page.getByLabel("Bedrag").fill(amount);
  await page.getByLabel("Laatste vier cijfers").fill(iban);
  await page.getByRole("button", { name: "Kijk of dit klopt" }).click();
}

/** As a message about the claim names them. */
function factsOf({ reference, ibanEnd }: { reference: string; ibanEnd: string }, amount: string) {
  return { reference: ` ${reference.toLowerCase()} `, amount, iban: ibanEnd };
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });

    test("a message is compared with what is known", async ({ page, seed, app }) => {
      const claim = await seed.claimWithLink();
      const { prisma } = app.database.db;
      const { iban } = await prisma.creditor.findUniqueOrThrow({ where: { id: claim.creditorId } });
      const { amount } = await prisma.invoice.findFirstOrThrow({ where: { claimId: claim.claimId } });
      const written = `${amount / 100n},${String(amount % 100n).padStart(2, "0")}`;
      await page.goto(claim.link.url);
      await page.getByRole("link", { name: "Is dit echt?" }).click();
      await expectHeading(page, "Is dit bericht echt?");
      const facts = factsOf({ reference: claim.reference, ibanEnd: iban.slice(-4) }, written);
      await type(page, { ...facts, amount: "0,01" });
      await expectHeading(page, "Dit klopt niet met wat wij kennen");
      await expect(page.getByLabel("Bedrag")).toHaveValue("0,01");
      await type(page, facts);
      await expectHeading(page, "Dit klopt");
      await expect(page.getByText(/^[a-z]{3,8}, [a-z]{3,8}$/)).toBeVisible();
    });
  });
}

test.describe("each state", () => {
  // Lets axe in; what the policy refuses is seen in the journeys above.
  test.use({ bypassCSP: true });

  test("is for everybody", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("link", { name: "Is dit echt?" }).click();
    await expectAccessible(page, "the form");
    await page.getByRole("button", { name: "Kijk of dit klopt" }).click();
    await expect(page.getByRole("alert")).toContainText("Typ het kenmerk uit het bericht.");
    await expectAccessible(page, "a form that is not complete");
    await type(page, { reference: "NOBODY", amount: "1,00", iban: "0000" });
    await expectHeading(page, "Dit klopt niet met wat wij kennen");
    await expectAccessible(page, "no match");
  });
});
