import type { Transaction } from "#app/server/platform/database/client.server.ts";

/** Who did something, as the creditor's people may know it. */
export type DecidedBy =
  | { readonly kind: "you" | "software" | "policy" | "debtor" | "system" }
  | { readonly kind: "colleague"; readonly email: string };

/** Names a colleague by their address only when they work for the same creditor. */
export async function decidedByOf(
  tx: Transaction,
  { actor, creditorId, userId }: { actor: string; creditorId: string; userId: string },
): Promise<DecidedBy> {
  const [kind = "", id = ""] = actor.split(":");
  switch (kind) {
    case "user": {
      if (id === userId) return { kind: "you" };
      const colleague = await tx.user.findFirst({ where: { id, creditorId }, select: { email: true } });
      return colleague ? { kind: "colleague", email: colleague.email } : { kind: "system" };
    }
    case "api":
      return { kind: "software" };
    case "policy":
      return { kind: "policy" };
    case "debtor":
      return { kind: "debtor" };
    default:
      return { kind: "system" };
  }
}
