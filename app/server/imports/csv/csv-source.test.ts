import { expect, test } from "vitest";
import { storedDocument } from "../../../../tests/support/stored-document.ts";
import { claimBodySchema } from "#app/server/claims/claim-body.server.ts";
import type { ClaimItem } from "../import-item.server.ts";
import { csvSource } from "./csv-source.server.ts";
import { csvTemplate } from "./csv-template.server.ts";

const HEADER = "kenmerk;naam;factuurnummer;factuurdatum;vervaldatum;bedrag";

async function read(content: string | Uint8Array): Promise<ClaimItem[]> {
  const source = csvSource(storedDocument(content));
  const items: ClaimItem[] = [];
  for await (const { row, item } of source.rowsAfter(0)) {
    if (item.kind !== "claim" || row !== items.length + 1) throw new Error("a table has other rows than claims");
    items.push(item);
  }
  expect(await source.count()).toBe(items.length);
  return items;
}

async function fault(content: string | Uint8Array) {
  const caught = await csvSource(storedDocument(content, 4_000)).count().catch((error: unknown) => error); // prettier-ignore
  return (caught as { fault?: { code: string; message: string } }).fault;
}

const errorsOf = (items: readonly ClaimItem[]) => items.flatMap(({ errors }) => errors.map(({ line, field, code }) => `${line} ${field} ${code}`)); // prettier-ignore

const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le");

test("a line is a claim with one invoice, with what a claim is taken for where nothing is said", async () => {
  const [item] = await read(`${HEADER}\r\n2026-1;J. de Vries;F-1;30-04-2026;30-05-2026;1.120,00\r\n`);
  expect(item?.body).toEqual({
    reference: "2026-1",
    kind: "consumer",
    debtor: { type: "person", name: "J. de Vries" },
    invoices: [
      { number: "F-1", issuedOn: "2026-04-30", dueOn: "2026-05-30", amount: { currency: "EUR", value: "1120.00" } },
    ],
    interest: { type: "statutory" },
    collectionCosts: { type: "statutory" },
    metadata: {},
  });
  expect([item?.line, item?.reference, item?.errors, item?.warnings]).toEqual([2, "2026-1", [], []]);
  expect(claimBodySchema.safeParse(item?.body).success).toBe(true);
});

test("lines of one reference that follow each other are one claim, and a line without one is under its invoice", async () => {
  const lines = ["A;J. de Vries;F-1;30-04-2026;30-05-2026;10", "A;;F-2;2026-05-31;30-06-2026;20,5", ";J. Bakker;F-3;1-6-2026;1/7/2026;30.50", ";J. Bakker;F-4;1.6.2026;1-7-2026;€ 5"]; // prettier-ignore
  const items = await read([HEADER, ...lines].join("\n"));
  const shape = items.map(({ reference, line, body }) => [reference, line, (body as { invoices: { number: string; amount: { value: string } }[] }).invoices.map(({ number, amount }) => `${number} ${amount.value}`)]); // prettier-ignore
  expect(shape).toEqual([
    ["A", 2, ["F-1 10.00", "F-2 20.50"]],
    ["F-3", 4, ["F-3 30.50"]],
    ["F-4", 5, ["F-4 5.00"]],
  ]);
  expect(errorsOf(items)).toEqual([]);
});

test.each([
  ["semicolons", (text: string) => text],
  ["commas", (text: string) => text.replaceAll(";", ",").replace("€ 12,50", '"€ 12,50"')],
  ["tabs", (text: string) => text.replaceAll(";", "\t")],
  ["a line that says by what cells are separated", (text: string) => `sep=|\n${text.replaceAll(";", "|")}`],
  ["UTF-8 with a mark", (text: string) => `\uFEFF${text}`],
  ["UTF-16", utf16],
  ["UTF-16, the other way round", (text: string) => utf16(text).swap16()],
  ["Windows-1252", (text: string) => Buffer.from(text.replaceAll("€", "\u0080"), "latin1")],
  ["ends of lines of an old Mac", (text: string) => text.replaceAll("\n", "\r")],
  ["English names in any spelling", (text: string) => text.replace(HEADER, "Reference;DEBTOR NAME;invoice_number;Issue date;due-date;Amount")], // prettier-ignore
])("%s: the same table", async (_what, written) => {
  const table = `${HEADER}\n2026-1;Zoë Müller – Ĳ;F-1;30-04-2026;30-05-2026;€ 12,50\n`.replace(" – Ĳ", "");
  const [item, ...others] = await read(written(table));
  expect(others).toEqual([]);
  expect(item?.errors).toEqual([]);
  expect(item?.body).toMatchObject({ debtor: { name: "Zoë Müller" }, invoices: [{ amount: { value: "12.50" } }] });
});

test("quoted cells may hold separators, quotation marks and lines; lines are still told as an editor counts them", async () => {
  const table = `${HEADER};omschrijving\n\nA;"Bakkerij ""De Kroon""; winkel";F-1;30-04-2026;30-05-2026;10;"eerste\ntweede"\n;;;;;;\nB;5" pijp BV;F-2;x;30-05-2026;10;\n`;
  const items = await read(table);
  expect(items.map(({ line }) => line)).toEqual([3, 6]);
  expect(items[0]?.body).toMatchObject({
    debtor: { name: 'Bakkerij "De Kroon"; winkel' },
    description: "eerste\ntweede",
  });
  expect(items[1]?.body).toMatchObject({ debtor: { name: '5" pijp BV' } });
  expect(errorsOf(items)).toEqual(["6 factuurdatum not_a_day"]);
});

test("all about a debtor and the terms", async () => {
  const names = "Kenmerk;Naam;KvK-nummer;Klantnummer;E-mail;Telefoon;Taal;Straat;Huisnummer;Toevoeging;Postcode;Plaats;Land;Factuurnummer;Factuurdatum;Vervaldatum;Bedrag;Rentepercentage;Bedrag incassokosten;Aanmaning verstuurd;metadata.Filiaal;#eigen aantekening"; // prettier-ignore
  const line = "Z-1;De Kroon BV;12345678;K-1;kroon@example.nl;06-12345678;NL;Kade;12;3;1234AB;Ons Dorp;België;F-1;30-04-2026;30-05-2026;100;6,5 %;40,00;20-06-2026;Noord;niet meenemen"; // prettier-ignore
  const [item] = await read(`${names}\n${line}`);
  expect([item?.errors, item?.warnings]).toEqual([[], []]);
  expect(item?.body).toMatchObject({
    kind: "commercial",
    debtor: {
      reference: "K-1",
      type: "company",
      companyNumber: "12345678",
      email: "kroon@example.nl",
      phone: "+31612345678",
      language: "nl",
      address: { street: "Kade", houseNumber: "12-3", postalCode: "1234AB", city: "Ons Dorp", country: "BE" },
    },
    interest: { type: "contractual", ratePercent: "6.5" },
    collectionCosts: { type: "fixed", amount: { currency: "EUR", value: "40.00" }, noticeSentOn: "2026-06-20" },
    metadata: { Filiaal: "Noord" },
  });
  expect(claimBodySchema.safeParse(item?.body).success).toBe(true);
});

test.each([
  ["Oekraïens", "uk"],
  ["arabic", "ar"],
  ["PL", "pl"],
])("a debtor's language may be a word: %s", async (typed, language) => {
  const [item] = await read(`${HEADER};taal\nA;J. de Vries;F-1;30-04-2026;30-05-2026;10;${typed}`);
  expect(item?.body).toMatchObject({ debtor: { language } });
});

test("what cannot be used to reach somebody is left out with a warning", async () => {
  const names = `${HEADER};e-mail;telefoon;straat;plaats`;
  const [item] = await read(`${names}\nA;J. de Vries;F-1;30-04-2026;30-05-2026;10;geen;12;Dorpsstraat 1;Ons Dorp`);
  expect(item?.warnings.map(({ line, field, code }) => `${line} ${field} ${code}`)).toEqual([
    "2 e-mail email_ignored",
    "2 telefoon phone_ignored",
    "2 postalCode address_incomplete",
  ].map((text) => text.replace("postalCode", "postcode"))); // prettier-ignore
  expect(item?.body).toMatchObject({ debtor: { type: "person", name: "J. de Vries" } });
});

test("every cell that cannot be read is told with its line and the name of its column", async () => {
  const lines = [
    "A;J. de Vries;F-1;2026-02-30;12/31/2026;1.234",
    "A;J. Bakker;F-2;30-04-26;30-05-2026;-5,00",
    "B;J. Bakker;F-3;30-04-2026;30-05-2026;5,0012;te veel",
    "VOORBEELD;J. de Vries;F-4;30-04-2026;30-05-2026;5",
  ];
  expect(errorsOf(await read([HEADER, ...lines].join("\n")))).toEqual([
    "3 naam differs",
    "2 factuurdatum not_a_day",
    "2 vervaldatum not_a_day",
    "2 bedrag ambiguous_amount",
    "3 factuurdatum not_a_day",
    "3 bedrag amount_not_positive",
    "4  cell_without_column",
    "4 bedrag too_many_decimals",
    "5 kenmerk example",
  ]);
});

test("fields that rules of a claim are about are found back in the table", async () => {
  const [item] = await read(`${HEADER}\nA;Naam;F-1;30-04-2026;30-05-2026;10\nA;;F-2;30-04-2026;30-05-2026;10`);
  const place = (path: string) => `${item?.placeOf(path).line} ${item?.placeOf(path).field}`;
  expect(["reference", "debtor.name", "invoices.1.amount.value", "invoices.0.dueOn", "collectionCosts.noticeSentOn", "invoices"].map(place)).toEqual([
    "2 kenmerk", "2 naam", "3 bedrag", "2 vervaldatum", "2 aanmaning verstuurd", "2 invoices",
  ]); // prettier-ignore
});

test("the template is read, its example is refused, and a cell that looks like a formula comes back as it was", async () => {
  for (const language of ["nl", "en"] as const) {
    const items = await read(csvTemplate(language));
    expect(items).toHaveLength(1);
    expect(items[0]?.errors.map(({ code }) => code)).toEqual(["example"]);
    expect(claimBodySchema.safeParse(items[0]?.body)).toMatchObject({ success: true });
  }
  const [item] = await read(`${HEADER}\nA;'=cmd|x;F-1;30-04-2026;30-05-2026;10`);
  expect(item?.body).toMatchObject({ debtor: { name: "=cmd|x" } });
});

test.each([
  ["", "no_rows"],
  [`${HEADER}\n`, "no_rows"],
  ["a;b\n1;2\n", "columns_missing"],
  ["naam;factuurnummer;bedrag\nx;y;1", "columns_missing"],
  [`${HEADER};vervaldatumm\n`, "columns_unknown"],
  [`${HEADER};Klantnaam\n`, "column_repeated"],
  [`${HEADER}\nA;"Jansen;F-1;30-04-2026;30-05-2026;10\n`, "quote_not_closed"],
  [`${HEADER}\nA;${"x".repeat(70_000)};F-1;30-04-2026;30-05-2026;10\n`, "line_too_long"],
  [`${HEADER}\n"${"x;\n".repeat(40_000)}`, "line_too_long"],
  [`${HEADER}${";".repeat(1_000_000)}\n`, "line_too_long"],
  [`${HEADER}\nA;J\0;F-1;30-04-2026;30-05-2026;10\n`, "not_text"],
  [Buffer.from([0xef, 0xbb, 0xbf, 0x41, 0xff, 0x42]), "encoding_broken"],
])("a table that is wrong as a whole says how", async (content, code) => {
  expect((await fault(content))?.code).toBe(code);
});

test("unknown columns are named, and so is where a quotation mark was opened", async () => {
  expect((await fault(`${HEADER};vervaldatumm;BTW-code\n`))?.message).toBe('No column of the template is called "vervaldatumm", "BTW-code". Correct the name, or put # before it to leave the column out.'); // prettier-ignore
});
