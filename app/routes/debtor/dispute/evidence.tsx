import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pagePath, pageVoice } from "#app/server/access/page-language.server.ts";
import { chosenClaim, creditorView, requireDebtorClaims } from "#app/server/claims/debtor-page.server.ts";
import { listUploads } from "#app/server/evidence/list-uploads.server.ts";
import { removeUpload } from "#app/server/evidence/remove-upload.server.ts";
import { takeUploads } from "#app/server/evidence/take-uploads.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { isMultipart } from "#app/server/platform/http/read-upload.server.ts";
import { disputeHref } from "#app/ui/dispute/dispute-addresses.ts";
import { EVIDENCE_FIELDS } from "#app/ui/evidence/evidence-fields.ts";
import { PageScript } from "#app/ui/page-script.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { EvidencePage } from "#app/ui/pages/evidence-page.tsx";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { loaded, claim } = await requireOneClaim({ request, context });
  const forAnswer = isForAnswer(request);
  const inAddress = loaded.claims.length > 1 ? claim.id : null;
  return {
    language: pageVoice(context, loaded.language),
    title: "evidence.title" as const,
    path: pagePath(request),
    creditor: creditorView(loaded),
    backHref: disputeHref(inAddress, forAnswer ? {} : { step: "story" }),
    continueHref: disputeHref(inAddress, forAnswer ? {} : { step: "check" }),
    forAnswer,
    files: await listUploads(context.app, { sessionId: loaded.session.id, claimId: claim.id }),
  };
}

/** Adds the files of a multipart form, or takes one away that the other form names. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { loaded, claim } = await requireOneClaim({ request, context });
  const { id: sessionId, creditorId, debtorId } = loaded.session;
  const here = pagePath(request);
  if (!isMultipart(request)) {
    const uploadId = (await readForm(request)).get(EVIDENCE_FIELDS.remove) ?? "";
    await removeUpload(context.app, { sessionId, claimId: claim.id, uploadId });
    return redirect(here, 303);
  }
  const debtor = { creditorId, debtorId, sessionId };
  const taken = await takeUploads(context.app, { request, debtor, claimId: claim.id });
  if (taken.ok) return redirect(here, 303);
  const { status, errors } = taken.error;
  return data({ errors }, { status });
}

async function requireOneClaim({ request, context }: Pick<LoaderFunctionArgs, "request" | "context">) {
  const loaded = await requireDebtorClaims(context);
  const claim = chosenClaim(loaded, request);
  if (!claim) throw redirect(disputeHref(null), 303);
  return { loaded, claim };
}

const isForAnswer = (request: Request): boolean => new URL(request.url).searchParams.get("for") === "answer";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Evidence() {
  const page = useLoaderData<typeof loader>();
  return (
    <>
      <EvidencePage {...page} errors={useActionData<typeof action>()?.errors ?? []} />
      <PageScript name="connection" />
    </>
  );
}
