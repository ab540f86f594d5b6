import { randomBytes as nodeRandomBytes } from "node:crypto";
import { bytesToBigInt, encodeCrockford } from "./crockford.server.ts";
import type { AppKey } from "./key-ring.server.ts";

export type RandomBytes = (size: number) => Uint8Array;

/** Bytes for secrets that are made of a key, so that what remembers the key can be made again. */
export type SecretBytes = (key: AppKey) => RandomBytes;

/**
 * A new id: prefix, underscore and 26 characters as in a ULID, 48 bits of time in milliseconds and 80 random bits, in
 * lower-case Crockford base 32. Ids of one prefix sort by the time they were made.
 */
export function newId(prefix: string, now: Date, randomBytes: RandomBytes = nodeRandomBytes): string {
  if (!/^[a-z]{3}$/.test(prefix)) throw new RangeError(`an id has a prefix of three letters, not "${prefix}"`);
  const time = encodeCrockford(BigInt(now.getTime()), 10);
  return `${prefix}_${time}${encodeCrockford(bytesToBigInt(randomBytes(10)), 16)}`;
}

/** True for a text with the form of an id; whether it exists is another question. */
export function isId(prefix: string, text: string): boolean {
  return text.startsWith(`${prefix}_`) && /^[0-7][0-9a-hjkmnp-tv-z]{25}$/.test(text.slice(prefix.length + 1));
}

/** 256 random bits as text for an address bar or a cookie: 43 characters of base64url. */
export function newSecretToken(randomBytes: RandomBytes = nodeRandomBytes): string {
  return Buffer.from(randomBytes(32)).toString("base64url");
}
