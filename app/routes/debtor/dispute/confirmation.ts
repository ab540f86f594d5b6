import type { LoaderFunctionArgs } from "@remix-run/node";
import { pageVoice } from "#app/server/access/page-language.server.ts";
import { chosenClaim, requireDebtorClaims } from "#app/server/claims/debtor-page.server.ts";
import { loadDebtorDispute } from "#app/server/disputes/debtor-dispute.server.ts";
import { writeDisputeConfirmation } from "#app/server/disputes/write-confirmation.server.ts";

/** What was filed, as PDF. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const loaded = await requireDebtorClaims(context);
  const claim = chosenClaim(loaded, request);
  const dispute = claim && (await loadDebtorDispute(context.app, loaded, claim.id));
  if (!dispute) throw new Response(null, { status: 404 });
  const { creditorId, debtorId } = loaded.session;
  const voice = pageVoice(context, loaded.language);
  const written = await writeDisputeConfirmation(context.app, {
    creditorId,
    debtorId,
    disputeId: dispute.id,
    voice,
  });
  if (!written.ok) throw new Response(null, { status: 404 });
  const { pdf, fileName } = written.value;
  return new Response(pdf, {
    headers: { "Content-Type": "application/pdf", "Content-Disposition": `inline; filename="${fileName}"` },
  });
}
