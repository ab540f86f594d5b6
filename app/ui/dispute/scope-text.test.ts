import { expect, test } from "vitest";
import { asCents } from "#app/domain/money.ts";
import { translatorFor } from "#app/i18n/translator.ts";
import { disputeHref, payRestHref } from "./dispute-addresses.ts";
import { scopeText } from "./scope-text.ts";

const dutch = translatorFor("nl");

test("which part, in words", () => {
  expect(scopeText({ scope: { kind: "whole" }, invoiceNumbers: [] }, dutch)).toBe("Met alles");
  expect(scopeText({ scope: { kind: "amount", amount: asCents(60_00n) }, invoiceNumbers: [] }, dutch)).toBe(
    "Met €\u00a060,00",
  );
  const scope = { kind: "parts", invoices: ["inv_1"], interest: true, costs: true } as const;
  expect(scopeText({ scope, invoiceNumbers: ["2026-0412"] }, dutch)).toBe(
    "Rekening 2026-0412\nDe rente\nDe incassokosten",
  );
});

test("the claim stands in an address only where there are several", () => {
  expect(disputeHref(null)).toBe("/claim/dispute");
  expect(disputeHref("clm_1", { step: "part", change: "1" })).toBe("/claim/dispute/part?claim=clm_1&change=1");
  expect(disputeHref(null, { ground: "already_paid" })).toBe("/claim/dispute?ground=already_paid");
  expect(payRestHref(null)).toBe("/claim/pay?rest=1");
  expect(payRestHref("clm_1")).toBe("/claim/pay?claim=clm_1&rest=1");
});
