import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { chosenClaim, creditorView, requireDebtorClaims } from "#app/server/claims/debtor-page.server.ts";
import { pageLanguage, pagePath } from "#app/server/access/page-language.server.ts";
import { loadLetters } from "#app/server/messages/letters-view.server.ts";
import { loadReceipts } from "#app/server/payments/debtor-receipts.server.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { OverviewPage } from "#app/ui/pages/overview-page.tsx";

const LATEST_LETTERS = 3;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const loaded = await requireDebtorClaims(context);
  const claim = chosenClaim(loaded, request);
  const scope = { debtor: loaded.session, claimId: claim?.id ?? null };
  const [letters, receipts] = await Promise.all([loadLetters(context.app, scope), loadReceipts(context.app, scope)]);
  return {
    language: pageLanguage(context, loaded.language),
    title: "overview.pageTitle" as const,
    path: pagePath(request),
    creditor: creditorView(loaded),
    claims: loaded.claims,
    claimId: claim?.id ?? null,
    openPayment: loaded.openPayment,
    receipts,
    letters: letters.slice(0, LATEST_LETTERS),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data);

export default function Overview() {
  return <OverviewPage {...useLoaderData<typeof loader>()} />;
}
