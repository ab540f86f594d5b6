import { collectFaults, expect, test } from "./fixtures.ts";
import { expectHeading, goToBank, openClaim } from "./journey.ts";

test("back in another browser there are amount and outcome, and nothing of whose they are", async ({
  page,
  seed,
  app,
  browser,
  contextOptions,
}) => {
  const claim = await seed.claimWithLink();
  await openClaim(page, claim);
  await page.getByRole("link", { name: "Nu betalen" }).click();
  await goToBank(page);
  const payment = app.simulator.control.payments().at(-1);

  const elsewhere = await browser.newContext(contextOptions);
  const faults = collectFaults(elsewhere);
  const there = await elsewhere.newPage();
  await there.goto(payment?.redirectUrl ?? "");
  await expectHeading(there, "We controleren uw betaling");
  app.simulator.control.setStatus({ paymentId: payment?.id ?? "", status: "paid" });
  await expectHeading(there, "Uw betaling is gelukt");

  await expect(there.getByText(`€ ${payment?.amount.value.replace(".", ",")}`).first()).toBeVisible();
  await expect(there.getByText("U bent terug in een andere browser.")).toBeVisible();
  await expect(there.getByText("In uw overzicht ziet u of er nog iets openstaat, en wanneer u dat betaalt.")).toBeVisible(); // prettier-ignore
  const html = await there.content();
  for (const secret of ["Jansen", "Sanne", "Vries", claim.reference, "/claim"]) expect(html).not.toContain(secret);
  expect(faults).toEqual([]);
  await elsewhere.close();
});
