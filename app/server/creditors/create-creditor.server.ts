import { type IbanError, parseIban } from "#app/domain/bank-transfer/iban.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";

export type NewCreditor = {
  readonly name: string;
  readonly iban: string;
  /** False puts VAT on the collection costs (BIK art. 2 lid 3). */
  readonly canDeductVat: boolean;
  readonly actor: string;
};

export type CreditorRefusal = IbanError | { readonly kind: "name_missing" } | { readonly kind: "name_too_long" };

/** The longest name that fits in an EPC QR (EPC069-12) and a SEPA transfer. */
const LONGEST_NAME = 70;

/** Takes on a creditor with the account that debtors transfer to, in the creditor's own name. */
export async function createCreditor(
  services: Services,
  creditor: NewCreditor,
): Promise<Result<{ id: string }, CreditorRefusal>> {
  const name = creditor.name.trim().replace(/\s+/g, " ");
  if (name === "") return err({ kind: "name_missing" });
  if (name.length > LONGEST_NAME) return err({ kind: "name_too_long" });
  const iban = parseIban(creditor.iban);
  if (!iban.ok) return iban;

  const now = services.clock.now();
  const id = newId("crd", now);
  await inTransaction(services.database, async (tx) => {
    const { canDeductVat } = creditor;
    await tx.creditor.create({
      data: { id, name, iban: iban.value, accountHolder: name, canDeductVat, createdAt: now },
    });
    appendAudit(tx, id, { at: now, actor: creditor.actor, action: "creditor.created", subject: id });
  });
  return ok({ id });
}
