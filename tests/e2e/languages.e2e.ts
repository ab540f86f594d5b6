import { expect } from "@playwright/test";
import { expectAccessible } from "./axe-check.ts";
import { test } from "./fixtures.ts";
import { expectHeading } from "./journey.ts";

// Lets axe in; what the policy refuses is seen in the other journeys.
test.use({ bypassCSP: true });

type Titles = {
  readonly language: string;
  readonly name: string;
  readonly landing: string;
  readonly overview: string;
  readonly pay: string;
  readonly arrangement: string;
};

// prettier-ignore
const LANGUAGES: readonly Titles[] = [
  { language: "en", name: "English", landing: "There is a message about a bill", overview: "You have an unpaid bill", pay: "How much do you want to pay now?", arrangement: "You can pay in parts" },
  { language: "de", name: "Deutsch", landing: "Es gibt eine Nachricht über eine Rechnung", overview: "Sie haben eine offene Rechnung", pay: "Wie viel möchten Sie jetzt zahlen?", arrangement: "Sie können in Raten zahlen" },
  { language: "fr", name: "Français", landing: "Il y a un message sur une facture", overview: "Vous avez une facture à payer", pay: "Combien voulez-vous payer maintenant\u00a0?", arrangement: "Vous pouvez payer en plusieurs fois" },
  { language: "pl", name: "Polski", landing: "Jest wiadomość o rachunku", overview: "Mają Państwo niezapłacony rachunek", pay: "Ile chcą Państwo teraz zapłacić?", arrangement: "Można płacić w ratach" },
  { language: "tr", name: "Türkçe", landing: "Bir fatura hakkında mesaj var", overview: "Ödenmemiş bir faturanız var", pay: "Şimdi ne kadar ödemek istiyorsunuz?", arrangement: "Taksitle ödeyebilirsiniz" },
  { language: "ar", name: "العربية", landing: "هناك رسالة بخصوص فاتورة", overview: "لديكم فاتورة غير مدفوعة", pay: "كم تريدون أن تدفعوا الآن؟", arrangement: "يمكنكم الدفع على أقساط" },
  { language: "uk", name: "Українська", landing: "Є повідомлення про рахунок", overview: "У вас є несплачений рахунок", pay: "Скільки ви хочете сплатити зараз?", arrangement: "Ви можете платити частинами" },
];

for (const { language, name, landing, overview, pay, arrangement } of LANGUAGES) {
  test(`chosen under the link, ${language} stays for the bill, paying and an arrangement`, async ({ page, seed }) => {
    const { link } = await seed.claimWithLink({ noticeIsOver: true });
    await page.goto(link.url);
    await page.getByRole("link", { name, exact: true }).click();
    await expectHeading(page, landing);
    await page.locator("main form button").click();
    await page.waitForURL("/claim");
    const pages = [
      { address: "/claim", title: overview },
      { address: "/claim/pay", title: pay },
      { address: "/claim/arrangement", title: arrangement },
    ];
    for (const { address, title } of pages) {
      await page.goto(address);
      await expectHeading(page, title);
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      await expect(page.locator("html")).toHaveAttribute("dir", language === "ar" ? "rtl" : "ltr");
      await expectAccessible(page, `${title} (${language})`);
    }
  });
}

test("the language that is known of a debtor comes before the browser's, and the browser's before none; a creditor's page speaks Dutch to who reads neither", async ({
  browser,
  seed,
}) => {
  const context = await browser.newContext({ locale: "uk" });
  const page = await context.newPage();
  const overviews = [
    { known: {}, overview: "У вас є несплачений рахунок" },
    { known: { language: "nl" } as const, overview: "U heeft een openstaande rekening" },
  ];
  for (const { known, overview } of overviews) {
    const { link } = await seed.claimWithLink(known);
    await page.goto(link.url);
    await expectHeading(page, "Є повідомлення про рахунок");
    await page.locator("main form button").click();
    await page.waitForURL(/\/claim$/);
    await expectHeading(page, overview);
  }
  await page.goto(new URL("/creditor/sign-in", page.url()).href);
  await expect(page.locator("html")).toHaveAttribute("lang", "nl");
  await context.close();
});
