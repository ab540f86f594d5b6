import { stringify } from "csv-stringify/sync";
import { CSV_COLUMNS } from "./csv-columns.server.ts";

/** What Excel needs to read a file as UTF-8. */
export const BYTE_ORDER_MARK = "\uFEFF";

/** The table to fill in: names of the columns, and two invoices of one claim as an example. */
export function csvTemplate(language: "nl" | "en"): string {
  const names = CSV_COLUMNS.map((column) => column[language]);
  const examples = [0, 1].map((index) => CSV_COLUMNS.map(({ examples: cells }) => cells[index as 0 | 1]));
  return BYTE_ORDER_MARK + stringify([names, ...examples], { delimiter: ";", record_delimiter: "\r\n" });
}
