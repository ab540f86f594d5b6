import { type DebtorDetails, debtorDiffers } from "#app/domain/debtor-differs.ts";
import type { IntakeWarning } from "#app/domain/intake-check.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { ClaimBody } from "./claim-body.server.ts";
import { DETAILS, detailsOf, missingDetails } from "./save-debtors.server.ts";

type DebtorBody = ClaimBody["debtor"];

/** The debtors that a creditor has under the references that claims come with. */
export type KnownDebtors = {
  /** What a claim says of its debtor otherwise than is known. */
  readonly differing: (debtor: DebtorBody) => readonly IntakeWarning[];
  /** From here on this one is known too, or what was missing of them. */
  readonly add: (debtor: DebtorBody) => void;
};

type Wanted = {
  readonly creditorId: string;
  readonly debtors: readonly DebtorBody[];
  /** As if they were there. */
  readonly tried: readonly DebtorBody[];
};

export async function openKnownDebtors(tx: Transaction, { creditorId, debtors, tried }: Wanted): Promise<KnownDebtors> {
  const references = debtors.flatMap(({ reference }) => (reference === undefined ? [] : [reference]));
  const rows =
    references.length === 0
      ? []
      : await tx.debtor.findMany({
          where: { creditorId, reference: { in: references } },
          select: { reference: true, name: true, ...DETAILS },
        });
  const known = new Map(rows.map(({ reference, ...details }): [string, DebtorDetails] => [reference ?? "", details]));
  function add(debtor: DebtorBody): void {
    if (debtor.reference === undefined) return;
    const given = { name: debtor.name, ...detailsOf(debtor) };
    const before = known.get(debtor.reference);
    known.set(debtor.reference, before ? { ...before, ...missingDetails(before, given) } : given);
  }
  for (const debtor of tried) add(debtor);
  return {
    differing(debtor) {
      const before = debtor.reference === undefined ? undefined : known.get(debtor.reference);
      return before ? debtorDiffers(before, { name: debtor.name, ...detailsOf(debtor) }) : [];
    },
    add,
  };
}
