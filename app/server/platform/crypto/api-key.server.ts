import { randomBytes as nodeRandomBytes } from "node:crypto";
import { err, ok, type Result } from "#app/domain/result.ts";
import { bytesToBigInt, encodeCrockford } from "./crockford.server.ts";
import type { RandomBytes } from "./random-id.server.ts";
import { hashSecret } from "./secret-hash.server.ts";

/** `publicPart` finds the key and may be shown; only `hash` is stored of the whole. */
export type ApiKeyParts = { readonly publicPart: string; readonly hash: string };

/** A new key `vk_<8>_<32>`: 40 bits to find it by and 160 secret bits. The key itself is shown once and not stored. */
export function newApiKey(randomBytes: RandomBytes = nodeRandomBytes): ApiKeyParts & { readonly key: string } {
  const publicPart = encodeCrockford(bytesToBigInt(randomBytes(5)), 8);
  const key = `vk_${publicPart}_${encodeCrockford(bytesToBigInt(randomBytes(20)), 32)}`;
  return { key, publicPart, hash: hashSecret(key) };
}

/** The parts of a presented key; compare `hash` with the stored one by `sameSecret`. */
export function parseApiKey(text: string): Result<ApiKeyParts, { kind: "not_an_api_key" }> {
  const match = /^vk_([0-9a-hjkmnp-tv-z]{8})_[0-9a-hjkmnp-tv-z]{32}$/.exec(text);
  return match?.[1] ? ok({ publicPart: match[1], hash: hashSecret(text) }) : err({ kind: "not_an_api_key" });
}
