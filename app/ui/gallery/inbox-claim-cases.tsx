import { asCents, ZERO } from "#app/domain/money.ts";
import { day } from "#app/domain/calendar.ts";
import type { InboxClaimView } from "#app/ui/inbox/claims-view.ts";
import type { QuarantineView } from "#app/ui/inbox/payments-view.ts";
import { InboxClaimCreditPage } from "#app/ui/pages/inbox-claim-credit-page.tsx";
import { InboxClaimLinkPage } from "#app/ui/pages/inbox-claim-link-page.tsx";
import { InboxClaimPage } from "#app/ui/pages/inbox-claim-page.tsx";
import { InboxClaimPayBackPage } from "#app/ui/pages/inbox-claim-pay-back-page.tsx";
import { InboxClaimPaymentPage } from "#app/ui/pages/inbox-claim-payment-page.tsx";
import { InboxClaimRestPage } from "#app/ui/pages/inbox-claim-rest-page.tsx";
import { InboxClaimsPage } from "#app/ui/pages/inbox-claims-page.tsx";
import { InboxPaymentsPage } from "#app/ui/pages/inbox-payments-page.tsx";
import { InboxQuarantinePage } from "#app/ui/pages/inbox-quarantine-page.tsx";
import { InboxQuarantinedPage } from "#app/ui/pages/inbox-quarantined-page.tsx";
import { chargedBack } from "./claim-samples.ts";
import type { GalleryCase } from "./gallery-case.ts";
import { TODAY } from "./plan-samples.ts";
import { SAMPLE_QR } from "./sample-qr.ts";

const USER = {
  email: "administratie@bakkerijjansen.example",
  creditorName: "Bakkerij Jansen",
  hasOthers: false,
  mayDecide: true,
};
const NOTHING = { q: "", status: null, after: null };
const PATH = "/creditor/claims/clm_1";

const listed = {
  id: "clm_1",
  reference: "2026-0412",
  description: "Taart en gebak voor 12 april",
  debtor: "Sanne de Vries",
  status: "open",
  open: asCents(162_31n),
  principal: asCents(120_00n),
} as const;

const head = {
  id: "clm_1",
  reference: "2026-0412",
  debtor: "Sanne de Vries",
  email: "sanne.devries@example.org",
  open: asCents(162_31n),
  invoices: [{ id: "inv_1", number: "2026-0412" }],
};

const claim: InboxClaimView = {
  id: "clm_1",
  reference: "2026-0412",
  description: "Taart en gebak voor 12 april",
  kind: "consumer",
  status: "arranged",
  paymentReference: "RF18539007547034",
  statement: chargedBack.statement,
  interestType: "statutory",
  noticeDeliveredOn: day("2026-06-20"),
  asksCosts: true,
  invoices: chargedBack.invoices.map((invoice) => ({
    ...invoice,
    open: asCents(60_00n),
    limitation: { kind: "soon_if_sale", lastDay: day("2028-04-12") },
  })),
  facts: chargedBack.statement.entries.map((entry) => ({ ...entry, paymentId: "pay_1", method: "ideal", reference: null, reason: "" })), // prettier-ignore
  debtor: {
    name: "Sanne de Vries",
    reference: "D-1007",
    email: "sanne.devries@example.org",
    phone: "06 12345670",
    address: "Molenweg 8, 1234 GH Ons Dorp",
    channel: "phone",
  },
  pauseId: null,
  matters: [
    { id: "arr_1", kind: "arrangement", status: "accepted", since: day("2026-10-01") },
    { id: "dsp_1", kind: "dispute", status: "resolved", since: day("2026-08-01") },
    { id: "qst_1", kind: "question", about: "erasure", answered: true, since: day("2026-07-15") },
  ],
  letters: [
    { id: "msg_1", on: day("2026-10-01"), message: { direction: "inbound", channel: "portal", subject: "Voorstel", body: "Ik wil graag in delen betalen." }, files: [] }, // prettier-ignore
    { id: "msg_2", on: day("2026-06-20"), message: { direction: "outbound", channel: "letter", subject: "Laatste brief zonder kosten", body: "U kunt nog 14 dagen betalen." }, files: [{ id: "doc_2", fileName: "brief.pdf", scan: null }] }, // prettier-ignore
    { id: "doc_1", on: day("2026-04-30"), message: null, files: [{ id: "doc_1", fileName: "2026-0412.pdf", scan: null }] }, // prettier-ignore
  ],
  links: [
    { id: "lnk_1", channel: "email", issuedOn: day("2026-10-01"), expiresOn: day("2026-12-30"), opened: 4, isHelper: false, state: "open" }, // prettier-ignore
    { id: "lnk_2", channel: "letter", issuedOn: day("2026-06-20"), expiresOn: day("2026-09-18"), opened: 1, isHelper: false, state: "expired" }, // prettier-ignore
  ],
  audit: [
    { at: "2026-10-01T10:15:00.000Z", action: "arrangement.accepted", by: { kind: "policy" } },
    { at: "2026-10-01T10:15:00.000Z", action: "something.newer", by: { kind: "colleague", email: "peter@bakkerijjansen.example" } }, // prettier-ignore
    { at: "2026-04-30T10:15:00.000Z", action: "claim.registered", by: { kind: "software" } },
  ],
};

const quarantined: QuarantineView = {
  id: "qrt_1",
  reason: "amount",
  expected: "162.31",
  received: "16.23",
  providerId: "tr_7UhSN1zuXS",
  providerStatus: "paid",
  on: TODAY,
  claims: [{ id: "clm_1", reference: "2026-0412" }],
  resolved: null,
};

const seenTo: QuarantineView = { ...quarantined, id: "qrt_2", reason: "account", resolved: { by: { kind: "you" }, on: TODAY, resolution: "Teruggestort bij Mollie." } }; // prettier-ignore

const payment = {
  id: "pay_1",
  status: "paid",
  method: "ideal",
  reference: null,
  amount: asCents(60_00n),
  refunded: ZERO,
  chargedBack: ZERO,
  debtor: "Sanne de Vries",
  claims: [{ id: "clm_1", reference: "2026-0412" }, { id: "clm_2", reference: "2026-0455" }], // prettier-ignore
  on: day("2026-11-20"),
} as const;

const PAYMENT_ANSWERS = { amount: "162,31", receivedOn: "2026-11-22", method: "bank_transfer", reference: "2026-11-22/17", formId: "frm_1" }; // prettier-ignore
const CREDIT_ANSWERS = { amount: "", invoice: "", reason: "", formId: "frm_1" };

/** Claims, what can be done with them, and payments. */
export const INBOX_CLAIM_CASES: readonly GalleryCase[] = [
  claims("inbox-claims", {
    claims: [
      listed,
      { ...listed, id: "clm_2", debtor: "Fatima El Amrani", reference: "2026-0460", status: "paused", open: asCents(1_062_31n), principal: asCents(1_000_00n) }, // prettier-ignore
      { ...listed, id: "clm_3", debtor: "Stichting Bewoners van de Lange Kerkstraat", reference: "2026-0399", status: "settled", open: ZERO, description: "" }, // prettier-ignore
    ],
    nextHref: "/creditor/claims?after=clm_3",
  }),
  claims("inbox-claims-none", {}),
  claims("inbox-claims-not-found", { search: { q: "janssen", status: "open", after: null } }),
  { name: "inbox-claim", page: <InboxClaimPage user={USER} path={PATH} claim={claim} mayDecide done={null} /> },
  { name: "inbox-claim-added", page: <InboxClaimPage user={USER} path={PATH} claim={{ ...claim, status: "open", matters: [], letters: [], links: [], facts: [] }} mayDecide done="added" /> }, // prettier-ignore
  {
    name: "inbox-claim-reader",
    page: <InboxClaimPage user={USER} path={PATH} claim={{ ...claim, letters: [], links: [], audit: [], matters: [], facts: [] }} mayDecide={false} done="mailed" />, // prettier-ignore
  },
  { name: "inbox-claim-payment", page: <InboxClaimPaymentPage user={USER} path={`${PATH}/payment`} head={head} answers={PAYMENT_ANSWERS} errors={[{ field: "receivedOn", kind: "before_first_invoice", issuedOn: day("2026-04-30") }]} /> }, // prettier-ignore
  {
    name: "inbox-claim-payment-check",
    page: (
      <InboxClaimPaymentPage
        user={USER}
        path={`${PATH}/payment`}
        head={head}
        answers={PAYMENT_ANSWERS}
        changed
        check={{
          amount: asCents(162_31n),
          receivedOn: TODAY,
          method: "bank_transfer",
          reference: "2026-11-22/17",
          allocation: { costs: asCents(40_00n), vat: ZERO, interest: asCents(2_31n), principal: asCents(120_00n), credit: ZERO }, // prettier-ignore
          openBefore: asCents(162_31n),
          openAfter: ZERO,
          hasAlike: true,
          shown: "shown",
        }}
      />
    ),
  },
  { name: "inbox-claim-credit", page: <InboxClaimCreditPage user={USER} path={`${PATH}/credit`} head={head} answers={CREDIT_ANSWERS} errors={[{ field: "amount", kind: "too_high", allowed: asCents(120_00n) }, { field: "reason", kind: "missing" }]} /> }, // prettier-ignore
  {
    name: "inbox-claim-credit-check",
    page: <InboxClaimCreditPage user={USER} path={`${PATH}/credit`} head={head} answers={CREDIT_ANSWERS} check={{ amount: asCents(20_00n), invoiceNumber: null, reason: "Eén taart was niet geleverd.", openBefore: asCents(162_31n), openAfter: asCents(141_92n), creditAfter: asCents(1_00n), shown: "shown" }} />, // prettier-ignore
  },
  { name: "inbox-claim-pay-back", page: <InboxClaimPayBackPage user={USER} path={`${PATH}/pay-back`} head={head} choice={{ provider: asCents(25_00n), outside: asCents(10_00n), shown: "2500 1000" }} /> }, // prettier-ignore
  { name: "inbox-claim-pay-back-nothing", page: <InboxClaimPayBackPage user={USER} path={`${PATH}/pay-back`} head={head} choice={{ provider: asCents(0n), outside: asCents(0n), shown: "0 0" }} refused="changed" /> }, // prettier-ignore
  { name: "inbox-claim-pause", page: <InboxClaimRestPage act="pause" user={USER} path={`${PATH}/pause`} head={head} answers={{ until: "", reason: "" }} errors={[{ field: "until", kind: "past" }]} /> }, // prettier-ignore
  {
    name: "inbox-claim-close-check",
    page: <InboxClaimRestPage act="close" user={USER} path={`${PATH}/close`} head={head} answers={{ until: "", reason: "x" }} check={{ reason: "Wij schrijven deze rekening af.", untilOn: null, open: asCents(162_31n), shown: "shown" }} />, // prettier-ignore
  },
  { name: "inbox-claim-link", page: <InboxClaimLinkPage user={USER} path={`${PATH}/link`} head={head} mailingId="mlg_1" notMailed="claim_paused" /> }, // prettier-ignore
  {
    name: "inbox-claim-link-made",
    page: (
      <InboxClaimLinkPage
        user={USER}
        path={`${PATH}/link`}
        head={head}
        mailingId="mlg_1"
        made={{
          url: "https://betaal.example/l/eyJhbGciOiJFZERTQSIsInR5cCI6Im1hZ2ljLWxpbmsrand0In0.eyJzdWIiOiJjbG1fMSJ9.c2lnbmF0dXJl",
          codeUrl: "https://betaal.example/c/7ZK3M9QV0W5X8Y2B4C6D8F0G2H",
          code: "7ZK3-M9QV-0W5X-8Y2B-4C6D-8F0G-2H",
          qr: SAMPLE_QR,
          checkWords: ["appel", "fiets"],
          expiresOn: day("2027-02-20"),
        }}
      />
    ),
  },
  {
    name: "inbox-payments",
    page: (
      <InboxPaymentsPage
        user={USER}
        path="/creditor/payments"
        quarantined={2}
        nextHref="/creditor/payments?after=pay_1"
        payments={[
          payment,
          { ...payment, id: "pay_2", method: "bank_transfer", reference: "2026-11-22/17", refunded: asCents(12_50n) },
          { ...payment, id: "pay_3", status: "expired" },
        ]}
      />
    ),
  },
  { name: "inbox-payments-none", page: <InboxPaymentsPage user={USER} path="/creditor/payments" quarantined={0} nextHref={null} payments={[]} /> }, // prettier-ignore
  { name: "inbox-quarantine", page: <InboxQuarantinePage user={USER} path="/creditor/quarantine" waiting={[quarantined]} resolved={[seenTo]} /> }, // prettier-ignore
  { name: "inbox-quarantine-nothing", page: <InboxQuarantinePage user={USER} path="/creditor/quarantine" waiting={[]} resolved={[]} /> }, // prettier-ignore
  { name: "inbox-quarantined", page: <InboxQuarantinedPage user={USER} path="/creditor/quarantine/qrt_1" item={quarantined} mayDecide done={false} error="missing" /> }, // prettier-ignore
  { name: "inbox-quarantined-taken", page: <InboxQuarantinedPage user={USER} path="/creditor/quarantine/qrt_2" item={seenTo} mayDecide done={false} taken /> }, // prettier-ignore
];

function claims(name: string, changes: Partial<Parameters<typeof InboxClaimsPage>[0]>): GalleryCase {
  const props = { user: USER, path: "/creditor/claims", claims: [], search: NOTHING, nextHref: null };
  return { name, page: <InboxClaimsPage {...props} {...changes} /> };
}
