import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { chosenClaim, creditorView, requireDebtorClaims } from "#app/server/claims/debtor-page.server.ts";
import { pagePath, pageVoice } from "#app/server/access/page-language.server.ts";
import { payableClaims } from "#app/server/arrangements/payable-claims.server.ts";
import type { DebtorClaims } from "#app/server/claims/debtor-claims.server.ts";
import { payChoices, sharesFromAnswers } from "#app/server/payments/pay-form.server.ts";
import type { PaymentShare } from "#app/server/payments/payment-facts.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { transferDetails } from "#app/server/payments/transfer-details.server.ts";
import { payAddress, readPayAddress } from "#app/ui/claim/pay-addresses.ts";
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
    backHref: payAddress("/claim/pay", addressOf(request)),
  };
}

const addressOf = (request: Request) => readPayAddress(new URL(request.url).searchParams);

/**
 * What was chosen on the page of paying, which tells what is wrong where that cannot be; else what it proposes first: what a
 * plan asks next, else what nobody disputes, else all of it.
 */
async function amountsToTransfer(app: Services, loaded: DebtorClaims, request: Request): Promise<PaymentShare[]> {
  const address = addressOf(request);
  const asked = { claim: chosenClaim(loaded, request), instalment: address.instalment };
  const { claims, plan } = await payableClaims(app, loaded, asked);
  const minimumPart = loaded.creditor.minimumPartPayment;
  const answers = address.answers ?? firstAnswers(payChoices(claims, { minimumPart, plan }));
  const shares = sharesFromAnswers(claims, { answers, minimumPart, plan });
  if (shares.ok) return shares.value;
  if (address.answers !== null) throw redirect(payAddress("/claim/pay", address), 303);
  return [];
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
