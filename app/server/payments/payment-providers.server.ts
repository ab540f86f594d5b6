import type { KeyRing } from "#app/server/platform/crypto/key-ring.server.ts";
import { decryptSecret } from "#app/server/platform/crypto/secret-encryption.server.ts";
import { placeOfEarlierKey, placeOfMollieKey } from "./mollie-key-place.server.ts";
import { openMollie } from "./mollie-provider.server.ts";
import type { PaymentProvider } from "./payment-provider.server.ts";

export type PaymentProviders = {
  /** Which provider collects for a creditor: on its own key, on the installation's, or none, and then iDEAL is off. */
  of(creditor: { id: string; mollieApiKey: string | null }): PaymentProvider | null;
  /** The provider on a key that another took the place of. Null: the key cannot be read, or the installation has none. */
  ofEarlier(key: { id: string; apiKey: string | null }): PaymentProvider | null;
};

/** Deadlines of a call in milliseconds: a debtor who waits gets an answer within five seconds, the worker has more time. */
export const DEBTOR_WAITS_MS = 5_000;
export const WORKER_WAITS_MS = 12_000;

export function openPaymentProviders(options: {
  keys: () => KeyRing;
  fallbackApiKey: string | null;
  deadlineMs: number;
}): PaymentProviders {
  const opened = new Map<string, PaymentProvider>();

  function open(apiKey: string): PaymentProvider {
    const known = opened.get(apiKey);
    if (known) return known;
    const provider = openMollie({ apiKey, deadlineMs: options.deadlineMs });
    opened.set(apiKey, provider);
    return provider;
  }

  const openInstalled = () => (options.fallbackApiKey === null ? null : open(options.fallbackApiKey));

  return {
    of(creditor) {
      if (creditor.mollieApiKey === null) return openInstalled();
      const apiKey = decryptSecret(options.keys(), placeOfMollieKey(creditor.id), creditor.mollieApiKey);
      if (!apiKey.ok) throw new Error(`the provider key of creditor ${creditor.id} cannot be decrypted`);
      return open(apiKey.value);
    },
    ofEarlier(key) {
      if (key.apiKey === null) return openInstalled();
      const apiKey = decryptSecret(options.keys(), placeOfEarlierKey(key.id), key.apiKey);
      return apiKey.ok ? open(apiKey.value) : null;
    },
  };
}
