import { createHash } from "node:crypto";
import type { ClaimBody } from "./claim-body.server.ts";

/** SHA-256 of the body with its fields in one order, so that the same claim written differently is the same claim. */
export function claimFingerprint(body: ClaimBody): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(
    createHash("sha256")
      .update(JSON.stringify(sorted(body)))
      .digest(),
  );
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, field]) => [name, sorted(field)]));
}
