import { expect, test } from "vitest";
import { asCents, sum } from "#app/domain/money.ts";
import {
  chargedBack,
  longDue,
  openConsumer,
  overpaid,
  partlyPaid,
  severalInvoices,
  waivedCosts,
} from "#app/ui/gallery/claim-samples.ts";
import { statementRows } from "./statement-rows.ts";

test.each([
  ["open", openConsumer],
  ["partly paid", partlyPaid],
  ["over years", longDue],
  ["several invoices with a credit note and VAT", severalInvoices],
  ["charged back", chargedBack],
  ["overpaid", overpaid],
  ["costs waived", waivedCosts],
])("the lines of a claim add up to what is open: %s", (_, { statement }) => {
  expect(sum(statementRows(statement).map(({ amount }) => amount))).toBe(statement.open);
});

test("a chargeback stands beside the payment it took back", () => {
  const rows = statementRows(chargedBack.statement).filter(({ kind }) => kind === "entry");
  expect(rows.map(({ amount }) => amount)).toEqual([asCents(-18750n), asCents(18750n)]);
});
