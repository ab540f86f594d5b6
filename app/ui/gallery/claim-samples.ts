import { day, type LocalDate } from "#app/domain/calendar.ts";
import type { ClaimStatus } from "#app/domain/claim.ts";
import { type ClaimTerms, DEFAULT_WAIVE_COSTS_IF_REMAINDER_BELOW } from "#app/domain/claim-terms.ts";
import { INTEREST_RATES } from "#app/domain/law/interest-rates.ts";
import type { LedgerEntry, PrincipalEntry } from "#app/domain/ledger.ts";
import { asCents } from "#app/domain/money.ts";
import { percent } from "#app/domain/rate.ts";
import { statementWithNextDay } from "#app/domain/statement.ts";
import type { ClaimView, CreditorView, InvoiceView } from "#app/ui/claim/claim-view.ts";

const TODAY = day("2026-11-22");

export const bakery: CreditorView = {
  name: "Bakkerij Jansen",
  contact: {
    address: "Dorpsstraat 1\n3332 AB Zwijndrecht",
    phone: "078 123 45 67",
    email: "administratie@bakkerijjansen.example",
    website: "https://bakkerijjansen.example",
  },
  collector: null,
  complaints: { email: "klachten@bakkerijjansen.example" },
};

export const dentist: CreditorView = {
  name: "Tandartspraktijk De Vries & Van der Meulen",
  contact: { address: "Kerkweg 24\n1234 AB Ons Dorp", phone: "010 765 43 21", email: "praktijk@devriesmeulen.example" },
  collector: {
    name: "Incassobureau Noorderlicht B.V.",
    registerNumber: "RI-2024-0001234",
    address: "Havenkade 8\n9700 AA Groningen",
    phone: "050 111 22 33",
    email: "hulp@noorderlicht.example",
  },
  complaints: {
    text: "Binnen twee werkdagen krijgt u bericht dat wij uw klacht hebben ontvangen.",
    email: "klachten@noorderlicht.example",
    outsideBody: { name: "Kifid", url: "https://www.kifid.nl" },
  },
};

type Sample = {
  readonly id: string;
  readonly description: string;
  readonly status?: ClaimStatus;
  readonly terms?: Partial<ClaimTerms>;
  readonly noticeDeliveredOn?: string | null;
  readonly invoices: readonly (readonly [number: string, issuedOn: string, dueOn: string, cents: bigint])[];
  readonly entries?: readonly LedgerEntry[];
  readonly asOf?: LocalDate;
  readonly pause?: ClaimView["pause"];
};

function sample(given: Sample): ClaimView {
  const { id, description, status = "open", entries = [], asOf = TODAY } = given;
  const noticeDeliveredOn = given.noticeDeliveredOn ? day(given.noticeDeliveredOn) : null;
  const terms: ClaimTerms = {
    kind: "consumer",
    interest: { type: "statutory" },
    collectionCosts: { type: "statutory", noticeDeliveredOn },
    canDeductVat: true,
    waiveCostsIfRemainderBelow: DEFAULT_WAIVE_COSTS_IF_REMAINDER_BELOW,
    interestFrozen: [],
    costsHeld: [],
    ...given.terms,
  };
  const invoices = given.invoices.map(([number, issuedOn, dueOn, cents]): InvoiceView => ({
    id: `inv-${number}`,
    number,
    description: "",
    issuedOn: day(issuedOn),
    dueOn: day(dueOn),
    amount: asCents(cents),
  }));
  const input = { terms, entries: [...invoices.map(charged), ...entries], asOf, rates: INTEREST_RATES };
  const { statement, interestOfNextDay } = statementWithNextDay(input);
  return {
    id,
    reference: id,
    description,
    kind: terms.kind,
    status,
    interestType: terms.interest.type,
    noticeDeliveredOn,
    invoices,
    statement,
    interestPerDay: interestOfNextDay,
    pause: given.pause ?? null,
  };
}

function charged(invoice: InvoiceView): PrincipalEntry {
  const { id, issuedOn, dueOn, amount } = invoice;
  return {
    type: "principal",
    factKey: `${id}:charged`,
    valueDate: issuedOn,
    sequence: 0,
    amount,
    invoiceId: id,
    issuedOn,
    dueOn,
  };
}

function payment(key: string, on: string, cents: bigint): LedgerEntry {
  return {
    type: "payment",
    factKey: key,
    valueDate: day(on),
    sequence: 0,
    amount: asCents(cents),
    via: "provider",
    designation: [],
  };
}

const CAKE: Sample = {
  id: "cake",
  description: "Taart en gebak voor 12 april",
  noticeDeliveredOn: "2026-06-20",
  invoices: [["2026-0412", "2026-04-30", "2026-05-30", 120_00n]],
};

export const openConsumer = sample(CAKE);

export const settledCourse = sample({
  id: "class",
  description: "Workshop taarten",
  status: "settled",
  invoices: [["2026-0655", "2026-06-01", "2026-07-01", 45_00n]],
  entries: [payment("tr_6:paid", "2026-06-20", 45_00n)],
});

export const notYetDue = sample({
  id: "bread",
  description: "Brood voor het buurtfeest",
  invoices: [["2026-0988", "2026-11-10", "2026-12-10", 86_40n]],
});

export const noticeRunning = sample({ ...CAKE, noticeDeliveredOn: "2026-11-14" });

export const noNotice = sample({ ...CAKE, noticeDeliveredOn: null });

export const partlyPaid = sample({ ...CAKE, entries: [payment("tr_1:paid", "2026-09-01", 75_00n)] });

export const settled = sample({ ...CAKE, status: "settled", entries: [payment("tr_1:paid", "2026-06-12", 120_17n)] });

export const overpaid = sample({
  ...CAKE,
  status: "settled",
  entries: [payment("tr_1:paid", "2026-06-12", 120_17n), payment("tr_2:paid", "2026-06-14", 120_00n)],
});

export const chargedBack = sample({
  id: "course",
  description: "Cursus broodbakken",
  noticeDeliveredOn: "2026-08-15",
  invoices: [["2026-0701", "2026-07-01", "2026-07-31", 187_50n]],
  entries: [
    payment("tr_3:paid", "2026-07-28", 187_50n),
    {
      type: "chargeback",
      factKey: "tr_3:chb_1",
      valueDate: day("2026-09-04"),
      sequence: 0,
      amount: asCents(187_50n),
      undoes: "tr_3:paid",
    },
  ],
});

export const waivedCosts = sample({
  ...CAKE,
  entries: [
    { type: "costs_waived", factKey: "waiver:1", valueDate: day("2026-08-01"), sequence: 0, amount: asCents(40_00n) },
  ],
});

export const longDue = sample({
  id: "treatment",
  description: "Behandeling en kroon",
  noticeDeliveredOn: "2025-03-10",
  terms: { canDeductVat: false },
  invoices: [["V-24-3319", "2024-12-31", "2025-01-31", 1_000_00n]],
  entries: [payment("tr_4:paid", "2025-06-30", 200_00n), payment("tr_5:paid", "2026-04-15", 500_00n)],
});

export const severalInvoices = sample({
  id: "office",
  description: "Lunches op kantoor, voorjaar",
  noticeDeliveredOn: "2026-06-20",
  terms: { canDeductVat: false },
  invoices: [
    ["2026-0301", "2026-03-01", "2026-03-31", 200_00n],
    ["2026-0501", "2026-05-01", "2026-05-31", 300_00n],
  ],
  entries: [
    {
      type: "credit",
      factKey: "cn:1",
      valueDate: day("2026-07-10"),
      sequence: 0,
      amount: asCents(25_00n),
      invoiceId: "inv-2026-0501",
    },
  ],
});

export const business = sample({
  id: "catering",
  description: "Catering bedrijfsfeest",
  terms: { kind: "commercial" },
  invoices: [["2026-0610", "2026-05-01", "2026-05-31", 6_200_00n]],
});

export const agreedRate = sample({
  id: "loan",
  description: "Levering op krediet",
  terms: {
    kind: "commercial",
    interest: { type: "contractual", rate: percent("11.5") },
    collectionCosts: { type: "none" },
  },
  invoices: [["2026-0333", "2026-03-15", "2026-04-14", 640_00n]],
});

export const noInterest = sample({
  id: "shop",
  description: "Bestelling 5512",
  terms: { interest: { type: "none" } },
  noticeDeliveredOn: null,
  invoices: [["5512", "2026-09-01", "2026-09-15", 34_95n]],
});

export const withStatus = (claim: ClaimView, status: ClaimStatus): ClaimView => ({ ...claim, status });
