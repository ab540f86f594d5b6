import type { KeyRing } from "#app/server/platform/crypto/key-ring.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { createCreditorLinkTokens, type CreditorLinkTokens } from "./creditor-link-token.server.ts";
import { createMagicLinkTokens, type MagicLinkTokens } from "./magic-link-token.server.ts";

const prepared = new WeakMap<KeyRing, Promise<MagicLinkTokens>>();

/** Signing and checking with the keys of this process; deriving them takes time, so it is done once for each key ring. */
export function magicLinkTokens(services: Pick<Services, "keys" | "config">): Promise<MagicLinkTokens> {
  const known = prepared.get(services.keys);
  if (known) return known;
  const tokens = createMagicLinkTokens(services.keys, services.config.baseUrl.origin);
  prepared.set(services.keys, tokens);
  return tokens;
}

const ofBaseUrl = new Map<string, CreditorLinkTokens>();

/** Checking what creditors sign for this portal. */
export function creditorLinkTokens({ config }: Pick<Services, "config">): CreditorLinkTokens {
  const { origin } = config.baseUrl;
  const tokens = ofBaseUrl.get(origin) ?? createCreditorLinkTokens(origin);
  ofBaseUrl.set(origin, tokens);
  return tokens;
}
