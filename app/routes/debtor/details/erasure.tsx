import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { translatorFor } from "#app/i18n/translator.ts";
import { pageLanguage, pagePath, pageVoice } from "#app/server/access/page-language.server.ts";
import { requireDebtor } from "#app/server/access/require-debtor.server.ts";
import { creditorView, requireDebtorClaims } from "#app/server/claims/debtor-page.server.ts";
import { erasureAnswer } from "#app/server/details/erasure-answer.server.ts";
import { loadDetails } from "#app/server/details/load-details.server.ts";
import { requestErasure } from "#app/server/details/request-erasure.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { requireAllowed } from "#app/server/platform/rate-limit/require-allowed.server.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { DetailsErasurePage } from "#app/ui/pages/details-erasure-page.tsx";

const PAGE = "/claim/details/erasure";
const REQUESTS = { name: "erasure", points: 5, seconds: 24 * 60 * 60 };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const loaded = await requireDebtorClaims(context);
  const voice = pageVoice(context, loaded.language);
  const asked = new URL(request.url).searchParams.has("asked");
  const { retention } = await loadDetails(context.app, loaded.session);
  const answer = erasureAnswer(retention, { creditor: loaded.creditor.name, translator: translatorFor(voice) });
  return {
    language: voice,
    title: "details.erasure.title" as const,
    path: pagePath(request),
    creditor: creditorView(loaded),
    requestId: newId("chg", context.app.clock.now()),
    answer: asked ? answer : null,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const debtor = await requireDebtor(context);
  const form = await readForm(request);
  requireAllowed(await context.app.limiter.count(REQUESTS, debtor.debtorId));
  const language = pageLanguage(context, debtor.language);
  const asked = await requestErasure(context.app, { debtor, requestId: form.get("requestId") ?? "", language });
  return redirect(asked.ok ? `${PAGE}?asked=1` : PAGE, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Erasure() {
  const { path, creditor, requestId, answer } = useLoaderData<typeof loader>();
  return <DetailsErasurePage {...{ path, creditor, requestId, answer }} />;
}
