import type { KeyRing } from "#app/server/platform/crypto/key-ring.server.ts";
import type { Services } from "#app/server/services.server.ts";
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
