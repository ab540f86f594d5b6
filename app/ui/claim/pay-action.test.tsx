import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { asCents } from "#app/domain/money.ts";
import { translatorFor } from "#app/i18n/translator.ts";
import { openConsumer } from "#app/ui/gallery/claim-samples.ts";
import { TranslationProvider } from "#app/ui/translation.tsx";
import type { OpenPaymentView } from "./claim-view.ts";
import { PayAction } from "./pay-action.tsx";

const DISPUTE = "/claim/dispute";

/** Where the buttons lead, in their order. */
function buttons(openPayment: OpenPaymentView | null): (string | undefined)[] {
  const html = renderToStaticMarkup(
    <TranslationProvider value={translatorFor("nl")}>
      <PayAction
        claims={[openConsumer]}
        openPayment={openPayment}
        href="/claim/pay"
        arrangement={null}
        arrangementHref="/claim/arrange"
        disputeHref={DISPUTE}
      />
    </TranslationProvider>,
  );
  return [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
}

test("who does not agree can say so, whatever becomes of the payment", () => {
  const payment = { id: "pay_1", claimIds: ["clm_1"], amount: asCents(50_00n) };
  expect(buttons(null)).toEqual(["/claim/pay", "/claim/arrange", DISPUTE]);
  expect(buttons({ ...payment, collected: false })).toEqual(["/claim/pay?claim=clm_1", "/claim/arrange", DISPUTE]);
  expect(buttons({ ...payment, collected: true })).toEqual(["/claim/arrange", DISPUTE]);
});
