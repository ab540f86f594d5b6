import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pagePath, pageVoice } from "#app/server/access/page-language.server.ts";
import { requireDebtor } from "#app/server/access/require-debtor.server.ts";
import { creditorView, requireDebtorClaims } from "#app/server/claims/debtor-page.server.ts";
import { loadDetails } from "#app/server/details/load-details.server.ts";
import { answersOf, readDetailsForm, typedDetails } from "#app/server/details/read-details-form.server.ts";
import { requestChange } from "#app/server/details/request-change.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { requireAllowed } from "#app/server/platform/rate-limit/require-allowed.server.ts";
import { DETAILS_PAGE } from "#app/ui/details/details-view.ts";
import { PageScript } from "#app/ui/page-script.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { DetailsChangePage } from "#app/ui/pages/details-change-page.tsx";

const CHANGES = { name: "details-change", points: 10, seconds: 24 * 60 * 60 };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const loaded = await requireDebtorClaims(context);
  const details = await loadDetails(context.app, loaded.session);
  return {
    language: pageVoice(context, loaded.language),
    title: "details.change.title" as const,
    path: pagePath(request),
    creditor: creditorView(loaded),
    changeId: newId("chg", context.app.clock.now()),
    answers: answersOf(details),
    hasEmail: details.email !== null,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const debtor = await requireDebtor(context);
  const form = await readForm(request);
  const answers = typedDetails(form);
  const { country } = await loadDetails(context.app, debtor);
  const wanted = readDetailsForm(answers, country);
  if (!wanted.ok) return data({ answers, errors: wanted.error }, { status: 422 });
  requireAllowed(await context.app.limiter.count(CHANGES, debtor.debtorId));
  const order = { debtor, changeId: form.get("changeId") ?? "", wanted: wanted.value };
  const requested = await requestChange(context.app, order);
  if (requested.ok) return redirect(`${DETAILS_PAGE}?done=asked_${requested.value.by}`, 303);
  return redirect(requested.error.kind === "nothing_changed" ? `${DETAILS_PAGE}?done=nothing` : "/claim/details/change", 303); // prettier-ignore
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Change() {
  const { path, creditor, changeId, answers, hasEmail } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <>
      <DetailsChangePage {...{ path, creditor, changeId, answers, hasEmail }} {...sent} />
      <PageScript name="checks" />
    </>
  );
}
