import { epcPayload } from "#app/domain/bank-transfer/epc-payload.ts";
import type { Cents } from "#app/domain/money.ts";
import type { DebtorClaims } from "#app/server/claims/debtor-claims.server.ts";
import { qrDataUrl } from "#app/server/platform/qr/qr-svg.server.ts";

import type { PaymentShare } from "./payment-facts.server.ts";

export type Transfer = {
  readonly description: string;
  readonly accountHolder: string;
  readonly iban: string;
  readonly amount: Cents;
  readonly reference: string;
  readonly qr: string | null;
};

/** EPC069-12 asks for a QR of at most version 13, which every banking app can read. */
const LARGEST_VERSION = 13;

/** What a bank asks for to transfer these amounts: one transfer for each claim, as each has a reference of its own. */
export function transferDetails(
  { creditor, claims }: Pick<DebtorClaims, "creditor" | "claims">,
  shares: readonly PaymentShare[],
): Transfer[] {
  return claims.flatMap((claim) => {
    const amount = shares.find(({ claimId }) => claimId === claim.id)?.amount;
    if (amount === undefined) return [];
    const { iban, accountHolder } = creditor;
    const payload = epcPayload({ beneficiary: accountHolder, iban, amount, remittance: { creditorReference: claim.paymentReference } }); // prettier-ignore
    return [
      {
        description: claim.description || claim.reference,
        accountHolder,
        iban,
        amount,
        reference: claim.paymentReference,
        // The same data stands beside it as text, so the picture needs no words of its own.
        qr: payload.ok ? qrDataUrl(payload.value, { label: "", largestVersion: LARGEST_VERSION }) : null,
      },
    ];
  });
}
