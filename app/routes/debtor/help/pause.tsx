import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pagePath, pageVoice } from "#app/server/access/page-language.server.ts";
import { creditorView, requireDebtorClaims } from "#app/server/claims/debtor-page.server.ts";
import { askPause, endOwnPause, extendOwnPause } from "#app/server/pauses/own-pause.server.ts";
import { loadPauseView } from "#app/server/pauses/pause-view.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { requireAllowed } from "#app/server/platform/rate-limit/require-allowed.server.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { HelpPausePage, PAUSE_FIELDS } from "#app/ui/pages/help-pause-page.tsx";

const PATH = "/claim/help/pause";
const PAUSES = { name: "pause", points: 20, seconds: 3_600 };
const LONGEST_NAME = 200;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const loaded = await requireDebtorClaims(context);
  const view = await loadPauseView(context.app, loaded);
  return {
    language: pageVoice(context, loaded.language),
    title: view.pauses.length > 0 ? ("pause.running.title" as const) : ("pause.ask.title" as const),
    path: pagePath(request),
    creditor: creditorView(loaded),
    ...view,
    news: newsOf(new URL(request.url).searchParams.get("news"), view),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { app } = context;
  const { session } = await requireDebtorClaims(context);
  const form = await readForm(request);
  requireAllowed(await app.limiter.count(PAUSES, session.debtorId));
  const debtor = { creditorId: session.creditorId, debtorId: session.debtorId, sessionId: session.id };
  switch (form.get(PAUSE_FIELDS.act)) {
    case "ask":
      await askPause(app, { debtor });
      return redirect(`${PATH}?news=began`, 303);
    case "end":
      await endOwnPause(app, { debtor });
      return redirect(`${PATH}?news=ended`, 303);
    case "extend": {
      const helpedBy = (form.get(PAUSE_FIELDS.helpedBy) ?? "").trim().slice(0, LONGEST_NAME);
      if (helpedBy === "") return data({ helpedBy, wrong: true }, { status: 422 });
      await extendOwnPause(app, { debtor, helpedBy });
      return redirect(`${PATH}?news=extended`, 303);
    }
    default:
      return redirect(PATH, 303);
  }
}

/** The news that an address names, as far as it agrees with how things are. */
function newsOf(
  named: string | null,
  { pauses }: { pauses: readonly unknown[] },
): "began" | "extended" | "ended" | null {
  if (named === "began" || named === "extended") return pauses.length > 0 ? named : null;
  return named === "ended" && pauses.length === 0 ? named : null;
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Pause() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <HelpPausePage {...page} helpedBy={sent?.helpedBy ?? ""} wrong={sent?.wrong ?? false} />;
}
