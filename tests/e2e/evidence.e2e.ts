import { pdf, polyglotPhoto, SVG } from "../support/hostile-files.ts";
import { expect, test } from "./fixtures.ts";
import { expectHeading, openClaim } from "./journey.ts";

const EVIDENCE = "/claim/dispute/evidence";

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });

    test("photos and papers are added, refused in plain words, and taken away", async ({ page, seed }) => {
      await openClaim(page, await seed.claimWithLink());
      await page.goto(EVIDENCE);
      await expectHeading(page, "Bestanden toevoegen");
      const choose = page.getByLabel("Kies een foto of een bestand");
      const add = page.getByRole("button", { name: "Voeg toe" });
      await choose.setInputFiles([
        { name: "bon.jpg", mimeType: "image/jpeg", buffer: await polyglotPhoto() },
        { name: "brief.pdf", mimeType: "application/pdf", buffer: await pdf({ pages: 1 }) },
      ]);
      await add.click();
      await expect(page.getByText(/^bon\.jpg \(jpg, /)).toBeVisible();
      await expect(page.getByText(/^brief\.pdf \(pdf, /)).toBeVisible();

      await choose.setInputFiles({ name: "plaatje.svg", mimeType: "image/jpeg", buffer: SVG });
      await add.click();
      await expect(page.getByRole("alert")).toContainText("plaatje.svg: Dit soort bestand kan niet.");
      await expect(page.getByText(/^bon\.jpg \(jpg, /)).toBeVisible();

      await page.getByRole("button", { name: "Verwijder bon.jpg" }).click();
      await expect(page.getByText(/^bon\.jpg \(jpg, /)).toHaveCount(0);
      await expect(page.getByText(/^brief\.pdf \(pdf, /)).toBeVisible();
      await expect(page.getByRole("link", { name: "Ga verder", exact: true })).toHaveAttribute("href", "/claim/dispute/check"); // prettier-ignore
    });
  });
}
