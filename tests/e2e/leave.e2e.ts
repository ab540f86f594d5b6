import { expect, test } from "./fixtures.ts";
import { expectHeading, openClaim } from "./journey.ts";

test("who is done leaves nothing behind on a shared phone", async ({ page, seed }) => {
  const claim = await seed.claimWithLink();
  await openClaim(page, claim);
  await page.getByRole("button", { name: "Klaar, sluit deze pagina af" }).click();
  await expectHeading(page, "Bekijk en regel uw rekening");

  await page.goto("/claim");
  await expectHeading(page, "Open uw link opnieuw");
  expect(await page.content()).not.toContain(claim.reference);
});
