import { type Cents, parseDecimal, toDecimal } from "../money.ts";
import type { ArrangementPolicy, PolicyBand, PolicyLimits } from "./policy.ts";

type AutoAcceptJson = Omit<PolicyLimits["autoAccept"], "minInstalment"> & { readonly minInstalment: string };

type LimitsJson = Omit<PolicyLimits, "autoAccept"> & { readonly autoAccept: AutoAcceptJson };

export type PolicyBandJson = { readonly upTo: string } & Partial<LimitsJson>;

/** A policy as it is stored and as the API shows it: amounts are decimals ("50.00"). */
export type PolicyJson = Omit<
  ArrangementPolicy,
  "autoAccept" | "minClaim" | "waiveCostsIfRemainderBelow" | "requireBudgetForm" | "bands"
> & {
  readonly autoAccept: AutoAcceptJson;
  readonly minClaim: string;
  readonly waiveCostsIfRemainderBelow: string;
  readonly requireBudgetForm: { readonly above: string; readonly aboveMonths: number };
  readonly bands: readonly PolicyBandJson[];
};

export function toPolicyJson(policy: ArrangementPolicy): PolicyJson {
  const { autoAccept, minClaim, waiveCostsIfRemainderBelow, requireBudgetForm, bands } = policy;
  return {
    ...policy,
    autoAccept: autoAcceptJson(autoAccept),
    minClaim: toDecimal(minClaim),
    waiveCostsIfRemainderBelow: toDecimal(waiveCostsIfRemainderBelow),
    requireBudgetForm: { ...requireBudgetForm, above: toDecimal(requireBudgetForm.above) },
    bands: bands.map(({ upTo, autoAccept: ofBand, ...limits }) => ({
      ...limits,
      upTo: toDecimal(upTo),
      ...(ofBand && { autoAccept: autoAcceptJson(ofBand) }),
    })),
  };
}

/** Reads back what `toPolicyJson` wrote, or what a schema of the same shape accepted. Throws on an amount that is none. */
export function fromPolicyJson(json: PolicyJson): ArrangementPolicy {
  const { autoAccept, minClaim, waiveCostsIfRemainderBelow, requireBudgetForm, bands } = json;
  return {
    ...json,
    autoAccept: readAutoAccept(autoAccept),
    minClaim: cents(minClaim),
    waiveCostsIfRemainderBelow: cents(waiveCostsIfRemainderBelow),
    requireBudgetForm: { ...requireBudgetForm, above: cents(requireBudgetForm.above) },
    bands: bands.map(({ upTo, autoAccept: ofBand, ...limits }): PolicyBand => ({
      ...limits,
      upTo: cents(upTo),
      ...(ofBand && { autoAccept: readAutoAccept(ofBand) }),
    })),
  };
}

function autoAcceptJson(autoAccept: PolicyLimits["autoAccept"]): AutoAcceptJson {
  return { ...autoAccept, minInstalment: toDecimal(autoAccept.minInstalment) };
}

function readAutoAccept(json: AutoAcceptJson): PolicyLimits["autoAccept"] {
  return { ...json, minInstalment: cents(json.minInstalment) };
}

function cents(text: string): Cents {
  const amount = parseDecimal(text);
  if (!amount.ok) throw new RangeError(`not an amount: ${text}`);
  return amount.value;
}
