import { day } from "#app/domain/calendar.ts";
import { asCents, type Cents, ZERO } from "#app/domain/money.ts";
import { FIRST_ANSWERS, type PayOptions } from "#app/ui/claim/pay-options.ts";
import type { AddresseeView, ClaimView } from "#app/ui/claim/claim-view.ts";
import type { CorrespondenceItem } from "#app/ui/claim/correspondence.ts";
import { DocumentPage, type DocumentPageProps } from "#app/ui/pages/document-page.tsx";
import { LettersPage } from "#app/ui/pages/letters-page.tsx";
import { MessagePage } from "#app/ui/pages/message-page.tsx";
import { OverviewPage, type OverviewPageProps } from "#app/ui/pages/overview-page.tsx";
import { PayPage, type PayPageProps } from "#app/ui/pages/pay-page.tsx";
import { TransferPage } from "#app/ui/pages/transfer-page.tsx";
import {
  agreedRate,
  bakery,
  business,
  chargedBack,
  dentist,
  longDue,
  noInterest,
  noNotice,
  noticeRunning,
  notYetDue,
  openConsumer,
  overpaid,
  partlyPaid,
  settled,
  settledCourse,
  severalInvoices,
  waivedCosts,
  withStatus,
} from "./claim-samples.ts";
import type { GalleryCase } from "./gallery-case.ts";
import { base, countered, running, THREE_PAID, TWO_PAID } from "./plan-samples.ts";
import { SAMPLE_QR } from "./sample-qr.ts";

const letters: readonly CorrespondenceItem[] = [
  {
    kind: "message",
    id: "msg_5",
    date: day("2026-11-20"),
    channel: "portal",
    direction: "inbound",
    subject: "Vraag over de rekening",
    preview: "Kan ik een kopie krijgen van de bestelling van 12 april?",
    documents: [],
  },
  {
    kind: "message",
    id: "msg_4",
    date: day("2026-06-18"),
    channel: "letter",
    direction: "outbound",
    subject: "Laatste brief zonder kosten",
    preview: "U kunt nog 14 dagen betalen zonder extra kosten. Daarna komt er € 40,00 bij.",
    documents: [{ id: "doc_2", fileName: "laatste-brief.pdf", mediaType: "application/pdf", size: 61_400 }],
  },
  {
    kind: "message",
    id: "msg_3",
    date: day("2026-06-10"),
    channel: "phone",
    direction: "outbound",
    subject: "Gesprek over de betaling",
    preview: "U vertelde dat u op 15 juni wilde betalen.",
    documents: [],
  },
  {
    kind: "message",
    id: "msg_2",
    date: day("2026-06-07"),
    channel: "email",
    direction: "outbound",
    subject: "Herinnering",
    preview: "",
    documents: [],
  },
  {
    kind: "document",
    id: "doc_1",
    date: day("2026-04-30"),
    documentKind: "invoice",
    title: "Rekening 2026-0412",
    fileName: "2026-0412.pdf",
    mediaType: "application/pdf",
    size: 84_210,
  },
];

const TEXT = `Geachte mevrouw De Boer,

U heeft rekening 2026-0412 van € 120,00 nog niet betaald. U kunt nog 14 dagen betalen zonder extra kosten.
Die 14 dagen beginnen op de dag nadat u deze brief krijgt.

Betaalt u niet op tijd? Dan komt er € 40,00 aan incassokosten bij.

Bent u het niet eens met deze rekening, of kunt u niet betalen? Bel ons: 078 123 45 67.

Met vriendelijke groet,
Bakkerij Jansen`;

const options: PayOptions = {
  all: openConsumer.statement.open,
  undisputed: null,
  part: { minimum: asCents(10_00n), maximum: openConsumer.statement.open },
  chosen: null,
  instalment: null,
  interestPerDay: openConsumer.interestPerDay,
};

/** The page of paying one claim, all or a part of it. */
export const payPage: PayPageProps = {
  creditor: bakery,
  paymentId: "pay_1",
  options,
  answers: FIRST_ANSWERS,
  errors: [],
  method: "iDEAL | Wero",
  openPayment: null,
  providerOn: true,
  backHref: "/claim",
  path: "/claim/pay",
};

const SANNE: AddresseeView = {
  name: "Sanne de Boer",
  street: "Molenweg",
  houseNumber: "8",
  addressLine2: null,
  postalCode: "1234GH",
  city: "Ons Dorp",
  country: "NL",
};

const INVOICE_TEXT = `Rekeningnummer: 2026-0412
Datum: 30 april 2026
Betalen uiterlijk op: 14 mei 2026

Van:
Bakkerij Jansen
Dorpsstraat 1
3332 AB Zwijndrecht
KvK-nummer: 90001234

Aan:
Sanne de Boer
Molenweg 8
1234 GH Ons Dorp

1. Taart voor 40 personen, slagroom en aardbei
Aantal: 1
Prijs: €\u00a0110,09
Bedrag zonder btw: €\u00a0110,09
Btw: 9%

Totaal zonder btw: €\u00a0110,09
Btw 9% over €\u00a0110,09: €\u00a09,91
Totaal met btw: €\u00a0120,00
Te betalen: €\u00a0120,00`;

const several = [partlyPaid, notYetDue, noInterest, settledCourse];

const chosenClaims: PayOptions = {
  ...options,
  all: asCents(openConsumer.statement.open + notYetDue.statement.open),
  part: null,
  chosen: {
    of: "claims",
    items: [openConsumer, notYetDue].map(({ id, description, statement }) => ({
      id,
      name: description,
      amount: statement.open,
    })),
    once: ZERO,
    minimum: ZERO,
    most: asCents(openConsumer.statement.open + notYetDue.statement.open),
  },
};

/** Every state of the pages inside a claim. */
export const CLAIM_CASES: readonly GalleryCase[] = [
  overview("open", openConsumer),
  overview("not-yet-due", notYetDue),
  overview("notice-running", noticeRunning),
  overview("no-notice", noNotice),
  overview("partly-paid", partlyPaid),
  overview("settled", settled, { receipts: receiptOf("2026-06-12", 120_17n) }),
  overview("overpaid", overpaid, {
    receipts: [...receiptOf("2026-06-14", 120_00n), ...receiptOf("2026-06-12", 120_17n)],
  }),
  overview("charged-back", chargedBack),
  overview("costs-waived", waivedCosts),
  overview("over-years", longDue, { creditor: dentist }),
  overview("several-invoices", severalInvoices, { creditor: dentist }),
  overview("business", business),
  overview("agreed-rate", agreedRate),
  overview("no-interest", noInterest, { letters: [] }),
  overview("paused", {
    ...withStatus(openConsumer, "paused"),
    pause: { reason: "help_sought", untilOn: day("2027-03-22") },
  }),
  overview("paused-no-end", {
    ...withStatus(openConsumer, "paused"),
    pause: { reason: "creditor", untilOn: null },
  }),
  overview("proposed", openConsumer, { arrangement: { ...base, decideBefore: day("2026-11-27") } }),
  overview("countered", openConsumer, { arrangement: countered("", day("2026-12-06")) }),
  overview("arranged", withStatus(openConsumer, "arranged"), {
    arrangement: running("2026-11-22", { paid: THREE_PAID }),
  }),
  overview("arranged-late", withStatus(openConsumer, "arranged"), {
    arrangement: running("2026-11-04", { paid: TWO_PAID }),
  }),
  overview("disputed", withStatus(openConsumer, "disputed"), { creditor: dentist }),
  overview("closed", withStatus(openConsumer, "closed")),
  overview("closed-with-credit", {
    ...withStatus(openConsumer, "closed"),
    statement: { ...openConsumer.statement, credit: asCents(25_00n) },
  }),
  overview("payment-under-way", openConsumer, {
    openPayment: { id: "pay_1", claimIds: [], amount: openConsumer.statement.open, collected: false },
  }),
  overview("being-collected", withStatus(openConsumer, "arranged"), {
    arrangement: running("2026-11-01", { paid: TWO_PAID, collection: "under_way" }),
    openPayment: { id: "pay_1", claimIds: [], amount: asCents(27_05n), collected: true },
  }),
  overview("several-claims", openConsumer, { claims: several, claimId: null }),
  overview("one-of-several", openConsumer, { claims: several, claimId: partlyPaid.id }),
  {
    name: "letters",
    page: (
      <LettersPage
        creditor={bakery}
        description={openConsumer.description}
        items={letters}
        backHref="/claim"
        path="/claim/letters"
      />
    ),
  },
  {
    name: "letters-empty",
    page: <LettersPage creditor={bakery} description={null} items={[]} backHref="/claim" path="/claim/letters" />,
  },
  {
    name: "message",
    page: (
      <MessagePage
        creditor={bakery}
        message={{
          id: "msg_4",
          date: day("2026-06-18"),
          channel: "letter",
          direction: "outbound",
          subject: "Laatste brief zonder kosten",
          text: TEXT,
          documents: [{ id: "doc_2", fileName: "laatste-brief.pdf", mediaType: "application/pdf", size: 61_400 }],
        }}
        backHref="/claim/letters"
        path="/claim/letters/msg_4"
      />
    ),
  },
  document("document", {}),
  document("document-without-text", { text: null }),
  document("document-of-a-message", {
    documentKind: "attachment",
    invoiceNumber: null,
    fileName: "foto-van-de-taart-zoals-die-werd-bezorgd-op-zaterdagmiddag.jpg",
    mediaType: "image/jpeg",
    size: 2_412_000,
    text: null,
    message: { id: "msg_5", subject: "Vraag over de rekening" },
  }),
  pay("pay", {}),
  pay("pay-all-only", { options: { ...options, part: null } }),
  pay("pay-part-error", {
    answers: { amount: "part", part: "5", chosen: [] },
    errors: [{ kind: "amountTooLow", minimum: asCents(10_00n) }],
  }),
  pay("pay-claims", { options: chosenClaims, answers: { amount: "chosen", part: "", chosen: [notYetDue.id] } }),
  pay("pay-none-chosen", {
    options: chosenClaims,
    answers: { amount: "chosen", part: "", chosen: [] },
    errors: [{ kind: "nothingChosen" }],
  }),
  pay("pay-part-of-claims", {
    options: { ...chosenClaims, part: { minimum: asCents(10_00n), maximum: chosenClaims.all } },
    answers: { amount: "part", part: "50", chosen: [] },
  }),
  pay("pay-open-payment", { openPayment: { id: "pay_1", claimIds: [], amount: options.all, collected: false } }),
  pay("pay-provider-off", { providerOn: false }),
  pay("pay-provider-off-part-error", {
    providerOn: false,
    answers: { amount: "part", part: "5", chosen: [] },
    errors: [{ kind: "amountTooLow", minimum: asCents(10_00n) }],
  }),
  pay("pay-small-rest", {
    options: { ...options, all: asCents(8_00n), undisputed: asCents(5_00n), part: null },
    answers: { ...FIRST_ANSWERS, amount: "undisputed" },
  }),
  pay("pay-bank-silent", { errors: [{ kind: "providerSilent" }] }),
  pay("pay-disputed", {
    options: { ...options, undisputed: asCents(100_00n) },
    answers: { ...FIRST_ANSWERS, amount: "undisputed" },
  }),
  pay("pay-nothing", { options: { ...options, all: asCents(0n), part: null } }),
  transfer("transfer", [openConsumer.statement.open]),
  transfer("transfer-part-of-claims", [openConsumer.statement.open, asCents(12_50n)]),
];

function overview(name: string, claim: ClaimView, changes: Partial<OverviewPageProps> = {}): GalleryCase {
  const props: OverviewPageProps = {
    creditor: bakery,
    addressee: SANNE,
    claims: [claim],
    claimId: null,
    openPayment: null,
    arrangement: null,
    arrangementsOn: true,
    receipts: [],
    letters: letters.slice(1, 4),
    checkWords: Object.fromEntries((changes.claims ?? [claim]).map(({ id }) => [id, ["appel", "rivier"] as const])),
    path: "/claim",
    ...changes,
  };
  return { name: `overview-${name}`, page: <OverviewPage {...props} /> };
}

function receiptOf(on: string, cents: bigint): OverviewPageProps["receipts"] {
  return [{ href: `/receipts/${on}`, paidOn: day(on), amount: asCents(cents) }];
}

function document(name: string, changes: Partial<DocumentPageProps["document"]>): GalleryCase {
  const shown: DocumentPageProps["document"] = {
    id: "doc_1",
    date: day("2026-04-30"),
    documentKind: "invoice",
    invoiceNumber: "2026-0412",
    fileName: "2026-0412.pdf",
    mediaType: "application/pdf",
    size: 84_210,
    text: INVOICE_TEXT,
    message: null,
    ...changes,
  };
  const page = (
    <DocumentPage creditor={bakery} document={shown} backHref="/claim/letters" path="/claim/letters/doc_1" />
  );
  return { name, page };
}

/** Of as many claims as there are amounts. */
function transfer(name: string, amounts: readonly Cents[]): GalleryCase {
  const transfers = amounts.map((amount, index) => ({
    description: [openConsumer, notYetDue][index]?.description ?? "",
    accountHolder: "J. Jansen h.o.d.n. Bakkerij Jansen",
    iban: "NL91ABNA0417164300",
    amount,
    reference: ["RF18539007547034", "RF712348231"][index] ?? "",
    qr: SAMPLE_QR,
  }));
  const page = (
    <TransferPage creditor={bakery} transfers={transfers} backHref="/claim/pay" path="/claim/pay/transfer" />
  );
  return { name, page };
}

function pay(name: string, changes: Partial<PayPageProps>): GalleryCase {
  return { name, page: <PayPage {...payPage} {...changes} /> };
}
