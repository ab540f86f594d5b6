import { ok, type Result } from "#app/domain/result.ts";
import { placeOfMollieKey } from "#app/server/payments/mollie-key-place.server.ts";
import { decryptSecret } from "#app/server/platform/crypto/secret-encryption.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { checkNewMollieKey, methodsAnswer, type MollieKeyFault, type MollieKeyRefusal } from "./check-new-mollie-key.server.ts"; // prettier-ignore
import { updateCreditor } from "./update-creditor.server.ts";

/** On whose key payments of a creditor run. Of a key only its last four characters are ever shown. */
export type MollieKeyState =
  { readonly kind: "own"; readonly end: string; readonly live: boolean } | { readonly kind: "installation" | "none" };

export function mollieKeyState(
  services: Pick<Services, "keys" | "config">,
  creditor: { readonly id: string; readonly mollieApiKey: string | null },
): MollieKeyState {
  if (creditor.mollieApiKey === null) return { kind: services.config.mollieApiKey === null ? "none" : "installation" };
  const key = decryptSecret(services.keys, placeOfMollieKey(creditor.id), creditor.mollieApiKey);
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

/**
 * Stores a key, encrypted, after Mollie itself said that it works, lets people pay by iDEAL, and reaches the collections that
 * are agreed. New payments run on it; those that were begun before stay on the key that it takes the place of.
 */
export async function setMollieKey(
  services: Services,
  { creditorId, typed, actor }: { creditorId: string; typed: string; actor: string },
): Promise<Result<null, MollieKeyRefusal>> {
  const apiKey = await checkNewMollieKey(services, { creditorId, typed });
  if (!apiKey.ok) return apiKey;
  const updated = await updateCreditor(services, { creditorId, change: { mollieApiKey: apiKey.value }, actor });
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
