import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { asCents } from "#app/domain/money.ts";
import { translatorFor } from "#app/i18n/translator.ts";
import { FIRST_ANSWERS } from "#app/ui/claim/pay-options.ts";
import { payPage } from "#app/ui/gallery/claim-cases.tsx";
import { TranslationProvider } from "#app/ui/translation.tsx";
import { PayPage, type PayPageProps } from "./pay-page.tsx";

const OPTIONS = payPage.options;

function shown(changes: Partial<PayPageProps>): string {
  return renderToStaticMarkup(
    <TranslationProvider value={translatorFor("nl")}>
      <PayPage {...payPage} {...changes} />
    </TranslationProvider>,
  );
}

const acts = (html: string) => [...html.matchAll(/<button[^>]*name="act" value="(\w+)"/g)].map(([, act]) => act);

test("both ways to pay send the same form; Enter is the first of them", () => {
  const html = shown({});
  expect(acts(html)).toEqual(["pay", "transfer"]);
  expect(html.match(/<form/g)).toHaveLength(1);
});

test("without a provider one still chooses how much, and the only way is by bank transfer", () => {
  const html = shown({ providerOn: false });
  expect(acts(html)).toEqual(["transfer"]);
  expect(html).toContain("Hoeveel wilt u nu betalen?");
  expect(html).toContain('name="part"');
  expect(html).not.toContain("data-total");
});

test("where only the part that nobody disputes and all of it can be paid, there is a choice", () => {
  const options = { ...OPTIONS, all: asCents(8_00n), undisputed: asCents(5_00n), part: null };
  const html = shown({ options, answers: { ...FIRST_ANSWERS, amount: "undisputed" } });
  expect(html).toMatch(/<input(?=[^>]*value="undisputed")(?=[^>]*checked="")/);
  expect(html).not.toMatch(/type="hidden" name="amount"/);
});
