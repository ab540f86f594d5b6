import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { chosenClaim, creditorView, requireDebtorClaims } from "#app/server/claims/debtor-page.server.ts";
import { pageLanguage, pagePath } from "#app/server/access/page-language.server.ts";
import { transferDetails } from "#app/server/payments/transfer-details.server.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { TransferPage } from "#app/ui/pages/transfer-page.tsx";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const loaded = await requireDebtorClaims(context);
  const claim = chosenClaim(loaded, request);
  return {
    language: pageLanguage(context, loaded.language),
    title: "transfer.title" as const,
    path: pagePath(request),
    creditor: creditorView(loaded),
    transfers: transferDetails(loaded, claim?.id ?? null),
    backHref: `/claim/pay${new URL(request.url).search}`,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data);

export default function Transfer() {
  return <TransferPage {...useLoaderData<typeof loader>()} />;
}
