export type DemoAddress = { readonly street: string; readonly postalCode: string; readonly city: string };

export type DemoCreditor = {
  readonly id: "bakkerij-jansen" | "kinderopvang-de-zonnebloem";
  readonly name: string;
  readonly address: DemoAddress;
  readonly companyNumber: string;
  readonly vatNumber: string;
  /** Of the bank code TEST, which no bank has: nobody can be paid on it. */
  readonly iban: string;
  readonly email: string;
  readonly phone: string;
  readonly canDeductVat: boolean;
  readonly initials: string;
  readonly colour: string;
};

export const BAKKERIJ_JANSEN: DemoCreditor = {
  id: "bakkerij-jansen",
  name: "Bakkerij Jansen",
  address: { street: "Dorpsstraat 1", postalCode: "1234 AB", city: "Ons Dorp" },
  companyNumber: "90001354",
  vatNumber: "NL800000006B01",
  iban: "NL13TEST0123456789",
  email: "administratie@bakkerijjansen.example",
  phone: "010 123 45 67",
  canDeductVat: true,
  initials: "BJ",
  colour: "#8b3a1e",
};

/** Child care is exempt from VAT, so the VAT on collection costs cannot be deducted. */
export const DE_ZONNEBLOEM: DemoCreditor = {
  id: "kinderopvang-de-zonnebloem",
  name: "Kinderopvang De Zonnebloem",
  address: { street: "Schoolplein 12", postalCode: "1234 CD", city: "Ons Dorp" },
  companyNumber: "90001966",
  vatNumber: "NL800000018B01",
  iban: "NL05TEST0417164300",
  email: "facturen@dezonnebloem.example",
  phone: "010 765 43 21",
  canDeductVat: false,
  initials: "DZ",
  colour: "#8a5a00",
};
