import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pagePath, pageVoice } from "#app/server/access/page-language.server.ts";
import { actOnArrangement, newsOf } from "#app/server/arrangements/act-on-arrangement.server.ts";
import { loadArrangementEntry, startJourney } from "#app/server/arrangements/arrangement-entry.server.ts";
import type { DebtorClaims } from "#app/server/claims/debtor-claims.server.ts";
import { chosenClaim, creditorView, requireDebtorClaims } from "#app/server/claims/debtor-page.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { ArrangementOffPage } from "#app/ui/pages/arrangement-off-page.tsx";
import { ArrangementPage } from "#app/ui/pages/arrangement-page.tsx";
import { ArrangementRulesPage } from "#app/ui/pages/arrangement-rules-page.tsx";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const loaded = await requireDebtorClaims(context);
  const asked = askedFor(loaded, request);
  const { searchParams } = new URL(request.url);
  const entry = await loadArrangementEntry(context.app, asked);
  return {
    language: pageVoice(context, loaded.language),
    title: entry.kind === "arrangement" ? ("arrangementPage.pageTitle" as const) : ("arrange.pageTitle" as const),
    path: pagePath(request),
    creditor: creditorView(loaded),
    backHref: addressOf("/claim", { claim: searchParams.get("claim") }),
    newHref: addressOf("/claim/arrangement", { claim: searchParams.get("claim"), new: "1" }),
    openPayment: loaded.openPayment,
    entry,
    news: entry.kind === "arrangement" ? newsOf(searchParams.get("news"), entry.arrangement) : null,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const loaded = await requireDebtorClaims(context);
  const asked = askedFor(loaded, request);
  const form = await readForm(request);
  const { app } = context;
  if (form.get("act") === "start") {
    const first = await startJourney(app, asked);
    return redirect(first ?? pagePath(request), 303);
  }
  // Who helps proposes and answers an offer; ending a plan or a mandate stays the debtor's.
  if (loaded.helper && form.get("act") !== "accept") throw new Response(null, { status: 403 });
  const { creditorId, debtorId, id: sessionId } = loaded.session;
  const debtor = { creditorId, debtorId, sessionId };
  const news = await actOnArrangement(app, { debtor, arrangementId: form.get("arrangement") ?? "", form });
  const claim = new URL(request.url).searchParams.get("claim");
  return redirect(addressOf("/claim/arrangement", { claim, news }), 303);
}

/** `?new` asks for the rules again after an arrangement that ended. */
function askedFor(loaded: DebtorClaims, request: Request) {
  const anew = new URL(request.url).searchParams.has("new");
  return { loaded, claimId: chosenClaim(loaded, request)?.id ?? null, anew };
}

function addressOf(path: string, values: Readonly<Record<string, string | null>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value !== null) query.set(name, value);
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Arrangement() {
  const { entry, newHref, openPayment, news, ...page } = useLoaderData<typeof loader>();
  if (entry.kind === "off") return <ArrangementOffPage {...page} reason={entry.reason} />;
  if (entry.kind === "rules")
    return <ArrangementRulesPage {...page} rules={entry.rules} resumeHref={entry.resumeHref} />;
  return <ArrangementPage {...page} arrangement={entry.arrangement} {...{ newHref, openPayment, news }} />;
}
