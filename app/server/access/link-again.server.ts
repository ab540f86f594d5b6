import { createHmac } from "node:crypto";
import { derivedId } from "#app/server/platform/crypto/derived-id.server.ts";
import { hmacSecrets } from "#app/server/platform/crypto/key-ring.server.ts";
import type { Services } from "#app/server/services.server.ts";
import type { LinkOrder } from "./issue-link.server.ts";

/** What makes a link of an order that may come twice, named by `order`: the same order has the same link and the same code. */
export function linkAgain(services: Pick<Services, "keys">, order: string): NonNullable<LinkOrder["again"]> {
  const [secret = ""] = hmacSecrets(services.keys, "mailed-link-codes");
  const id = derivedId("lnk", order);
  return { id, randomBytes: (size) => createHmac("sha256", secret).update(id).digest().subarray(0, size) };
}
