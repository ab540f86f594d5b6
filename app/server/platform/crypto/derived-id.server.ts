import { createHash } from "node:crypto";
import { bytesToBigInt, encodeCrockford } from "./crockford.server.ts";

/** The id of what there may be only one of: the same text gives the same id. Says nothing of when it was made. */
export function derivedId(prefix: string, text: string): string {
  const hash = createHash("sha256").update(text, "utf8").digest();
  return `${prefix}_${encodeCrockford(bytesToBigInt(hash.subarray(0, 16)), 26)}`;
}

/** As `derivedId`, and it sorts by the time in which another id was made. */
export function derivedIdFrom(
  prefix: string,
  { made, text }: { readonly made: string; readonly text: string },
): string {
  return `${prefix}_${made.slice(4, 14)}${derivedId(prefix, `${made} ${text}`).slice(-16)}`;
}
