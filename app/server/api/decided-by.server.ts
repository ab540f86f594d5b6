export type DecidedBy = "policy" | "creditor" | "debtor" | "system";

/** Who decided about an arrangement, by kind: actors have ids, and names are nobody's business here. */
export function decidedByKind(actor: string): DecidedBy {
  const [kind] = actor.split(":");
  switch (kind) {
    case "policy":
      return "policy";
    case "debtor":
      return "debtor";
    case "ledger":
    case "worker":
      return "system";
    default:
      return "creditor";
  }
}
