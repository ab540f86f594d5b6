import type { ArrangementPolicy } from "#app/domain/arrangement/policy.ts";
import { type Cents, ZERO } from "#app/domain/money.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { type PolicyTried, simulatePolicy } from "#app/server/arrangements/simulate-policy.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { amountOf, type FormAnswers, type FormFault, lineOf } from "./form-reader.server.ts";

const PER_CREDITOR = { name: "policy-simulation", points: 20, seconds: 60 };

const FIELDS = ["perMonth1", "perMonth2", "perMonth3"] as const;

/** What the form starts with. */
export const FIRST_PER_MONTH: FormAnswers = { perMonth1: ["10,00"], perMonth2: ["25,00"], perMonth3: ["50,00"] };

/** What somebody could spare a month; of three amounts those that are filled in. */
export function readPerMonth(form: URLSearchParams): Result<readonly Cents[], readonly FormFault<"amount">[]> {
  const given = FIELDS.filter((field) => lineOf(form, field) !== "");
  const read = given.map((field) => ({ field, amount: amountOf(form, field) }));
  const faults = read.filter(({ amount }) => amount === null || amount === 0n).map(({ field }) => ({ field, kind: "amount" as const })); // prettier-ignore
  if (given.length === 0) return err([{ field: FIELDS[0], kind: "amount" }]);
  return faults.length > 0 ? err(faults) : ok(read.map(({ amount }) => amount ?? ZERO));
}

/** What a policy would have answered on past claims, in its own first rhythm. Null: asked too often. */
export async function tryPolicy(
  services: Services,
  { creditorId, policy, perMonth }: { creditorId: string; policy: ArrangementPolicy; perMonth: readonly Cents[] },
): Promise<PolicyTried | null> {
  const counted = await services.limiter.count(PER_CREDITOR, creditorId);
  if (!counted.allowed) return null;
  const { frequencies, allowedDays } = policy;
  const frequency = frequencies.includes("monthly") ? "monthly" : (frequencies[0] ?? "monthly");
  const payDay = frequency === "monthly" ? (allowedDays[0] ?? "month_end") : null;
  return simulatePolicy(services.database.prisma, {
    creditorId,
    policy,
    perMonth,
    downPayment: ZERO,
    frequency,
    payDay,
  });
}
