import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pageVoice } from "#app/server/access/page-language.server.ts";
import { creditorView, requireDebtorClaims } from "#app/server/claims/debtor-page.server.ts";
import { grantHelper, MOST_HELPER_DAYS } from "#app/server/helper-links/grant-helper.server.ts";
import { listHelpers } from "#app/server/helper-links/list-helpers.server.ts";
import { readHelperForm } from "#app/server/helper-links/read-helper-form.server.ts";
import { revokeHelper } from "#app/server/helper-links/revoke-helper.server.ts";
import { dayInAmsterdam } from "#app/server/platform/clock/clock.server.ts";
import { printPaperCode } from "#app/server/platform/crypto/paper-code.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { requireAllowed } from "#app/server/platform/rate-limit/require-allowed.server.ts";
import { HELPER_FIELDS, type HelperError } from "#app/ui/help/helper-fields.ts";
import { PageScript } from "#app/ui/page-script.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { HelpHelperMadePage } from "#app/ui/pages/help-helper-made-page.tsx";
import { HelpHelperPage } from "#app/ui/pages/help-helper-page.tsx";

const PATH = "/claim/help/helper";
const FIRST_ANSWERS = { name: "", rights: "", days: "14" };
const LINKS = { name: "helper-link", points: 20, seconds: 3_600 };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { app } = context;
  const loaded = await requireDebtorClaims(context);
  return {
    language: pageVoice(context, loaded.language),
    title: "helper.title" as const,
    path: PATH,
    creditor: creditorView(loaded),
    helperId: newId("hlp", app.clock.now()),
    answers: FIRST_ANSWERS,
    mostDays: MOST_HELPER_DAYS,
    helpers: await listHelpers(app, loaded.session),
    madeBefore: new URL(request.url).searchParams.has("made"),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { app } = context;
  const { session } = await requireDebtorClaims(context);
  const form = await readForm(request);
  const helperId = form.get(HELPER_FIELDS.helperId) ?? "";
  const debtor = { creditorId: session.creditorId, debtorId: session.debtorId, sessionId: session.id };
  if (form.get(HELPER_FIELDS.act) === "withdraw") {
    await revokeHelper(app, { debtor, helperId, actor: `debtor:${session.id}` });
    return redirect(PATH, 303);
  }
  const read = readHelperForm({
    name: form.get(HELPER_FIELDS.name) ?? "",
    rights: form.get(HELPER_FIELDS.rights) ?? "",
    days: form.get(HELPER_FIELDS.days) ?? "",
  });
  const wrong = (errors: readonly HelperError[]) =>
    data({ answers: read.answers, errors, helperId, made: null }, { status: 422 });
  if (!read.ok) return wrong(read.errors);
  requireAllowed(await app.limiter.count(LINKS, session.debtorId));
  const { name, rights, days } = read.value;
  const granted = await grantHelper(app, { debtor, claimId: session.claimId, helperId, name, rights, days });
  if (granted.ok) {
    const { url, code, expiresAt } = granted.value;
    const made = {
      name,
      url,
      code: printPaperCode(code),
      codePage: new URL("/c", app.config.baseUrl).href,
      until: dayInAmsterdam(expiresAt),
    };
    return data({ answers: read.answers, errors: [], helperId, made });
  }
  switch (granted.error.kind) {
    case "too_many":
      return wrong(["tooMany"]);
    case "made_before":
      return redirect(`${PATH}?made=1`, 303);
    case "invalid_request":
      return redirect(PATH, 303);
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Helper() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  if (sent?.made) {
    return (
      <>
        <HelpHelperMadePage creditor={page.creditor} path={page.path} made={sent.made} />
        <PageScript name="share" />
      </>
    );
  }
  const { answers, errors, helperId } = sent ?? { answers: page.answers, errors: [], helperId: page.helperId };
  return <HelpHelperPage {...page} {...{ answers, errors, helperId }} />;
}
