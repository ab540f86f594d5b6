import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { chosenClaim, creditorView, requireDebtorClaims } from "#app/server/claims/debtor-page.server.ts";
import { pagePath, pageVoice } from "#app/server/access/page-language.server.ts";
import { payablePlan } from "#app/server/arrangements/payable-plan.server.ts";
import type { DebtorClaim, DebtorClaims } from "#app/server/claims/debtor-claims.server.ts";
import { sharesOfPlan } from "#app/server/payments/pay-form.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { transferDetails } from "#app/server/payments/transfer-details.server.ts";
import { PageScript } from "#app/ui/page-script.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { TransferPage } from "#app/ui/pages/transfer-page.tsx";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const loaded = await requireDebtorClaims(context);
  const claim = chosenClaim(loaded, request);
  return {
    language: pageVoice(context, loaded.language),
    title: "transfer.title" as const,
    path: pagePath(request),
    creditor: creditorView(loaded),
    transfers: transferDetails(loaded, await amountsToTransfer(context.app, loaded, claim)),
    backHref: `/claim/pay${new URL(request.url).search}`,
  };
}

/** Of a plan that runs, what it asks next; otherwise all that is open. */
async function amountsToTransfer(app: Services, loaded: DebtorClaims, claim: DebtorClaim | null) {
  const claims = loaded.claims.filter(({ id, status, statement }) => (claim === null || id === claim.id) && statement.open > 0n && status !== "closed"); // prettier-ignore
  const isArranged = claims.some(({ status }) => status === "arranged");
  const plan = isArranged ? await payablePlan(app, loaded, { claimId: claim?.id ?? null }) : null;
  if (plan) return sharesOfPlan(plan.claims, plan.instalment.amount);
  return claims.map(({ id: claimId, statement }) => ({ claimId, amount: statement.open, invoiceIds: [] }));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data);

export default function Transfer() {
  return (
    <>
      <TransferPage {...useLoaderData<typeof loader>()} />
      <PageScript name="copy" />
    </>
  );
}
