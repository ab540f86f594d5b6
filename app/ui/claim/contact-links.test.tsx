import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { translatorFor } from "#app/i18n/translator.ts";
import { TranslationProvider } from "#app/ui/translation.tsx";
import type { CreditorView } from "./claim-view.ts";
import { ContactSection } from "./contact-section.tsx";

const CONTACT = { phone: "0172 12 34 56", email: "hallo@bakkerij.example", address: "Dorpsstraat 1" };

function shown({ contact = CONTACT, collector }: Partial<CreditorView>): string {
  const creditor = { name: "Bakkerij Jansen", contact, collector: collector ?? null, complaints: {} };
  return renderToStaticMarkup(
    <TranslationProvider value={translatorFor("nl")}>
      <ContactSection creditor={creditor} />
    </TranslationProvider>,
  );
}

test("a collector that can be called or mailed is who one asks", () => {
  const html = shown({ collector: { name: "Incasso Noord", email: "vraag@noord.example" } });
  expect(html).toContain("contact op met Incasso Noord");
  expect(html).toContain("mailto:vraag@noord.example");
  expect(html).not.toContain("bakkerij.example");
});

test.each([{}, { phone: "", email: "" }, { address: "Havenkade 8" }])(
  "a collector that says neither phone nor mail (%o): the creditor's own, by its own name",
  (ways) => {
    const html = shown({ collector: { name: "Incasso Noord", ...ways } });
    expect(html).toContain("contact op met Bakkerij Jansen");
    expect(html).toContain("mailto:hallo@bakkerij.example");
    expect(html).toContain("tel:");
    expect(html).not.toContain("Noord");
  },
);

test("nobody can be called or mailed: the address to write to", () => {
  const html = shown({ contact: {}, collector: { name: "Incasso Noord", address: "Havenkade 8" } });
  expect(html).toContain("contact op met Incasso Noord");
  expect(html).toContain("Havenkade 8");
});
