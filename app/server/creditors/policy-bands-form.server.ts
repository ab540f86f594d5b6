import type { ArrangementPolicy, PolicyBand } from "#app/domain/arrangement/policy.ts";
import { amountOf, type FormAnswers, type FormFault, lineOf, typedAmount, wholeOf } from "./form-reader.server.ts";

export const MOST_BANDS = 10;

type Row = { readonly row: number; readonly band: PolicyBand };

/** A band as its row of the form shows it; what it leaves out is empty. */
export function bandAnswers(band: PolicyBand, row: number): FormAnswers {
  const { autoAccept, review, hardMax } = band;
  const values = {
    upTo: typedAmount(band.upTo),
    autoAccept_maxInstalments: autoAccept?.maxInstalments,
    autoAccept_minInstalment: autoAccept && typedAmount(autoAccept.minInstalment),
    autoAccept_maxDurationDays: autoAccept?.maxDurationDays,
    review_maxInstalments: review?.maxInstalments,
    review_maxDurationMonths: review?.maxDurationMonths,
    hardMax_months: hardMax?.months,
    downPaymentPercent: band.downPaymentPercent,
    decisionTermWorkingDays: band.decisionTermWorkingDays,
    settlementDiscountPercent: band.settlementDiscountPercent,
  };
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([name, value]) => [`band${row}_${name}`, [String(value)]]));
}

/** The rows with an amount, in order. What a row leaves empty is that of the policy; a row without an amount is no band. */
export function readBands(
  form: URLSearchParams,
  policy: ArrangementPolicy,
): { rows: readonly Row[]; faults: readonly FormFault<"number" | "amount">[] } {
  const faults: FormFault<"number" | "amount">[] = [];
  const rows = Array.from({ length: MOST_BANDS }, (_, row) => row).flatMap((row): Row[] => {
    const at = (name: string) => `band${row}_${name}`;
    const given = (name: string) => lineOf(form, at(name)) !== "";
    if (!given("upTo")) return [];
    const number = (name: string): number => {
      const value = wholeOf(form, at(name));
      if (value === null) faults.push({ field: at(name), kind: "number" });
      return value ?? 0;
    };
    const amount = (name: string) => {
      const value = amountOf(form, at(name));
      if (value === null) faults.push({ field: at(name), kind: "amount" });
      return value ?? policy.minClaim;
    };
    const orNumber = (name: string, otherwise: number) => (given(name) ? number(name) : otherwise);
    const { autoAccept, review } = policy;
    const band: PolicyBand = {
      upTo: amount("upTo"),
      ...(["maxInstalments", "minInstalment", "maxDurationDays"].some((name) => given(`autoAccept_${name}`)) && {
        autoAccept: {
          maxInstalments: orNumber("autoAccept_maxInstalments", autoAccept.maxInstalments),
          minInstalment: given("autoAccept_minInstalment")
            ? amount("autoAccept_minInstalment")
            : autoAccept.minInstalment,
          maxDurationDays: orNumber("autoAccept_maxDurationDays", autoAccept.maxDurationDays),
        },
      }),
      ...(["maxInstalments", "maxDurationMonths"].some((name) => given(`review_${name}`)) && {
        review: {
          maxInstalments: orNumber("review_maxInstalments", review.maxInstalments),
          maxDurationMonths: orNumber("review_maxDurationMonths", review.maxDurationMonths),
        },
      }),
      ...(given("hardMax_months") && { hardMax: { months: number("hardMax_months") } }),
      ...(given("downPaymentPercent") && { downPaymentPercent: number("downPaymentPercent") }),
      ...(given("decisionTermWorkingDays") && { decisionTermWorkingDays: number("decisionTermWorkingDays") }),
      ...(given("settlementDiscountPercent") && { settlementDiscountPercent: number("settlementDiscountPercent") }),
    };
    return [{ row, band }];
  });
  return { rows, faults };
}
