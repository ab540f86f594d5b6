import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { checkPolicy } from "#app/domain/arrangement/policy-check.ts";
import type { ArrangementPolicy, Frequency, PayDay } from "#app/domain/arrangement/policy.ts";
import { ZERO } from "#app/domain/money.ts";
import { answered, refused } from "#app/server/api/answers.server.ts";
import { apiRoute, on } from "#app/server/api/api-route.server.ts";
import { moneyJson } from "#app/server/api/money-json.server.ts";
import { centsOf } from "#app/server/validation/cents-of.server.ts";
import { simulatePolicyOperation } from "#app/server/api/operations/policy.server.ts";
import { readPolicy } from "#app/server/api/policy-json.server.ts";
import { policyProblem } from "#app/server/api/policy-problem.server.ts";
import { invalid } from "#app/server/api/validation-errors.server.ts";
import { policyOfCreditor } from "#app/server/arrangements/arrangement-policy.server.ts";
import { simulatePolicy } from "#app/server/arrangements/simulate-policy.server.ts";

const route = apiRoute([
  on(simulatePolicyOperation, async ({ services, caller: { creditorId }, body }) => {
    const { prisma } = services.database;
    const policy = body.policy ? readPolicy(body.policy) : await policyOfCreditor(prisma, creditorId);
    const problems = checkPolicy(policy);
    if (problems.length > 0) return refused(policyProblem(problems, ["policy"]));
    const frequency = body.frequency ?? firstFrequency(policy);
    if (body.payDay !== undefined && frequency !== "monthly") {
      return refused(invalid([{ path: "payDay", code: "not_allowed", message: "must be absent: only a month has pay days" }])); // prettier-ignore
    }
    const tried = await simulatePolicy(prisma, {
      creditorId,
      policy,
      perMonth: body.perMonth.map(centsOf),
      downPayment: body.downPayment ? centsOf(body.downPayment) : ZERO,
      frequency,
      payDay: frequency === "monthly" ? (body.payDay ?? firstPayDay(policy)) : null,
    });
    const results = tried.results.map(({ perMonth, ...counts }) => ({ perMonth: moneyJson(perMonth), ...counts }));
    return answered(200, { claims: tried.claims, results });
  }),
]);

function firstFrequency({ frequencies }: ArrangementPolicy): Frequency {
  return frequencies.includes("monthly") ? "monthly" : (frequencies[0] ?? "monthly");
}

function firstPayDay({ allowedDays }: ArrangementPolicy): PayDay {
  return allowedDays[0] ?? "month_end";
}

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
