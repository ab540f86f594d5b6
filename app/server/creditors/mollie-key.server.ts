import { err, ok, type Result } from "#app/domain/result.ts";
import { openMollie } from "#app/server/payments/mollie-provider.server.ts";
import type { PaymentProvider } from "#app/server/payments/payment-provider.server.ts";
import { DEBTOR_WAITS_MS } from "#app/server/payments/payment-providers.server.ts";
import { decryptSecret } from "#app/server/platform/crypto/secret-encryption.server.ts";
import type { Prisma } from "#app/server/platform/prisma/client.ts";
import type { Services } from "#app/server/services.server.ts";
import { creditorDetailsSchema, updateCreditor } from "./update-creditor.server.ts";

/** On whose key payments of a creditor run. Of a key only its last four characters are ever shown. */
export type MollieKeyState =
  { readonly kind: "own"; readonly end: string; readonly live: boolean } | { readonly kind: "installation" | "none" };

export function mollieKeyState(
  services: Pick<Services, "keys" | "config">,
  creditor: { readonly id: string; readonly mollieApiKey: string | null },
): MollieKeyState {
  if (creditor.mollieApiKey === null) return { kind: services.config.mollieApiKey === null ? "none" : "installation" };
  const key = decryptSecret(services.keys, placeOf(creditor.id), creditor.mollieApiKey);
  if (!key.ok) throw new Error(`the provider key of creditor ${creditor.id} cannot be decrypted`);
  return { kind: "own", end: key.value.slice(-4), live: key.value.startsWith("live_") };
}

export async function loadMollieKeyState(services: Services, creditorId: string): Promise<MollieKeyState> {
  const creditor = await services.database.prisma.creditor.findUniqueOrThrow({
    where: { id: creditorId },
    select: { id: true, mollieApiKey: true },
  });
  return mollieKeyState(services, creditor);
}

/** refused: Mollie knows no such key. no_answer: Mollie could not be asked. no_ideal: the key works, but iDEAL is off. */
export type MollieKeyFault = { readonly kind: "refused" | "no_answer" | "no_ideal" };

export type MollieKeyRefusal =
  | MollieKeyFault
  /** test_key: in production debtors would pay with money that does not exist. */
  | { readonly kind: "unreadable" | "test_key" }
  /** Payments that the key cannot see, because they are another account's: nobody would ever hear how they ended. */
  | { readonly kind: "under_way"; readonly count: number }
  /** Arrangements that are collected under leave given to another account: nothing would be collected any more. */
  | { readonly kind: "collected"; readonly count: number };

const HOW_LONG_MS = 2 * DEBTOR_WAITS_MS;

/**
 * Stores a key, encrypted, after Mollie itself said that it works, lets people pay by iDEAL, and sees
 * the payments and refunds that are under way and the collections that are agreed.
 */
export async function setMollieKey(
  services: Services,
  { creditorId, typed, actor }: { creditorId: string; typed: string; actor: string },
): Promise<Result<null, MollieKeyRefusal>> {
  const apiKey = creditorDetailsSchema.shape.mollieApiKey.safeParse(typed.trim());
  if (!apiKey.success || apiKey.data === undefined) return err({ kind: "unreadable" });
  if (services.config.production && apiKey.data.startsWith("test_")) return err({ kind: "test_key" });
  const provider = openMollie({ apiKey: apiKey.data, deadlineMs: HOW_LONG_MS });
  const works = methodsAnswer(await provider.methods());
  if (!works.ok) return works;
  const seen = await seesWhatIsUnderWay(services, { creditorId, provider });
  if (!seen.ok) return seen;
  const updated = await updateCreditor(services, { creditorId, change: { mollieApiKey: apiKey.data }, actor });
  if (!updated.ok) throw new Error(`a key that works was not stored: ${updated.error.kind}`);
  return ok(null);
}

/** Whether the key that payments run on works now. Null: there is none. */
export async function checkMollieKey(
  services: Services,
  creditorId: string,
): Promise<Result<null, MollieKeyFault> | null> {
  const creditor = await services.database.prisma.creditor.findUniqueOrThrow({
    where: { id: creditorId },
    select: { id: true, mollieApiKey: true },
  });
  const provider = services.providers.of(creditor);
  return provider && methodsAnswer(await provider.methods());
}

type Asked = { readonly creditorId: string; readonly provider: PaymentProvider };

async function seesWhatIsUnderWay(services: Services, asked: Asked): Promise<Result<null, MollieKeyRefusal>> {
  const moving: Prisma.PaymentWhereInput = {
    OR: [{ status: { in: ["creating", "open"] } }, { refunds: { some: { status: { in: ["creating", "pending"] } } } }],
  };
  const collected: Prisma.PaymentWhereInput = {
    sequence: "first",
    status: "paid",
    arrangement: { status: "accepted", mandate: { status: { in: ["pending", "valid"] } } },
  };
  const seen = await seesNewest(services, { ...asked, kind: "under_way", which: moving });
  return seen.ok ? seesNewest(services, { ...asked, kind: "collected", which: collected }) : seen;
}

async function seesNewest(
  services: Services,
  { creditorId, provider, kind, which }: Asked & { kind: "under_way" | "collected"; which: Prisma.PaymentWhereInput },
): Promise<Result<null, MollieKeyRefusal>> {
  const { prisma } = services.database;
  const where = { creditorId, provider: "mollie", providerId: { not: null }, ...which };
  const newest = await prisma.payment.findFirst({ where, orderBy: { createdAt: "desc" }, select: { providerId: true } }); // prettier-ignore
  if (!newest?.providerId) return ok(null);
  const fetched = await provider.fetch(newest.providerId);
  if (fetched.ok) return ok(null);
  if (fetched.error.kind !== "not_found") return err({ kind: "no_answer" });
  return err({ kind, count: await prisma.payment.count({ where }) });
}

function methodsAnswer(methods: Awaited<ReturnType<PaymentProvider["methods"]>>): Result<null, MollieKeyFault> {
  if (!methods.ok) return err({ kind: methods.error.kind === "no_answer" ? "no_answer" : "refused" });
  return methods.value.includes("ideal") ? ok(null) : err({ kind: "no_ideal" });
}

const placeOf = (row: string) => ({ table: "creditor", column: "mollie_api_key", row });
