import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { chosenClaim, creditorView, sessionEnded } from "#app/server/claims/debtor-page.server.ts";
import { pagePath, pageVoice } from "#app/server/access/page-language.server.ts";
import { checkWordsOf } from "#app/server/genuineness/claim-check-words.server.ts";
import { loadOverview } from "#app/server/overview/load-overview.server.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { OverviewPage } from "#app/ui/pages/overview-page.tsx";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const claimId = new URL(request.url).searchParams.get("claim");
  const overview = await loadOverview(context, { claimId });
  if (!overview) throw sessionEnded();
  const { loaded, addressee, arrangement, arrangementsOn, letters, receipts } = overview;
  return {
    language: pageVoice(context, loaded.language),
    title: "overview.pageTitle" as const,
    path: pagePath(request),
    creditor: creditorView(loaded),
    addressee,
    claims: loaded.claims,
    claimId: chosenClaim(loaded, request)?.id ?? null,
    openPayment: loaded.openPayment,
    arrangement,
    arrangementsOn,
    receipts,
    letters,
    checkWords: Object.fromEntries(loaded.claims.map(({ id }) => [id, checkWordsOf(context.app.keys, id)])),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data);

export default function Overview() {
  return <OverviewPage {...useLoaderData<typeof loader>()} />;
}
