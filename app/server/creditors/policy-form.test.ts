import { expect, test } from "vitest";
import { type ArrangementPolicy, DEFAULT_POLICY } from "#app/domain/arrangement/policy.ts";
import { asCents } from "#app/domain/money.ts";
import { bandRows, policyAnswers, readPolicyForm } from "./policy-form.server.ts";

const WITH_BANDS: ArrangementPolicy = {
  ...DEFAULT_POLICY,
  enabled: false,
  frequencies: ["monthly"],
  allowedDays: [1, 2, 3, 15, "month_end"],
  interestDuringArrangement: "waive",
  costsDuringArrangement: "waive_on_completion",
  extraPayments: "last",
  pauseRemindersWhileActive: false,
  counterOffer: { enabled: false, validDays: 7 },
  methods: ["sepa_dd"],
  bands: [
    { upTo: asCents(100_00n), downPaymentPercent: 0, review: { maxInstalments: 7, maxDurationMonths: 8 } },
    { upTo: asCents(250_50n), autoAccept: { maxInstalments: 4, minInstalment: asCents(25_00n), maxDurationDays: 124 } },
  ],
};

/** As a browser sends the form, with some answers changed. */
function formOf(policy: ArrangementPolicy, changed: Readonly<Record<string, string>> = {}): URLSearchParams {
  const form = new URLSearchParams();
  for (const [name, values] of Object.entries(policyAnswers(policy)))
    for (const value of values) form.append(name, value);
  for (const [name, value] of Object.entries(changed)) form.set(name, value);
  return form;
}

const faultsOf = (changed: Readonly<Record<string, string>>) => {
  const read = readPolicyForm(formOf(WITH_BANDS, changed));
  return read.ok ? [] : read.error.map(({ field, kind, min, max }) => [field, kind, min ?? max]);
};

test.each([
  ["the one that everybody starts with", DEFAULT_POLICY],
  ["one with bands", WITH_BANDS],
])("a policy goes through its form unchanged: %s", (_name, policy) => {
  expect(readPolicyForm(formOf(policy))).toEqual({ ok: true, value: policy });
});

test("the form has an empty row after the last band", () => {
  expect([bandRows(policyAnswers(DEFAULT_POLICY)), bandRows(policyAnswers(WITH_BANDS))]).toEqual([1, 3]);
});

test("a row without an amount is no band, and what a row leaves out of a limit is that of the policy", () => {
  const read = readPolicyForm(formOf(WITH_BANDS, { band0_upTo: "", band1_autoAccept_minInstalment: "" }));
  expect(read.ok && read.value.bands).toEqual([
    { upTo: 250_50n, autoAccept: { maxInstalments: 4, minInstalment: 25_00n, maxDurationDays: 124 } },
  ]);
});

test.each([
  [{ minClaim: "1.234" }, [["minClaim", "amount", undefined]]],
  [{ graceDays: "vijf" }, [["graceDays", "number", undefined]]],
  [{ allowedDays: "1, 99" }, [["allowedDays", "out_of_range", 1]]],
  [{ allowedDays: "maandag" }, [["allowedDays", "days", undefined]]],
  [{ review_maxDurationMonths: "37" }, [["review_maxDurationMonths", "above_hard_maximum", 36], ["band1_review_maxDurationMonths", "above_hard_maximum", 36]]], // prettier-ignore
  [{ band1_upTo: "99,00" }, [["band1_upTo", "not_ascending", undefined]]],
  [
    { band0_upTo: "", band1_autoAccept_maxInstalments: "x" },
    [["band1_autoAccept_maxInstalments", "number", undefined]],
  ],
  [
    { band0_upTo: "", band1_autoAccept_maxInstalments: "900" },
    [["band1_autoAccept_maxInstalments", "out_of_range", 1]],
  ],
])("%j is told at its field", (changed, faults) => {
  expect(faultsOf(changed as unknown as Record<string, string>)).toEqual(faults);
});

test("a list of which nothing is chosen is told", () => {
  const form = formOf(WITH_BANDS);
  form.delete("frequencies");
  form.delete("methods");
  const read = readPolicyForm(form);
  expect(!read.ok && read.error.map(({ field, kind }) => [field, kind])).toEqual([
    ["frequencies", "empty"],
    ["methods", "empty"],
  ]);
});
