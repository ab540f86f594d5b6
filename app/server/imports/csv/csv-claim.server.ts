import type { ClaimItem } from "../import-item.server.ts";
import type { RowFinding } from "../import-outcome.server.ts";
import { type CsvCells, openCells } from "./csv-cells.server.ts";
import { CSV_COLUMNS, EXAMPLE_REFERENCE } from "./csv-columns.server.ts";
import { readCsvDebtor } from "./csv-debtor.server.ts";
import type { CsvGroup } from "./csv-groups.server.ts";
import { cellOf } from "./csv-header.server.ts";
import { readAmountCell, readDayCell, readPercentCell, readWordCell } from "./csv-values.server.ts";
import type { TableLine } from "./read-table.server.ts";

const KINDS = { consumer: ["consument", "particulier"], commercial: ["zakelijk", "bedrijf"] };

const DEBTOR_TYPES = { person: ["persoon", "particulier"], company: ["bedrijf", "zakelijk"] };

const INTEREST_TYPES = { statutory: ["wettelijk", "wettelijke rente"], contractual: ["contractueel", "afgesproken"], none: ["geen", "nee"] }; // prettier-ignore

const COSTS_TYPES = { statutory: ["wettelijk"], fixed: ["vast"], none: ["geen", "nee"] };

/** The body of a claim from its lines of a table. What cannot be read is told, and left out. */
export function readCsvClaim(group: CsvGroup): ClaimItem {
  const { header, lines, reference } = group;
  const cells = openCells(group);
  const line = lines[0]?.line ?? 1;
  if (reference.toUpperCase() === EXAMPLE_REFERENCE) {
    cells.errors.push({ line, field: header.nameOf("reference"), code: "example", message: "is the example of the template: take the line out" }); // prettier-ignore
  }
  for (const each of lines) cells.errors.push(...straysOf(group, each));

  const saidKind = cells.read("kind", (text) => readWordCell(text, KINDS));
  const saidType = cells.read("debtorType", (text) => readWordCell(text, DEBTOR_TYPES));
  const named = cells.text("companyNumber") !== undefined || saidKind === "commercial";
  const isCompany = saidType === undefined ? named : saidType === "company";
  const metadata = header.metadata.flatMap(({ index, key }) => {
    const value = lines.map(({ cells: all }) => all[index] ?? "").find((cell) => cell !== "");
    return value === undefined ? [] : [[key, value] as const];
  });
  const body = {
    reference: reference || undefined,
    kind: saidKind ?? (isCompany ? "commercial" : "consumer"),
    description: cells.text("description"),
    debtor: readCsvDebtor(cells, isCompany ? "company" : "person"),
    invoices: lines.map((each) => readInvoice(cells, each)),
    interest: readInterest(cells),
    collectionCosts: readCosts(cells),
    metadata: Object.fromEntries(metadata),
  };
  return {
    kind: "claim",
    line,
    reference: reference || null,
    size: lines.reduce((all, each) => all + each.cells.reduce((size, cell) => size + cell.length, 0), 0),
    body: withoutNothing(body),
    errors: cells.errors,
    warnings: cells.warnings,
    placeOf: (path) => placeIn(group, path),
  };
}

function readInvoice(cells: CsvCells, line: TableLine) {
  return {
    number: cells.textIn(line, "invoiceNumber"),
    issuedOn: cells.readIn(line, "issuedOn", readDayCell),
    dueOn: cells.readIn(line, "dueOn", readDayCell),
    amount: euro(cells.readIn(line, "amount", readAmountCell)),
    description: cells.textIn(line, "invoiceDescription"),
  };
}

/** A percentage says by itself that the interest was agreed on. */
function readInterest(cells: CsvCells) {
  const ratePercent = cells.read("interestPercent", readPercentCell);
  const type = cells.read("interest", (text) => readWordCell(text, INTEREST_TYPES));
  return { type: type ?? (ratePercent === undefined ? "statutory" : "contractual"), ratePercent };
}

/** An amount says by itself that the costs are fixed. */
function readCosts(cells: CsvCells) {
  const amount = euro(cells.read("collectionCostsAmount", readAmountCell));
  const type = cells.read("collectionCosts", (text) => readWordCell(text, COSTS_TYPES));
  return {
    type: type ?? (amount === undefined ? "statutory" : "fixed"),
    amount,
    noticeDeliveredOn: cells.read("noticeDeliveredOn", readDayCell),
    noticeSentOn: cells.read("noticeSentOn", readDayCell),
  };
}

const euro = (value: string | undefined) => (value === undefined ? undefined : { currency: "EUR", value });

/** Cells beyond the names, or under none: something was shifted, and who knows what. */
function straysOf({ header }: CsvGroup, { line, cells }: TableLine): RowFinding[] {
  const beyond = cells.slice(header.width).some((cell) => cell !== "");
  const under = header.nameless.some((index) => (cells[index] ?? "") !== "");
  if (!beyond && !under) return [];
  return [{ line, field: "", code: "cell_without_column", message: "has a cell without a name above it" }];
}

/** Where a field of the body stands in the table. */
function placeIn({ header, lines }: CsvGroup, path: string): { line: number; field: string } {
  const first = lines[0]?.line ?? 1;
  const [, index] = /^invoices\.(\d+)/.exec(path) ?? [];
  const general = path.replace(/^invoices\.\d+/, "invoices.*");
  const column = CSV_COLUMNS.find((known) => general === known.path || general.startsWith(`${known.path}.`));
  if (!column) return { line: first, field: path };
  const field = header.nameOf(column.key);
  if (index !== undefined) return { line: lines[Number(index)]?.line ?? first, field };
  return { line: lines.find((line) => cellOf(header, column.key, line.cells) !== "")?.line ?? first, field };
}

/** Without fields that have no value: schemas take them for given. */
function withoutNothing(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNothing);
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(fields.map(([name, field]) => [name, withoutNothing(field)]));
}
