import { createHash, timingSafeEqual } from "node:crypto";

/**
 * What is stored of a secret with at least 112 random bits: SHA-256 in lower-case hex. Too fast for anything a person
 * chose or a short code.
 */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret, "utf8").digest("hex");
}

/** Compares two texts, such as hashes, in a time that tells only their length. */
export function sameSecret(left: string, right: string): boolean {
  const leftBytes = Buffer.from(left, "utf8");
  const rightBytes = Buffer.from(right, "utf8");
  return leftBytes.length === rightBytes.length && timingSafeEqual(leftBytes, rightBytes);
}
