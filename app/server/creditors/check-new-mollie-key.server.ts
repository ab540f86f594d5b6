import { err, ok, type Result } from "#app/domain/result.ts";
import { openMollie } from "#app/server/payments/mollie-provider.server.ts";
import type { PaymentProvider } from "#app/server/payments/payment-provider.server.ts";
import { DEBTOR_WAITS_MS } from "#app/server/payments/payment-providers.server.ts";
import type { Prisma } from "#app/server/platform/prisma/client.ts";
import type { Services } from "#app/server/services.server.ts";
import { creditorDetailsSchema } from "./update-creditor.server.ts";

/** refused: Mollie knows no such key. no_answer: Mollie could not be asked. no_ideal: the key works, but iDEAL is off. */
export type MollieKeyFault = { readonly kind: "refused" | "no_answer" | "no_ideal" };

export type MollieKeyRefusal =
  | MollieKeyFault
  /** test_key: in production debtors would pay with money that does not exist. */
  | { readonly kind: "unreadable" | "test_key" }
  /** Arrangements that are collected, or begin to be, under leave given to another account: nothing would be collected any more. */
  | { readonly kind: "collected"; readonly count: number };

const HOW_LONG_MS = 2 * DEBTOR_WAITS_MS;

/**
 * The key that was typed, after Mollie itself said that it works and lets people pay by iDEAL, and where it reaches the
 * account of every collection that is agreed.
 */
export async function checkNewMollieKey(
  services: Services,
  { creditorId, typed }: { creditorId: string; typed: string },
): Promise<Result<string, MollieKeyRefusal>> {
  const apiKey = creditorDetailsSchema.shape.mollieApiKey.safeParse(typed.trim());
  if (!apiKey.success || apiKey.data === undefined) return err({ kind: "unreadable" });
  if (services.config.production && apiKey.data.startsWith("test_")) return err({ kind: "test_key" });
  const provider = openMollie({ apiKey: apiKey.data, deadlineMs: HOW_LONG_MS });
  const works = methodsAnswer(await provider.methods());
  if (!works.ok) return works;
  const reached = await reachesCollections(services, { creditorId, provider });
  return reached.ok ? ok(apiKey.data) : reached;
}

/** A key is of one account: the newest payment that gave a mandate in an account stands for all of that account. */
async function reachesCollections(
  { database: { prisma } }: Services,
  { creditorId, provider }: { creditorId: string; provider: PaymentProvider },
): Promise<Result<null, MollieKeyRefusal>> {
  const where = {
    creditorId,
    provider: "mollie",
    providerId: { not: null },
    sequence: "first",
    OR: [{ status: "paid" }, { status: "open", parts: { some: { open: true } } }],
    arrangement: { status: "accepted", mandate: { status: { in: ["pending", "valid"] } } },
  } satisfies Prisma.PaymentWhereInput;
  const select = { providerId: true, providerAccount: true, arrangementId: true };
  const payments = await prisma.payment.findMany({ where, orderBy: { createdAt: "asc" }, select });
  const newestOf = new Map(payments.map(({ providerAccount, providerId }) => [providerAccount, providerId ?? ""]));
  const unreached = new Set<string | null>();
  for (const [account, providerId] of newestOf) {
    const fetched = await provider.fetch(providerId);
    if (fetched.ok) continue;
    if (fetched.error.kind !== "not_found") return err({ kind: "no_answer" });
    unreached.add(account);
  }
  const collected = payments.filter(({ providerAccount }) => unreached.has(providerAccount));
  const count = new Set(collected.map(({ arrangementId }) => arrangementId)).size;
  return count === 0 ? ok(null) : err({ kind: "collected", count });
}

/** What the answer about methods says of the key that asked for them. */
export function methodsAnswer(methods: Awaited<ReturnType<PaymentProvider["methods"]>>): Result<null, MollieKeyFault> {
  if (!methods.ok) return err({ kind: methods.error.kind === "no_answer" ? "no_answer" : "refused" });
  return methods.value.includes("ideal") ? ok(null) : err({ kind: "no_ideal" });
}
