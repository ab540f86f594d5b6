/** A column of the table: where its value goes in a claim, and the names it goes by. */
export type CsvColumn = {
  readonly key: CsvKey;
  readonly en: string;
  readonly nl: string;
  /** Names that programs for bookkeeping give it. */
  readonly also: readonly string[];
  /** Field of the claim; `*` is the invoice of the line. */
  readonly path: string;
  readonly needed?: true;
  /** One of the two examples of the template, which are two invoices of one claim. */
  readonly examples: readonly [string, string];
};

export type CsvKey =
  | "reference" | "kind" | "description" | "debtorReference" | "debtorType" | "debtorName" | "companyNumber" | "email"
  | "phone" | "language" | "street" | "houseNumber" | "houseNumberAddition" | "addition" | "postalCode" | "city"
  | "country" | "invoiceNumber" | "issuedOn" | "dueOn" | "amount" | "invoiceDescription" | "interest"
  | "interestPercent" | "collectionCosts" | "collectionCostsAmount" | "noticeDeliveredOn" | "noticeSentOn"; // prettier-ignore

/** The reference of the examples: who sends the template as it is makes no claim. */
export const EXAMPLE_REFERENCE = "VOORBEELD";

export const CSV_COLUMNS: readonly CsvColumn[] = [
  { key: "reference", en: "reference", nl: "kenmerk", also: ["referentie", "dossiernummer", "claim"], path: "reference", examples: [EXAMPLE_REFERENCE, EXAMPLE_REFERENCE] },
  { key: "kind", en: "kind", nl: "soort", also: [], path: "kind", examples: ["consument", ""] },
  { key: "description", en: "description", nl: "omschrijving", also: [], path: "description", examples: ["Kinderopvang", ""] },
  { key: "debtorReference", en: "debtorReference", nl: "klantnummer", also: ["debiteurnummer", "relatienummer", "customernumber"], path: "debtor.reference", examples: ["K-991", ""] },
  { key: "debtorType", en: "debtorType", nl: "klantsoort", also: ["klanttype"], path: "debtor.type", examples: ["persoon", ""] },
  { key: "debtorName", en: "debtorName", nl: "naam", also: ["name", "klantnaam", "klant", "debiteur", "debiteurnaam", "customername"], path: "debtor.name", needed: true, examples: ["J. de Vries", "J. de Vries"] },
  { key: "companyNumber", en: "companyNumber", nl: "kvk-nummer", also: ["kvk"], path: "debtor.companyNumber", examples: ["", ""] },
  { key: "email", en: "email", nl: "e-mail", also: ["emailadres", "mail"], path: "debtor.email", examples: ["j@example.nl", ""] },
  { key: "phone", en: "phone", nl: "telefoon", also: ["telefoonnummer", "mobiel", "mobile"], path: "debtor.phone", examples: ["06-12345678", ""] },
  { key: "language", en: "language", nl: "taal", also: [], path: "debtor.language", examples: ["nl", ""] },
  { key: "street", en: "street", nl: "straat", also: ["adres", "address"], path: "debtor.address.street", examples: ["Dorpsstraat", ""] },
  { key: "houseNumber", en: "houseNumber", nl: "huisnummer", also: ["huisnr"], path: "debtor.address.houseNumber", examples: ["1", ""] },
  { key: "houseNumberAddition", en: "houseNumberAddition", nl: "toevoeging", also: ["huisnummertoevoeging"], path: "debtor.address.houseNumber", examples: ["a", ""] },
  { key: "addition", en: "addition", nl: "adresregel 2", also: ["address2"], path: "debtor.address.addition", examples: ["", ""] },
  { key: "postalCode", en: "postalCode", nl: "postcode", also: ["zip"], path: "debtor.address.postalCode", examples: ["1234AB", ""] },
  { key: "city", en: "city", nl: "plaats", also: ["woonplaats"], path: "debtor.address.city", examples: ["Ons Dorp", ""] },
  { key: "country", en: "country", nl: "land", also: ["landcode"], path: "debtor.address.country", examples: ["NL", ""] },
  { key: "invoiceNumber", en: "invoiceNumber", nl: "factuurnummer", also: ["factuur", "factuurnr", "invoice"], path: "invoices.*.number", needed: true, examples: ["F-1", "F-2"] },
  { key: "issuedOn", en: "issuedOn", nl: "factuurdatum", also: ["invoicedate", "issuedate"], path: "invoices.*.issuedOn", needed: true, examples: ["30-04-2026", "31-05-2026"] },
  { key: "dueOn", en: "dueOn", nl: "vervaldatum", also: ["duedate", "vervaldag"], path: "invoices.*.dueOn", needed: true, examples: ["30-05-2026", "30-06-2026"] },
  { key: "amount", en: "amount", nl: "bedrag", also: ["factuurbedrag", "invoiceamount"], path: "invoices.*.amount", needed: true, examples: ["1.120,00", "120,50"] },
  { key: "invoiceDescription", en: "invoiceDescription", nl: "factuuromschrijving", also: [], path: "invoices.*.description", examples: ["mei", "juni"] },
  { key: "interest", en: "interest", nl: "rente", also: ["interesttype"], path: "interest.type", examples: ["wettelijk", ""] },
  { key: "interestPercent", en: "interestPercent", nl: "rentepercentage", also: ["ratepercent"], path: "interest.ratePercent", examples: ["", ""] },
  { key: "collectionCosts", en: "collectionCosts", nl: "incassokosten", also: [], path: "collectionCosts.type", examples: ["wettelijk", ""] },
  { key: "collectionCostsAmount", en: "collectionCostsAmount", nl: "bedrag incassokosten", also: [], path: "collectionCosts.amount", examples: ["", ""] },
  { key: "noticeDeliveredOn", en: "noticeDeliveredOn", nl: "aanmaning bezorgd", also: ["aanmaningbezorgdop"], path: "collectionCosts.noticeDeliveredOn", examples: ["", ""] },
  { key: "noticeSentOn", en: "noticeSentOn", nl: "aanmaning verstuurd", also: ["aanmaningverstuurdop"], path: "collectionCosts.noticeSentOn", examples: ["20-07-2026", ""] },
]; // prettier-ignore

/** A name as it is compared: small letters and digits alone, so that `Factuur nummer` is `factuurnummer`. */
export const plainName = (name: string): string =>
  name
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");

const BY_NAME: ReadonlyMap<string, CsvColumn> = new Map(
  CSV_COLUMNS.flatMap((column) => [column.en, column.nl, ...column.also].map((name) => [plainName(name), column])),
);

export const columnOf = (name: string): CsvColumn | undefined => BY_NAME.get(plainName(name));
