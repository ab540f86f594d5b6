import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { chosenClaim, creditorView, requireDebtorClaims } from "#app/server/claims/debtor-page.server.ts";
import { pagePath, pageVoice } from "#app/server/access/page-language.server.ts";
import { payableClaims } from "#app/server/arrangements/payable-claims.server.ts";
import type { DebtorClaims } from "#app/server/claims/debtor-claims.server.ts";
import { payChoices, sharesFromAnswers } from "#app/server/payments/pay-form.server.ts";
import type { PaymentShare } from "#app/server/payments/payment-facts.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { transferDetails } from "#app/server/payments/transfer-details.server.ts";
import { firstAnswers } from "#app/ui/claim/pay-options.ts";
import { PageScript } from "#app/ui/page-script.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { TransferPage } from "#app/ui/pages/transfer-page.tsx";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const loaded = await requireDebtorClaims(context);
  return {
    language: pageVoice(context, loaded.language),
    title: "transfer.title" as const,
    path: pagePath(request),
    creditor: creditorView(loaded),
    transfers: transferDetails(loaded, await amountsToTransfer(context.app, loaded, request)),
    backHref: `/claim/pay${new URL(request.url).search}`,
  };
}

/** What the page of paying proposes first: what a plan asks next, else what nobody disputes, else all of it. */
async function amountsToTransfer(app: Services, loaded: DebtorClaims, request: Request): Promise<PaymentShare[]> {
  const instalment = new URL(request.url).searchParams.get("instalment");
  const { claims, plan } = await payableClaims(app, loaded, { claim: chosenClaim(loaded, request), instalment });
  const minimumPart = loaded.creditor.minimumPartPayment;
  const answers = firstAnswers(payChoices(claims, { minimumPart, plan }));
  const shares = sharesFromAnswers(claims, { answers, minimumPart, plan });
  return shares.ok ? shares.value : [];
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
