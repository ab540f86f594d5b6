import type { ArrangementPolicy, PolicyBand, PolicyLimits } from "#app/domain/arrangement/policy.ts";
import { centsOf } from "#app/server/validation/cents-of.server.ts";
import { moneyJson } from "./money-json.server.ts";
import { type PolicyJson, policySchema } from "./schemas/policy-schemas.server.ts";

type BandJson = PolicyJson["bands"][number];

/** A policy as the API writes it, always in one order; sent back as it is, it changes nothing. */
export function policyJson(policy: ArrangementPolicy): PolicyJson {
  const { autoAccept, minClaim, waiveCostsIfRemainderBelow, requireBudgetForm, bands, ...plain } = policy;
  return policySchema.parse({
    ...plain,
    minClaim: moneyJson(minClaim),
    waiveCostsIfRemainderBelow: moneyJson(waiveCostsIfRemainderBelow),
    autoAccept: autoAcceptJson(autoAccept),
    requireBudgetForm: { ...requireBudgetForm, above: moneyJson(requireBudgetForm.above) },
    bands: bands.map(bandJson),
  } satisfies Record<keyof PolicyJson, unknown>);
}

/** Reads a policy that passed its schema. */
export function readPolicy({
  autoAccept,
  minClaim,
  waiveCostsIfRemainderBelow,
  requireBudgetForm,
  bands,
  ...plain
}: PolicyJson): ArrangementPolicy {
  return {
    ...plain,
    minClaim: centsOf(minClaim),
    waiveCostsIfRemainderBelow: centsOf(waiveCostsIfRemainderBelow),
    autoAccept: readAutoAccept(autoAccept),
    requireBudgetForm: { ...requireBudgetForm, above: centsOf(requireBudgetForm.above) },
    bands: bands.map(readBand),
  };
}

function bandJson({ upTo, autoAccept, ...limits }: PolicyBand): BandJson {
  return { ...limits, upTo: moneyJson(upTo), ...(autoAccept && { autoAccept: autoAcceptJson(autoAccept) }) };
}

/** A limit that a band leaves out is that of the policy. */
function readBand({ upTo, autoAccept, ...limits }: BandJson): PolicyBand {
  const given = Object.entries(limits).filter(([, value]) => value !== undefined);
  return {
    ...(Object.fromEntries(given) as Partial<Omit<PolicyLimits, "autoAccept">>),
    upTo: centsOf(upTo),
    ...(autoAccept && { autoAccept: readAutoAccept(autoAccept) }),
  };
}

function autoAcceptJson(autoAccept: PolicyLimits["autoAccept"]): PolicyJson["autoAccept"] {
  return { ...autoAccept, minInstalment: moneyJson(autoAccept.minInstalment) };
}

function readAutoAccept(json: PolicyJson["autoAccept"]): PolicyLimits["autoAccept"] {
  return { ...json, minInstalment: centsOf(json.minInstalment) };
}
