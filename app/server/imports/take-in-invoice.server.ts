import { warningsJson } from "#app/server/api/intake-json.server.ts";
import type { Problem } from "#app/server/api/problem.server.ts";
import { registrationProblem } from "#app/server/api/registration-problem.server.ts";
import { validationProblem } from "#app/server/api/validation-errors.server.ts";
import { claimBodySchema } from "#app/server/claims/claim-body.server.ts";
import { registerClaim } from "#app/server/claims/register-claim.server.ts";
import type { Services } from "#app/server/services.server.ts";
import type { ImportContext, RowFinding, RowOutcome } from "./import-outcome.server.ts";
import { importedDocuments } from "./imported-documents.server.ts";
import { storeImportedDocuments } from "./store-imported-documents.server.ts";
import type { UblReading } from "./ubl/ubl-reading.server.ts";

type Invoice = Extract<UblReading, { kind: "invoice" }> & { readonly file: Uint8Array };

/** Makes a claim of an invoice, under the invoice number, with the invoice and what was embedded in it as documents. */
export async function takeInInvoice(services: Services, invoice: Invoice, context: ImportContext): Promise<RowOutcome> {
  const { line } = invoice;
  const { reference } = invoice.claim;
  const refused = (errors: readonly RowFinding[]): RowOutcome => ({ result: "failed", line, reference, claimId: null, errors, warnings: invoice.warnings }); // prettier-ignore

  const parsed = claimBodySchema.safeParse(invoice.claim, { reportInput: true });
  if (!parsed.success) return refused(findingsOf(validationProblem(parsed.error), line));

  const { creditorId, actor, dryRun } = context;
  const registered = await registerClaim(services, { creditorId, body: parsed.data, actor, dryRun });
  if (!registered.ok) return refused(findingsOf(registrationProblem(registered.error, parsed.data), line));

  const { result, claimId, invoiceIds } = registered.value;
  if (!dryRun && claimId !== null) {
    const documents = importedDocuments({ ...invoice, number: reference, kind: "invoice" });
    await storeImportedDocuments(services, { creditorId, claimId, invoiceId: invoiceIds[0] ?? null, documents });
  }
  const noted = warningsJson(registered.value.warnings);
  const warnings = [
    ...invoice.warnings,
    ...noted.map(({ path, code, message }) => ({ line, field: path, code, message })),
  ];
  return { result, line, reference, claimId, errors: [], warnings };
}

function findingsOf(problem: Problem, line: number): RowFinding[] {
  return (problem.errors ?? []).map(({ path, code, message }) => ({ line, field: path, code, message }));
}
