import { checkPolicy, type PolicyProblem, type PolicyRule } from "#app/domain/arrangement/policy-check.ts";
import {
  type ArrangementPolicy,
  FREQUENCIES,
  type PayDay,
  PAYMENT_METHODS,
  type PolicyBand,
} from "#app/domain/arrangement/policy.ts";
import { ZERO } from "#app/domain/money.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { bandAnswers, MOST_BANDS, readBands } from "./policy-bands-form.server.ts";
import { amountOf, type FormAnswers, type FormFault, lineOf, typedAmount, wholeOf } from "./form-reader.server.ts";
import { payDaysText, readPayDays } from "./pay-days-text.server.ts";

export type PolicyFault = FormFault<PolicyRule | "number" | "amount" | "days">;

const NUMBERS = [
  "autoAccept_maxInstalments",
  "autoAccept_maxDurationDays",
  "review_maxInstalments",
  "review_maxDurationMonths",
  "hardMax_months",
  "downPaymentPercent",
  "decisionTermWorkingDays",
  "settlementDiscountPercent",
  "firstPaymentWithinDays",
  "graceDays",
  "missedAllowed",
  "requireBudgetForm_aboveMonths",
  "maxOpenProposals",
  "cooldownAfterRejectionDays",
  "counterOffer_validDays",
] as const;

const AMOUNTS = [
  "minClaim",
  "autoAccept_minInstalment",
  "requireBudgetForm_above",
  "waiveCostsIfRemainderBelow",
] as const;

/** A policy as its form shows it. */
export function policyAnswers(policy: ArrangementPolicy): FormAnswers {
  const { autoAccept, review, hardMax, requireBudgetForm, counterOffer, allowedDays } = policy;
  const numbers: Record<(typeof NUMBERS)[number], number> = {
    autoAccept_maxInstalments: autoAccept.maxInstalments,
    autoAccept_maxDurationDays: autoAccept.maxDurationDays,
    review_maxInstalments: review.maxInstalments,
    review_maxDurationMonths: review.maxDurationMonths,
    hardMax_months: hardMax.months,
    downPaymentPercent: policy.downPaymentPercent,
    decisionTermWorkingDays: policy.decisionTermWorkingDays,
    settlementDiscountPercent: policy.settlementDiscountPercent,
    firstPaymentWithinDays: policy.firstPaymentWithinDays,
    graceDays: policy.graceDays,
    missedAllowed: policy.missedAllowed,
    requireBudgetForm_aboveMonths: requireBudgetForm.aboveMonths,
    maxOpenProposals: policy.maxOpenProposals,
    cooldownAfterRejectionDays: policy.cooldownAfterRejectionDays,
    counterOffer_validDays: counterOffer.validDays,
  };
  return {
    ...Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, [String(value)]])),
    minClaim: [typedAmount(policy.minClaim)],
    autoAccept_minInstalment: [typedAmount(autoAccept.minInstalment)],
    requireBudgetForm_above: [typedAmount(requireBudgetForm.above)],
    waiveCostsIfRemainderBelow: [typedAmount(policy.waiveCostsIfRemainderBelow)],
    enabled: [yesNo(policy.enabled)],
    counterOffer_enabled: [yesNo(counterOffer.enabled)],
    pauseRemindersWhileActive: [yesNo(policy.pauseRemindersWhileActive)],
    interestDuringArrangement: [policy.interestDuringArrangement],
    costsDuringArrangement: [policy.costsDuringArrangement],
    extraPayments: [policy.extraPayments],
    frequencies: policy.frequencies,
    methods: policy.methods,
    allowedDays: [payDaysText(allowedDays)],
    monthEnd: allowedDays.includes("month_end") ? ["yes"] : [],
    ...Object.assign({}, ...policy.bands.map(bandAnswers)),
  } as FormAnswers;
}

/** Reads the whole policy from its form, or says everything that is wrong with it. */
export function readPolicyForm(form: URLSearchParams): Result<ArrangementPolicy, readonly PolicyFault[]> {
  const faults: PolicyFault[] = [];
  const number = (field: (typeof NUMBERS)[number]) => wholeOf(form, field) ?? 0;
  const amount = (field: (typeof AMOUNTS)[number]) => amountOf(form, field) ?? ZERO;
  for (const field of NUMBERS) if (wholeOf(form, field) === null) faults.push({ field, kind: "number" });
  for (const field of AMOUNTS) if (amountOf(form, field) === null) faults.push({ field, kind: "amount" });
  const days = readPayDays(lineOf(form, "allowedDays"));
  if (days === null) faults.push({ field: "allowedDays", kind: "days" });
  const monthEnd: PayDay[] = form.get("monthEnd") === "yes" ? ["month_end"] : [];

  const policy: ArrangementPolicy = {
    enabled: form.get("enabled") === "yes",
    minClaim: amount("minClaim"),
    autoAccept: {
      maxInstalments: number("autoAccept_maxInstalments"),
      minInstalment: amount("autoAccept_minInstalment"),
      maxDurationDays: number("autoAccept_maxDurationDays"),
    },
    review: { maxInstalments: number("review_maxInstalments"), maxDurationMonths: number("review_maxDurationMonths") },
    hardMax: { months: number("hardMax_months") },
    downPaymentPercent: number("downPaymentPercent"),
    decisionTermWorkingDays: number("decisionTermWorkingDays"),
    settlementDiscountPercent: number("settlementDiscountPercent"),
    frequencies: FREQUENCIES.filter((one) => form.getAll("frequencies").includes(one)),
    allowedDays: [...(days ?? []), ...monthEnd],
    firstPaymentWithinDays: number("firstPaymentWithinDays"),
    interestDuringArrangement: chosen(form, "interestDuringArrangement", ["freeze", "continue", "waive"]),
    costsDuringArrangement: chosen(form, "costsDuringArrangement", ["keep", "waive_on_completion"]),
    graceDays: number("graceDays"),
    missedAllowed: number("missedAllowed"),
    methods: PAYMENT_METHODS.filter((one) => form.getAll("methods").includes(one)),
    requireBudgetForm: {
      above: amount("requireBudgetForm_above"),
      aboveMonths: number("requireBudgetForm_aboveMonths"),
    },
    maxOpenProposals: number("maxOpenProposals"),
    cooldownAfterRejectionDays: number("cooldownAfterRejectionDays"),
    counterOffer: { enabled: form.get("counterOffer_enabled") === "yes", validDays: number("counterOffer_validDays") },
    extraPayments: chosen(form, "extraPayments", ["next", "last"]),
    pauseRemindersWhileActive: form.get("pauseRemindersWhileActive") === "yes",
    waiveCostsIfRemainderBelow: amount("waiveCostsIfRemainderBelow"),
    bands: [],
  };
  const bands = readBands(form, policy);
  faults.push(...bands.faults);
  if (faults.length > 0) return err(faults);
  const whole = { ...policy, bands: bands.rows.map(({ band }) => band) };
  const problems = checkPolicy(whole).map((problem) => faultOf(problem, bands.rows));
  return problems.length > 0 ? err(problems) : ok(whole);
}

/** How many rows the form has for other amounts: those that are filled in, and an empty one. */
export function bandRows(answers: FormAnswers): number {
  const filled = Array.from({ length: MOST_BANDS }, (_, row) => row).filter((row) => (answers[`band${row}_upTo`]?.[0] ?? "") !== ""); // prettier-ignore
  return Math.min(MOST_BANDS, (filled.at(-1) ?? -1) + 2);
}

/** `["bands", 0, "upTo"]` is the first filled row, wherever that stands in the form. */
function faultOf(
  { path, rule, allowed }: PolicyProblem,
  rows: readonly { row: number; band: PolicyBand }[],
): PolicyFault {
  const [first, second, ...rest] = path;
  const name = first === "bands" ? `band${rows[Number(second)]?.row ?? 0}_${rest.join("_")}` : path.join("_");
  // A day of the list has no field of its own.
  const field = first === "allowedDays" ? "allowedDays" : name;
  const kind = rule === "out_of_range" && allowed === undefined ? "amount" : rule;
  return { field, kind, min: allowed?.min, max: allowed?.max };
}

function chosen<Value extends string>(
  form: URLSearchParams,
  field: string,
  values: readonly [Value, ...Value[]],
): Value {
  return values.find((value) => value === form.get(field)) ?? values[0];
}

function yesNo(value: boolean): "yes" | "no" {
  return value ? "yes" : "no";
}
