import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pageLanguage, pagePath } from "#app/server/access/page-language.server.ts";
import { checkGenuineness } from "#app/server/genuineness/check-genuineness.server.ts";
import { readRealForm, typedRealAnswers } from "#app/server/genuineness/read-real-form.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { requireAllowed } from "#app/server/platform/rate-limit/require-allowed.server.ts";
import { CODE_PAGE } from "#app/ui/addresses.ts";
import { PageScript } from "#app/ui/page-script.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { RealPage } from "#app/ui/pages/real-page.tsx";

/** Of one reference, wherever it is asked from, and whether or not there is one. */
const TRIES_OF_A_REFERENCE = { name: "real-reference", points: 20, seconds: 3_600 };
const TRIES = { name: "real", points: 10, seconds: 600 };

export function loader({ request, context }: LoaderFunctionArgs) {
  const codeAddress = `${context.app.config.baseUrl.host}${CODE_PAGE}`;
  return { language: pageLanguage(context), title: "real.title" as const, path: pagePath(request), codeAddress };
}

/** Answers on the same page: what was typed must not end up in an address. */
export async function action({ request, context }: ActionFunctionArgs) {
  const answers = typedRealAnswers(await readForm(request));
  const facts = readRealForm(answers);
  if (!facts.ok) return data({ answers, errors: facts.error }, { status: 422 });
  const tries = await context.app.limiter.count(TRIES, context.clientAddress);
  requireAllowed(await context.app.limiter.count(TRIES_OF_A_REFERENCE, facts.value.reference));
  requireAllowed(tries);
  return data({ answers, outcome: await checkGenuineness(context.app, facts.value) });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Real() {
  const { path, codeAddress } = useLoaderData<typeof loader>();
  return (
    <>
      <RealPage path={path} codeAddress={codeAddress} {...useActionData<typeof action>()} />
      <PageScript name="checks" />
    </>
  );
}
