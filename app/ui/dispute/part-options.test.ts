import { expect, test } from "vitest";
import { asCents, ZERO } from "#app/domain/money.ts";
import { noInterest, noticeRunning, openConsumer, severalInvoices } from "#app/ui/gallery/claim-samples.ts";
import { firstPart, hasParts, partAnswers, partOptions, type PartOptions } from "./part-options.ts";

const options: PartOptions = {
  open: asCents(162_31n),
  invoices: [{ id: "inv_1", number: "2026-0412", amount: asCents(122_31n) }],
  interest: asCents(2_31n),
  costs: asCents(40_00n),
};

test("what is open on each part, costs with VAT and invoices with interest", () => {
  expect(partOptions(openConsumer)).toEqual({
    ...options,
    invoices: [{ id: "inv-2026-0412", number: "2026-0412", amount: 122_31n }],
  });
  const { invoices, costs } = partOptions(severalInvoices);
  expect(invoices.map(({ number }) => number)).toEqual(["2026-0301", "2026-0501"]);
  expect(costs).toBe(90_75n);
});

test("costs that are announced can be named too; without interest or costs one bill has no parts", () => {
  expect(partOptions(noticeRunning).costs).toBe(ZERO);
  expect(partOptions(noInterest)).toMatchObject({ interest: null, costs: null });
  expect(hasParts(partOptions(noInterest))).toBe(false);
  expect(hasParts(partOptions(openConsumer))).toBe(true);
});

test("an answer stands on the page again", () => {
  expect(partAnswers({ kind: "whole" }, "nl")).toEqual({ choice: "whole", parts: [], amount: "" });
  expect(partAnswers({ kind: "parts", invoices: ["inv_1"], interest: true, costs: true }, "nl")).toEqual({
    choice: "parts",
    parts: ["inv_1", "interest", "costs"],
    amount: "",
  });
  expect(partAnswers({ kind: "amount", amount: asCents(25_50n) }, "nl")).toEqual({ choice: "amount", parts: [], amount: "25,50" }); // prettier-ignore
});

test.each([
  ["not_my_debt", null, { choice: "whole", parts: [], amount: "" }],
  ["costs_wrong", null, { choice: "parts", parts: ["costs"], amount: "" }],
  ["interest_wrong", null, { choice: "parts", parts: ["interest"], amount: "" }],
  ["amount_wrong", null, { choice: "amount", parts: [], amount: "" }],
  ["already_paid", asCents(75_00n), { choice: "amount", parts: [], amount: "75" }],
  ["already_paid", asCents(200_00n), { choice: "whole", parts: [], amount: "" }],
] as const)("what is proposed first for %s", (ground, paidAmount, answers) => {
  expect(firstPart(options, { ground, paidAmount }, "nl")).toEqual(answers);
});

test("a part that is not there is not proposed", () => {
  const bare = { ...options, interest: null, costs: null };
  expect(firstPart(bare, { ground: "costs_wrong", paidAmount: null }, "nl").choice).toBe("whole");
  expect(firstPart(bare, { ground: "interest_wrong", paidAmount: null }, "nl").choice).toBe("whole");
});
