import { createHmac } from "node:crypto";
import { hmacSecret } from "./key-ring.server.ts";
import type { SecretBytes } from "./random-id.server.ts";

/**
 * Bytes that follow from a key of the ring, a purpose and a text, 32 at most at a time: who has the text and not the key
 * learns nothing. One order that comes twice makes the same secret of them; each taking goes on where the last one ended.
 */
export function derivedSecret(purpose: string, text: string): SecretBytes {
  return (key) => {
    const secret = hmacSecret(key, purpose);
    let taken = 0;
    return (size) => {
      if (size > 32) throw new RangeError("at most 32 bytes at a time");
      taken += 1;
      return createHmac("sha256", secret)
        .update(JSON.stringify([text, taken]))
        .digest()
        .subarray(0, size);
    };
  };
}
