import { z } from "zod";
import { moneySchema } from "#app/server/claims/claim-body.server.ts";
import { defineOperation } from "../api-operation.server.ts";
import { frequencySchema, payDaySchema, POLICY_EXAMPLE, policySchema } from "../schemas/policy-schemas.server.ts";

const tag = "Policy";

export const getPolicy = defineOperation({
  id: "getPolicy",
  method: "GET",
  path: "/policy",
  tag,
  summary: "Get the arrangements you agree to",
  description: "As you set it, or what everybody starts with.",
  scope: "policy:read",
  answers: { 200: { description: "The policy.", schema: policySchema, example: POLICY_EXAMPLE } },
  problems: [],
});

export const putPolicy = defineOperation({
  id: "putPolicy",
  method: "PUT",
  path: "/policy",
  tag,
  summary: "Set the arrangements you agree to",
  description:
    "The whole policy at once: what is left out is refused, field by field. The answer of GET can be sent as it is. Arrangements that were proposed before keep to the policy of their first day.",
  scope: "policy:write",
  body: { kind: "json", schema: policySchema, example: POLICY_EXAMPLE },
  answers: { 200: { description: "The policy as it is now.", schema: policySchema, example: POLICY_EXAMPLE } },
  problems: ["currency_not_eur"],
});

const resultSchema = z.strictObject({
  perMonth: moneySchema,
  accepted: z.int().meta({ description: "Accepted at once." }),
  countered: z.int().meta({ description: "Answered with something else that is accepted at once or by a person." }),
  person: z.int().meta({ description: "Left to a person." }),
  byReason: z.record(z.string(), z.int()).meta({ description: "How many were held back by each reason; a claim may have several." }), // prettier-ignore
});

export const simulatePolicyOperation = defineOperation({
  id: "simulatePolicy",
  method: "POST",
  path: "/policy/simulation",
  tag,
  summary: "Try a policy on your last claims",
  description:
    "What the policy would have answered, by the very code that answers debtors: for each of your last 500 claims its amount on the day it came in, with each amount a month. Nothing is sent and nothing is stored. Without `policy` your own is tried; without `frequency` and `payDay` the first that it offers, monthly when it does. The budget sheet counts as filled in.",
  scope: "policy:read",
  body: {
    kind: "json",
    schema: z
      .strictObject({
        policy: policySchema.optional(),
        perMonth: z.array(moneySchema).min(1).max(6),
        downPayment: moneySchema.optional(),
        frequency: frequencySchema.optional(),
        payDay: payDaySchema.optional(),
      })
      .meta({ id: "SimulationBody" }),
    example: { perMonth: [{ currency: "EUR", value: "25.00" }], frequency: "monthly", payDay: 25 },
  },
  answers: {
    200: {
      description: "For each amount a month how many claims got which answer.",
      schema: z
        .strictObject({
          claims: z.int().meta({ description: "How many were tried; those that came in without anything open are not." }),
          results: z.array(resultSchema),
        })
        .meta({ id: "Simulation" }),
      example: {
        claims: 500,
        results: [
          { perMonth: { currency: "EUR", value: "25.00" }, accepted: 312, countered: 141, person: 47, byReason: { too_many_instalments: 188 } }, // prettier-ignore
        ],
      },
    },
  },
  problems: ["currency_not_eur"],
}); // prettier-ignore
