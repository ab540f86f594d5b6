import type { IntakeWarning } from "#app/domain/intake-check.ts";
import { toDecimal } from "#app/domain/money.ts";
import { ok, type Result } from "#app/domain/result.ts";
import type { Statement } from "#app/domain/statement.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import type { ClaimBody } from "./claim-body.server.ts";
import { loadClaimOpening } from "./find-existing-claim.server.ts";
import { registerClaims, type RegistrationRefusal } from "./register-claims.server.ts";

export type Registration = {
  readonly creditorId: string;
  /** Of a registration that may come twice: where the same claim is there under this id, it is `created` again. */
  readonly claimId?: string;
  readonly body: ClaimBody;
  readonly actor: string;
  /** Checks everything and works out the statement, and stores nothing. */
  readonly dryRun?: boolean;
};

export type Registered = {
  /** `unchanged`: the same claim was there already; nothing was written. Null on a dry run. */
  readonly result: "created" | "unchanged";
  readonly claimId: string | null;
  readonly invoiceIds: readonly string[];
  readonly statement: Statement;
  readonly warnings: readonly IntakeWarning[];
};

/**
 * Takes one claim in, in one transaction. The same body again answers `unchanged`. What the law or arithmetic forbids is
 * refused with the field and the amount allowed.
 */
export async function registerClaim(
  services: Services,
  { creditorId, claimId, body, actor, dryRun = false }: Registration,
): Promise<Result<Registered, RegistrationRefusal>> {
  return inTransaction(services.database, async (tx) => {
    const claims = [{ body, ...(claimId === undefined ? {} : { claimId }) }];
    const [outcome] = await registerClaims(tx, services.clock, { creditorId, claims, dryRun });
    if (!outcome) throw new Error("a registration has no outcome");
    if (!outcome.ok) return outcome;
    const { value } = outcome;
    if (value.result === "unchanged") {
      const existing = await loadClaimOpening(tx, { creditorId, reference: body.reference, today: services.clock.today() }); // prettier-ignore
      if (!existing) throw new Error("a claim that is there cannot be read");
      const again = existing.claimId === claimId;
      return ok({ ...existing, result: again ? "created" : "unchanged", warnings: value.warnings });
    }
    const { invoiceIds, statement, warnings } = value;
    if (value.claimId !== null) {
      const data = { principal: toDecimal(value.principal) };
      appendAudit(tx, creditorId, { at: services.clock.now(), actor, action: "claim.registered", subject: value.claimId, data }); // prettier-ignore
    }
    return ok({ result: "created", claimId: value.claimId, invoiceIds, statement, warnings });
  });
}
