import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { preferredChannel } from "#app/domain/preferred-channel.ts";
import { isLanguage } from "#app/i18n/languages.ts";
import { pagePath, pageVoice } from "#app/server/access/page-language.server.ts";
import { requireDebtor } from "#app/server/access/require-debtor.server.ts";
import { creditorView, requireDebtorClaims } from "#app/server/claims/debtor-page.server.ts";
import { loadDetails } from "#app/server/details/load-details.server.ts";
import { endSessions, listSessions } from "#app/server/details/sessions.server.ts";
import { type Preference, setPreference } from "#app/server/details/set-preference.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { requireAllowed } from "#app/server/platform/rate-limit/require-allowed.server.ts";
import { DETAILS_PAGE, DETAILS_NEWS } from "#app/ui/details/details-view.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { DetailsPage } from "#app/ui/pages/details-page.tsx";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const loaded = await requireDebtorClaims(context);
  const debtor = { ...loaded.session, sessionId: loaded.session.id };
  const named = new URL(request.url).searchParams.get("done");
  return {
    language: pageVoice(context, loaded.language),
    title: "details.title" as const,
    path: pagePath(request),
    creditor: creditorView(loaded),
    details: await loadDetails(context.app, debtor),
    sessions: await listSessions(context.app, debtor),
    news: DETAILS_NEWS.find((news) => news === named) ?? null,
  };
}

const CHANGES = { name: "details-preference", points: 20, seconds: 3_600 };

export async function action({ request, context }: ActionFunctionArgs) {
  const debtor = await requireDebtor(context);
  const form = await readForm(request);
  const act = form.get("act");
  if (act === "session") {
    await endSessions(context.app, { debtor, which: form.get("session") ?? "others" });
    return redirect(`${DETAILS_PAGE}?done=sessions`, 303);
  }
  const preference = act === "language" || act === "channel" ? readPreference(act, form.get(act) ?? "") : null;
  if (!preference) return redirect(DETAILS_PAGE, 303);
  requireAllowed(await context.app.limiter.count(CHANGES, debtor.debtorId));
  const set = await setPreference(context.app, { debtor, preference });
  if (!set.ok && set.error.kind === "unreachable") return data({ unreachable: form.get("channel") }, { status: 422 });
  const query = new URLSearchParams({ done: preference.kind });
  if (preference.kind === "language") query.set("lang", preference.language);
  return redirect(`${DETAILS_PAGE}?${query.toString()}`, 303);
}

function readPreference(kind: Preference["kind"], typed: string): Preference | null {
  if (kind === "language") return isLanguage(typed) ? { kind, language: typed } : null;
  const channel = preferredChannel(typed);
  return channel !== null || typed === "any" ? { kind, channel } : null;
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Details() {
  const { path, creditor, details, sessions, news } = useLoaderData<typeof loader>();
  const unreachable = useActionData<typeof action>()?.unreachable ?? null;
  return <DetailsPage {...{ path, creditor, details, sessions, news, unreachable }} />;
}
