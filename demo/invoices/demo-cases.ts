import { BAKKERIJ_JANSEN, DE_ZONNEBLOEM, type DemoAddress, type DemoCreditor } from "./demo-creditors.ts";

export type DemoDebtor = {
  readonly reference: string;
  readonly name: string;
  readonly address: DemoAddress;
  readonly email?: string;
  readonly phone?: string;
  readonly companyNumber?: string;
  readonly vatNumber?: string;
};

export type DemoLine = {
  /** `{month}` becomes the month of issue, `oktober 2026`. */
  readonly name: string;
  /** Two decimals, `"31.50"`. */
  readonly quantity: string;
  /** UN/ECE Recommendation 20. */
  readonly unit: "C62" | "HUR" | "KGM";
  /** Without VAT, in euro, `"9.12"`. */
  readonly price: string;
  readonly vatPercent: 0 | 9 | 21;
};

export type DemoCase = {
  readonly case: string;
  readonly creditor: DemoCreditor;
  readonly debtor: DemoDebtor;
  /** What comes after the year in the invoice number. */
  readonly serial: string;
  readonly issuedDaysAgo: number;
  readonly termDays: number;
  readonly note: string;
  readonly lines: readonly DemoLine[];
  /** For a credit note: the serial of the invoice that it reduces. */
  readonly credits?: string;
};

const EL_AMRANI: DemoDebtor = {
  reference: "K-2041",
  name: "Fatima El Amrani",
  address: { street: "Lindelaan 27", postalCode: "1234 EK", city: "Ons Dorp" },
  email: "f.elamrani@example.org",
  phone: "06 12345671",
};

/** What the demo's creditors send. Everybody in it is made up, and so is the village. */
export const DEMO_CASES: readonly DemoCase[] = [
  {
    case: "open-claim",
    creditor: BAKKERIJ_JANSEN,
    debtor: {
      reference: "D-1007",
      name: "Sanne de Vries",
      address: { street: "Molenweg 8", postalCode: "1234 GH", city: "Ons Dorp" },
      email: "sanne.devries@example.org",
      phone: "06 12345670",
    },
    serial: "0412",
    issuedDaysAgo: 38,
    termDays: 14,
    note: "Bestelling voor uw feest",
    lines: [
      {
        name: "Taart voor 40 personen, slagroom en aardbei",
        quantity: "1.00",
        unit: "C62",
        price: "96.00",
        vatPercent: 9,
      },
      { name: "Belegde broodjes", quantity: "48.00", unit: "C62", price: "1.25", vatPercent: 9 },
      { name: "Bezorgen", quantity: "1.00", unit: "C62", price: "16.02", vatPercent: 9 },
    ],
  },
  {
    case: "several-claims",
    creditor: DE_ZONNEBLOEM,
    debtor: EL_AMRANI,
    serial: "20481",
    issuedDaysAgo: 102,
    termDays: 14,
    note: "Buitenschoolse opvang {month}",
    lines: [{ name: "Buitenschoolse opvang {month}", quantity: "31.50", unit: "HUR", price: "9.12", vatPercent: 0 }],
  },
  {
    case: "several-claims",
    creditor: DE_ZONNEBLOEM,
    debtor: EL_AMRANI,
    serial: "20617",
    issuedDaysAgo: 71,
    termDays: 14,
    note: "Buitenschoolse opvang {month}",
    lines: [
      { name: "Buitenschoolse opvang {month}", quantity: "36.00", unit: "HUR", price: "9.12", vatPercent: 0 },
      { name: "Extra opvang op een studiedag", quantity: "5.50", unit: "HUR", price: "9.65", vatPercent: 0 },
    ],
  },
  {
    case: "several-claims",
    creditor: DE_ZONNEBLOEM,
    debtor: EL_AMRANI,
    serial: "20755",
    issuedDaysAgo: 40,
    termDays: 14,
    note: "Buitenschoolse opvang {month}",
    lines: [{ name: "Buitenschoolse opvang {month}", quantity: "34.25", unit: "HUR", price: "9.12", vatPercent: 0 }],
  },
  {
    case: "partly-paid",
    creditor: BAKKERIJ_JANSEN,
    debtor: {
      reference: "D-1033",
      name: "Johan Smit",
      address: { street: "Kerkplein 3b", postalCode: "1234 BA", city: "Ons Dorp" },
      email: "johan.smit@example.org",
    },
    serial: "0398",
    issuedDaysAgo: 55,
    termDays: 14,
    note: "Bruidstaart en dessertbuffet",
    lines: [
      { name: "Bruidstaart, drie lagen", quantity: "1.00", unit: "C62", price: "285.00", vatPercent: 9 },
      { name: "Dessertbuffet per persoon", quantity: "30.00", unit: "C62", price: "6.75", vatPercent: 9 },
      { name: "Huur etagère en serviesgoed", quantity: "1.00", unit: "C62", price: "35.00", vatPercent: 21 },
    ],
  },
  {
    case: "paid",
    creditor: DE_ZONNEBLOEM,
    debtor: {
      reference: "K-1988",
      name: "Lotte Hendriks",
      address: { street: "Beukenhof 14", postalCode: "1234 EM", city: "Ons Dorp" },
      email: "lotte.hendriks@example.org",
      phone: "06 12345673",
    },
    serial: "20702",
    issuedDaysAgo: 44,
    termDays: 14,
    note: "Peuteropvang {month}",
    lines: [{ name: "Peuteropvang {month}", quantity: "24.00", unit: "HUR", price: "10.25", vatPercent: 0 }],
  },
  {
    case: "expired-link",
    creditor: BAKKERIJ_JANSEN,
    debtor: {
      reference: "D-0871",
      name: "Daan Visser",
      address: { street: "Havenstraat 112", postalCode: "1234 HV", city: "Ons Dorp" },
      email: "daan.visser@example.org",
    },
    serial: "0275",
    issuedDaysAgo: 131,
    termDays: 30,
    note: "Ontbijtpakketten",
    lines: [{ name: "Ontbijtpakket voor twee", quantity: "4.00", unit: "C62", price: "17.50", vatPercent: 9 }],
  },
  {
    case: "link-on-paper",
    creditor: BAKKERIJ_JANSEN,
    debtor: {
      reference: "D-0412",
      name: "Willem van Dijk",
      address: { street: "Oude Gracht 5", postalCode: "1234 AG", city: "Ons Dorp" },
    },
    serial: "0377",
    issuedDaysAgo: 63,
    termDays: 14,
    note: "Brood aan huis, {month}",
    lines: [
      { name: "Volkorenbrood, gesneden", quantity: "13.00", unit: "C62", price: "2.95", vatPercent: 9 },
      { name: "Krentenbollen, zak van vier", quantity: "4.00", unit: "C62", price: "2.60", vatPercent: 9 },
      { name: "Bezorging, vier weken", quantity: "4.00", unit: "C62", price: "1.50", vatPercent: 9 },
    ],
  },
  {
    case: "business-debtor",
    creditor: BAKKERIJ_JANSEN,
    debtor: {
      reference: "Z-0090",
      name: "Lunchroom De Hoek B.V.",
      address: { street: "Marktplein 20-22", postalCode: "1234 MP", city: "Ons Dorp" },
      email: "inkoop@lunchroomdehoek.example",
      phone: "010 234 56 78",
      companyNumber: "90004760",
      vatNumber: "NL800000031B01",
    },
    serial: "0405",
    issuedDaysAgo: 49,
    termDays: 30,
    note: "Leveringen {month}",
    lines: [
      { name: "Desembrood, heel", quantity: "120.00", unit: "C62", price: "3.15", vatPercent: 9 },
      { name: "Croissants", quantity: "310.00", unit: "C62", price: "0.98", vatPercent: 9 },
      { name: "Bloem voor eigen gebruik", quantity: "62.50", unit: "KGM", price: "1.14", vatPercent: 9 },
      { name: "Huur broodvitrine", quantity: "1.00", unit: "C62", price: "85.00", vatPercent: 21 },
    ],
  },
  {
    case: "failed-payment",
    creditor: DE_ZONNEBLOEM,
    debtor: {
      reference: "K-2102",
      name: "Kim Jacobs",
      address: { street: "Wilgenlaan 61", postalCode: "1234 EP", city: "Ons Dorp" },
      email: "kim.jacobs@example.org",
      phone: "06 12345678",
    },
    serial: "20733",
    issuedDaysAgo: 35,
    termDays: 14,
    note: "Dagopvang {month}",
    lines: [
      { name: "Dagopvang {month}", quantity: "44.00", unit: "HUR", price: "10.25", vatPercent: 0 },
      { name: "Warme maaltijden", quantity: "8.00", unit: "C62", price: "3.50", vatPercent: 0 },
    ],
  },
  {
    case: "proposal",
    creditor: BAKKERIJ_JANSEN,
    debtor: {
      reference: "D-1051",
      name: "Mila Bakker",
      address: { street: "Molenweg 31", postalCode: "1234 GH", city: "Ons Dorp" },
      email: "mila.bakker@example.org",
    },
    serial: "0381",
    issuedDaysAgo: 48,
    termDays: 14,
    note: "Koffietafel",
    lines: [{ name: "Koffietafel per persoon", quantity: "25.00", unit: "C62", price: "12.00", vatPercent: 9 }],
  },
  {
    case: "running-arrangement",
    creditor: BAKKERIJ_JANSEN,
    debtor: {
      reference: "D-1052",
      name: "Ahmed Yilmaz",
      address: { street: "Kerkplein 9", postalCode: "1234 BA", city: "Ons Dorp" },
      email: "ahmed.yilmaz@example.org",
    },
    serial: "0369",
    issuedDaysAgo: 60,
    termDays: 14,
    note: "Buffet voor een jubileum",
    lines: [{ name: "Buffet per persoon", quantity: "20.00", unit: "C62", price: "11.00", vatPercent: 9 }],
  },
  {
    case: "dispute",
    creditor: BAKKERIJ_JANSEN,
    debtor: {
      reference: "D-1053",
      name: "Noor Willems",
      address: { street: "Havenkade 12", postalCode: "1234 KL", city: "Ons Dorp" },
      email: "noor.willems@example.org",
    },
    serial: "0392",
    issuedDaysAgo: 40,
    termDays: 14,
    note: "Taarten voor een verjaardag",
    lines: [{ name: "Slagroomtaart", quantity: "2.00", unit: "C62", price: "27.50", vatPercent: 9 }],
  },
  {
    case: "credit-note",
    creditor: DE_ZONNEBLOEM,
    debtor: EL_AMRANI,
    serial: "20790",
    issuedDaysAgo: 20,
    termDays: 14,
    note: "Studiedag dubbel berekend",
    lines: [{ name: "Extra opvang op een studiedag", quantity: "5.50", unit: "HUR", price: "9.65", vatPercent: 0 }],
    credits: "20617",
  },
];
