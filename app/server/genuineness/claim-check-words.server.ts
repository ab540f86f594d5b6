import { createHmac } from "node:crypto";
import { type CheckWords, checkWordsFrom } from "#app/domain/check-words.ts";
import { hmacSecrets, type KeyRing } from "#app/server/platform/crypto/key-ring.server.ts";

/**
 * The two words of a claim, which every mail about it carries and a creditor may print on its letters. They come from the
 * oldest key of the ring, so that a new key leaves the words on paper as they are; they change when that key is taken out.
 */
export function checkWordsOf(keys: KeyRing, claimId: string): CheckWords {
  const secret = hmacSecrets(keys, "check-words").at(-1) ?? "";
  return checkWordsFrom(createHmac("sha256", secret).update(claimId).digest());
}
