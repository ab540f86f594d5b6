import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ZERO } from "#app/domain/money.ts";
import { pagePath, pageVoice } from "#app/server/access/page-language.server.ts";
import { chosenClaim, creditorView, requireDebtorClaims } from "#app/server/claims/debtor-page.server.ts";
import { claimInAddress } from "#app/server/disputes/journey.server.ts";
import { actOnDispute, newsOf } from "#app/server/disputes/journey-acts.server.ts";
import { disputePath, overviewPath } from "#app/server/disputes/journey-addresses.server.ts";
import { loadDisputeEntry } from "#app/server/disputes/journey-entry.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { PageScript } from "#app/ui/page-script.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { DisputeClaimsPage } from "#app/ui/pages/dispute-claims-page.tsx";
import { DisputeGroundPage } from "#app/ui/pages/dispute-ground-page.tsx";
import { DisputeOffPage } from "#app/ui/pages/dispute-off-page.tsx";
import { DisputePage } from "#app/ui/pages/dispute-page.tsx";
import { DisputeWithdrawPage } from "#app/ui/pages/dispute-withdraw-page.tsx";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const loaded = await requireDebtorClaims(context);
  const claim = chosenClaim(loaded, request);
  const { searchParams: query } = new URL(request.url);
  const address = claimInAddress(loaded, claim);
  return {
    language: pageVoice(context, loaded.language),
    title: "disputePage.pageTitle" as const,
    path: pagePath(request),
    creditor: creditorView(loaded),
    backHref: overviewPath(address),
    claim: address,
    today: context.app.clock.today(),
    credit: claim?.statement.credit ?? ZERO,
    interestRuns: claim !== null && claim.interestPerDay > 0n,
    entry: await loadDisputeEntry(context.app, { loaded, claim, query }),
    news: newsOf(query.get("news")),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const loaded = await requireDebtorClaims(context);
  const claim = chosenClaim(loaded, request);
  if (claim === null) return redirect(disputePath(null), 303);
  const done = await actOnDispute(context.app, { loaded, claim, form: await readForm(request) });
  if (done.kind === "go") return redirect(done.to, 303);
  return data({ errors: done.errors, typed: done.typed }, { status: 422 });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Dispute() {
  const { entry, today, interestRuns, credit, news, ...page } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors = sent?.errors ?? [];
  switch (entry.kind) {
    case "claims":
      return <DisputeClaimsPage {...page} claims={entry.claims} ground={entry.ground} />;
    case "off":
      return <DisputeOffPage {...page} reason={entry.reason} />;
    case "grounds":
      return <DisputeGroundPage {...page} ground={entry.ground} errors={errors} />;
    case "withdraw":
      return <DisputeWithdrawPage {...page} dispute={entry.dispute} />;
    case "dispute": {
      const { dispute, mayFileAnother } = entry;
      const reply = { ...entry.reply, text: sent?.typed ?? entry.reply.text };
      return (
        <>
          <DisputePage {...page} {...{ dispute, mayFileAnother, credit, reply, today, interestRuns, news, errors }} />
          <PageScript name="connection" />
        </>
      );
    }
  }
}
