import { asCents } from "#app/domain/money.ts";
import { CheckoutPage } from "#app/ui/pages/checkout-page.tsx";
import { CodePage } from "#app/ui/pages/code-page.tsx";
import { ErrorPage } from "#app/ui/pages/error-page.tsx";
import { HelpPage } from "#app/ui/pages/help-page.tsx";
import { AccessibilityPage } from "#app/ui/pages/accessibility-page.tsx";
import { HomePage } from "#app/ui/pages/home-page.tsx";
import { LandingPage } from "#app/ui/pages/landing-page.tsx";
import { NewLinkSentPage } from "#app/ui/pages/new-link-sent-page.tsx";
import { ReturnPage } from "#app/ui/pages/return-page.tsx";
import { SessionEndedPage } from "#app/ui/pages/session-ended-page.tsx";
import type { AfterPayingProps } from "#app/ui/claim/after-paying.tsx";
import { openTogether } from "#app/ui/claim/claim-state.ts";
import type { ClaimView } from "#app/ui/claim/claim-view.ts";
import { notYetDue, partlyPaid, settled, withStatus } from "./claim-samples.ts";
import type { GalleryCase } from "./gallery-case.ts";
import { running, THREE_PAID } from "./plan-samples.ts";
import { SAMPLE_QR } from "./sample-qr.ts";

const BAKERY = { name: "Bakkerij Jansen", initials: "BJ" };
const AMOUNT = asCents(16231n);
const LINK = "/l/token";
const CHECKOUT = { creditor: BAKERY, path: "/claim/pay/pay_1", back: { href: "/claim/pay" } };
const RETURN = { path: "/return/ret_1", amount: AMOUNT };

const MAIL = { channel: "email", address: "j•••@m•••.nl" } as const;
const SMS = { channel: "sms", address: "••• 78" } as const;

const withCredit = (claim: ClaimView): ClaimView => ({
  ...claim,
  statement: { ...claim.statement, credit: asCents(25_00n) },
});

/** Back from the bank with the session: what is asked now, and what comes next. */
function returnPaid(name: string, next: Pick<AfterPayingProps, "claims"> & Partial<AfterPayingProps>): GalleryCase {
  const outcome = {
    state: "paid",
    reference: next.claims.map(({ reference }) => reference).join(", "),
    openNow: openTogether(next.claims),
    next: { arrangement: null, creditor: BAKERY.name, others: [], ...next },
    receiptHref: "/claim/receipts/pay_1",
    overviewHref: "/claim",
  } as const;
  return { name, page: <ReturnPage {...RETURN} creditor={BAKERY} hasSession outcome={outcome} /> };
}

/** The pages that do not show a claim. */
export const PUBLIC_CASES: readonly GalleryCase[] = [
  { name: "home", page: <HomePage path="/" /> },
  { name: "landing-valid", page: <LandingPage path={LINK} state={{ kind: "valid", action: LINK }} /> },
  {
    name: "landing-valid-small-print",
    page: <LandingPage path={LINK} state={{ kind: "valid", action: LINK }} realHref="/real" notMineHref="/not-mine" />,
  },
  { name: "landing-expired", page: <LandingPage path={LINK} state={{ kind: "expired", action: LINK, to: MAIL }} /> },
  { name: "landing-expired-sms", page: <LandingPage path={LINK} state={{ kind: "expired", action: LINK, to: SMS }} /> },
  {
    name: "landing-expired-none",
    page: <LandingPage path={LINK} state={{ kind: "expired", action: LINK, to: null }} />,
  },
  { name: "landing-refused", page: <LandingPage path={LINK} state={{ kind: "refused" }} /> },
  { name: "landing-busy", page: <LandingPage path={LINK} state={{ kind: "busy" }} /> },
  { name: "new-link-sent", page: <NewLinkSentPage path={LINK} to={MAIL} /> },
  { name: "new-link-sent-sms", page: <NewLinkSentPage path={LINK} to={SMS} /> },
  { name: "code", page: <CodePage path="/c" action="/c" /> },
  { name: "code-missing", page: <CodePage path="/c" action="/c" code="" error="missing" /> },
  { name: "code-unreadable", page: <CodePage path="/c" action="/c" code="1A2B 3C4D" error="unreadable" /> },
  {
    name: "code-unknown",
    page: <CodePage path="/c" action="/c" code="1A2B-3C4D-5E6F-7G8H-9J0K-1M2N-3P" error="unknown" />,
  },
  { name: "code-busy", page: <CodePage path="/c" action="/c" code="1A2B" error="busy" /> },
  {
    name: "checkout-ready",
    page: (
      <CheckoutPage
        {...CHECKOUT}
        checkout={{
          state: "ready",
          amount: AMOUNT,
          checkoutUrl: "https://bank.example/pay",
          providerQr: SAMPLE_QR,
          handoverQr: SAMPLE_QR,
        }}
      />
    ),
  },
  {
    name: "checkout-preparing",
    page: <CheckoutPage {...CHECKOUT} checkout={{ state: "preparing", amount: AMOUNT }} />,
  },
  {
    name: "checkout-stuck",
    page: <CheckoutPage {...CHECKOUT} checkout={{ state: "stuck", action: "/claim/pay" }} />,
  },
  {
    name: "checkout-ended",
    page: <CheckoutPage {...CHECKOUT} checkout={{ state: "ended", href: "/return/ret_1" }} />,
  },
  {
    name: "return-checking",
    page: <ReturnPage {...RETURN} creditor={BAKERY} hasSession outcome={{ state: "checking" }} />,
  },
  {
    name: "return-checking-no-session",
    page: <ReturnPage {...RETURN} hasSession={false} outcome={{ state: "checking" }} />,
  },
  returnPaid("return-paid", { claims: [settled] }),
  returnPaid("return-paid-a-part", { claims: [notYetDue] }),
  returnPaid("return-paid-a-part-late", { claims: [partlyPaid] }),
  returnPaid("return-paid-an-instalment", {
    claims: [partlyPaid],
    arrangement: running("2026-11-01", { paid: THREE_PAID }),
  }),
  {
    name: "return-paid-no-session",
    page: <ReturnPage {...RETURN} hasSession={false} outcome={{ state: "paid" }} />,
  },
  returnPaid("return-paid-others-open", { claims: [settled], others: [notYetDue, partlyPaid] }),
  returnPaid("return-paid-too-much", { claims: [withCredit(settled)] }),
  returnPaid("return-paid-after-closing", { claims: [withCredit(withStatus(partlyPaid, "closed"))] }),
  {
    name: "return-failed",
    page: (
      <ReturnPage {...RETURN} creditor={BAKERY} hasSession outcome={{ state: "failed", retryHref: "/claim/pay" }} />
    ),
  },
  {
    name: "return-cancelled",
    page: (
      <ReturnPage {...RETURN} creditor={BAKERY} hasSession outcome={{ state: "cancelled", retryHref: "/claim/pay" }} />
    ),
  },
  {
    name: "return-expired-no-session",
    page: <ReturnPage {...RETURN} hasSession={false} outcome={{ state: "expired" }} />,
  },
  { name: "help", page: <HelpPage path="/help" /> },
  {
    name: "help-creditor",
    page: (
      <HelpPage
        path="/help"
        back={{ href: "/claim" }}
        creditor={{
          ...BAKERY,
          reached: {
            name: "Incassobureau Noorderlicht B.V.",
            phone: "050 111 22 33",
            email: "hulp@noorderlicht.example",
            address: "Havenkade 8, 9700 AA Groningen",
          },
        }}
      />
    ),
  },
  { name: "accessibility", page: <AccessibilityPage path="/accessibility" /> },
  { name: "error-403", page: <ErrorPage status={403} path="/nowhere" /> },
  { name: "error-404", page: <ErrorPage status={404} path="/nowhere" /> },
  { name: "error-429", page: <ErrorPage status={429} path="/nowhere" /> },
  { name: "error-500", page: <ErrorPage status={500} path="/nowhere" /> },
  { name: "session-ended", page: <SessionEndedPage path="/claim" /> },
];
