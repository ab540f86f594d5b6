import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { chosenClaim, creditorView, requireDebtorClaims } from "#app/server/claims/debtor-page.server.ts";
import { pagePath, pageVoice } from "#app/server/access/page-language.server.ts";
import { loadLetters } from "#app/server/messages/letters-view.server.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { LettersPage } from "#app/ui/pages/letters-page.tsx";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const loaded = await requireDebtorClaims(context);
  const claim = chosenClaim(loaded, request);
  return {
    language: pageVoice(context, loaded.language),
    title: "letters.title" as const,
    path: pagePath(request),
    creditor: creditorView(loaded),
    description: claim?.description || null,
    items: await loadLetters(context.app, {
      reader: { ...loaded.session, isHelper: loaded.helper !== null },
      claimId: claim?.id ?? null,
    }),
    backHref: `/claim${new URL(request.url).search}`,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data);

export default function Letters() {
  return <LettersPage {...useLoaderData<typeof loader>()} />;
}
