import { expect, test } from "vitest";
import { day } from "#app/domain/calendar.ts";
import { asCents } from "#app/domain/money.ts";
import { type DisputeDraft, disputeDraftJson, readDisputeDraft } from "./dispute-draft.server.ts";

const begun: DisputeDraft = { claimId: "clm_1", ground: "other", paid: null, paidSearched: false, scope: null, text: null }; // prettier-ignore

const drafts: DisputeDraft[] = [
  begun,
  { ...begun, scope: { kind: "whole" }, text: "Dit klopt niet.\nEcht niet." },
  { ...begun, scope: { kind: "parts", invoices: ["inv_1"], interest: false, costs: true } },
  {
    ...begun,
    ground: "already_paid",
    paid: { paidOn: day("2026-09-03"), paidAmount: asCents(75_00n), fromAccount: "4300" },
    paidSearched: true,
    scope: { kind: "amount", amount: asCents(75_00n) },
  },
];

test.each(drafts)("a draft comes back as it was kept: %o", (draft) => {
  expect(readDisputeDraft(JSON.parse(JSON.stringify(disputeDraftJson(draft))))).toEqual(draft);
});

test("what was stored in another form is no draft", () => {
  expect(readDisputeDraft(null)).toBeNull();
  expect(readDisputeDraft({ ...disputeDraftJson(begun), ground: "no_money" })).toBeNull();
  expect(readDisputeDraft({ ...disputeDraftJson(begun), scope: { kind: "amount", amount: "-1.00" } })).toBeNull();
});
