import { type AppLoadContext, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findDebtorGrant } from "#app/server/access/debtor-session.server.ts";
import { pagePath, pageVoice } from "#app/server/access/page-language.server.ts";
import { loadDebtorArrangement } from "#app/server/arrangements/debtor-arrangement.server.ts";
import { loadDebtorClaims } from "#app/server/claims/debtor-claims.server.ts";
import { loadCreditorContact } from "#app/server/creditors/creditor-contact.server.ts";
import { hintReturned } from "#app/server/payments/payment-notifications.server.ts";
import { type PaymentReturnView, paymentReturnView } from "#app/server/payments/payment-return-view.server.ts";
import type { AfterPayingProps } from "#app/ui/claim/after-paying.tsx";
import { isPayable } from "#app/ui/claim/claim-state.ts";
import { initialsOf } from "#app/ui/claim/initials.ts";
import { PageScript } from "#app/ui/page-script.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { type ReturnOutcome, ReturnPage } from "#app/ui/pages/return-page.tsx";

const LOOK_AGAIN_SECONDS = 2;

const TITLES = {
  checking: "return.checking.title",
  paid: "return.paid.title",
  failed: "return.notPaid.failedTitle",
  cancelled: "return.notPaid.cancelledTitle",
  expired: "return.notPaid.expiredTitle",
} as const;

/** Back from the bank, perhaps in another browser. What the address claims counts for nothing: only our own record does. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { app } = context;
  const grant = await findDebtorGrant(context);
  const view = await paymentReturnView(app, { returnId: params["returnId"] ?? "", debtor: grant });
  if (!view) throw new Response(null, { status: 404 });
  if (view.state === "checking") await hintReturned(app, view.paymentId);

  const own = view.details !== null;
  const creditor = own && grant ? await loadCreditorContact(app, grant.creditorId) : null;
  const page = {
    language: pageVoice(context, own ? grant?.language : undefined),
    title: TITLES[view.state],
    path: pagePath(request),
    amount: view.amount,
    hasSession: own,
    outcome: toOutcome(view, await afterPaying(context, view)),
    ...(creditor
      ? { creditor: { name: creditor.name, initials: initialsOf(creditor.name), brand: creditor.brand } }
      : {}),
  };
  return data(page, view.state === "checking" ? { headers: { Refresh: String(LOOK_AGAIN_SECONDS) } } : {});
}

/** What comes next on the claims of a payment that was paid, for a session that may see them. */
async function afterPaying(
  context: AppLoadContext,
  { state, details }: PaymentReturnView,
): Promise<AfterPayingProps | undefined> {
  if (state !== "paid" || details === null) return undefined;
  const loaded = await loadDebtorClaims(context);
  const claims = loaded?.claims.filter(({ id }) => details.claims.some(({ claimId }) => claimId === id)) ?? [];
  const [first] = claims;
  if (!loaded || !first) return undefined;
  const arrangement = await loadDebtorArrangement(context.app, loaded, first.id);
  const others = loaded.claims.filter((claim) => !claims.includes(claim) && isPayable(claim));
  return { claims, arrangement, creditor: loaded.creditor.name, others };
}

function toOutcome(view: PaymentReturnView, next: AfterPayingProps | undefined): ReturnOutcome {
  const { state, details, paymentId } = view;
  if (state === "checking") return { state };
  const [only, ...more] = details?.claims ?? [];
  const query = only && more.length === 0 ? `?claim=${only.claimId}` : "";
  if (state !== "paid") return { state, ...(details ? { retryHref: `/claim/pay${query}` } : {}) };
  if (!details) return { state };
  return {
    state,
    reference: details.claims.map((claim) => claim.reference).join(", "),
    openNow: details.open,
    next,
    receiptHref: `/claim/receipts/${paymentId}`,
    overviewHref: `/claim${query}`,
  };
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function PaymentReturn() {
  const page = useLoaderData<typeof loader>();
  return (
    <>
      <ReturnPage {...page} />
      {page.outcome.state === "checking" && <PageScript name="status" />}
    </>
  );
}
