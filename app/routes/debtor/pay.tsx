import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { chosenClaim, creditorView, requireDebtorClaims } from "#app/server/claims/debtor-page.server.ts";
import type { DebtorClaims } from "#app/server/claims/debtor-claims.server.ts";
import { pageLanguage, pagePath, pageVoice } from "#app/server/access/page-language.server.ts";
import { cancelPayment } from "#app/server/payments/cancel-payment.server.ts";
import { payChoices, sharesFromAnswers } from "#app/server/payments/pay-form.server.ts";
import { startPayment, type StartFailure } from "#app/server/payments/start-payment.server.ts";
import { payableClaims } from "#app/server/arrangements/payable-claims.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { requireAllowed } from "#app/server/platform/rate-limit/require-allowed.server.ts";
import { payAddress, readPayAddress, readPayAnswers } from "#app/ui/claim/pay-addresses.ts";
import type { PayError } from "#app/ui/claim/pay-errors.ts";
import { firstAnswers, type PayAnswers } from "#app/ui/claim/pay-options.ts";
import { overviewHref } from "#app/ui/dispute/dispute-addresses.ts";
import { PageScript } from "#app/ui/page-script.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { PayPage } from "#app/ui/pages/pay-page.tsx";

const STARTS = { name: "pay-start", points: 30, seconds: 3_600 };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { app } = context;
  const loaded = await requireDebtorClaims(context);
  const address = addressOf(request);
  const { claims, plan } = await payable(app, loaded, request);
  const minimumPart = loaded.creditor.minimumPartPayment;
  const options = payChoices(claims, { minimumPart, plan });
  const { answers } = address;
  // What the address carries was chosen before, and may not be possible any more.
  const again = answers && sharesFromAnswers(claims, { answers, minimumPart, plan });
  return {
    language: pageVoice(context, loaded.language),
    title: "pay.title" as const,
    path: pagePath(request),
    creditor: creditorView(loaded),
    paymentId: newId("pay", app.clock.now()),
    options,
    answers: answers ?? firstAnswers(options),
    errors: again && !again.ok ? [again.error] : [],
    method: app.config.idealLabel,
    openPayment: openPaymentOn(loaded, claims),
    providerOn: app.providers.of(loaded.creditor) !== null,
    backHref: overviewHref(address.claim),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const loaded = await requireDebtorClaims(context);
  const { app } = context;
  const form = await readForm(request);
  const paymentId = form.get("paymentId") ?? "";
  const address = addressOf(request);
  const checkout = (id: string, answers: PayAnswers | null) =>
    redirect(payAddress(`/claim/pay/${encodeURIComponent(id)}`, { ...address, answers }), 303);
  if (form.get("act") === "continue") return checkout(paymentId, address.answers);
  if (form.get("act") === "cancel") {
    // Who helps may pay; what the debtor began is the debtor's to end.
    if (loaded.helper) throw new Response(null, { status: 403 });
    await cancelPayment(app, loaded.session, paymentId);
    return redirect(pagePath(request), 303);
  }

  const { claims, plan } = await payable(app, loaded, request);
  const answers = readPayAnswers(form);
  const fault = (error: PayError) => data({ answers, errors: [error] }, { status: 422 });
  requireAllowed(await app.limiter.count(STARTS, loaded.session.debtorId));
  const minimumPart = loaded.creditor.minimumPartPayment;
  const shares = sharesFromAnswers(claims, { answers, minimumPart, plan });
  if (!shares.ok) return fault(shares.error);

  // What the page proposes by itself needs no place in an address.
  const proposed = firstAnswers(payChoices(claims, { minimumPart, plan }));
  const chosen = answers.amount === proposed.amount ? null : answers;
  if (form.get("act") === "transfer") return redirect(payAddress("/claim/pay/transfer", { ...address, answers: chosen }), 303); // prettier-ignore

  const { id: sessionId, creditorId, debtorId } = loaded.session;
  const language = pageLanguage(context, loaded.language);
  const { amount } = answers;
  const forPlan = plan?.instalment && (amount === "instalment" || amount === "all") ? { arrangementId: plan.arrangementId, seq: plan.instalment.seq, isInstalment: amount === "instalment" } : null; // prettier-ignore
  const isUndisputedRest = amount === "undisputed";
  const started = await startPayment(app, { debtor: { creditorId, debtorId, sessionId }, paymentId, shares: shares.value, isUndisputedRest, forPlan, language }); // prettier-ignore
  if (started.ok) return checkout(started.value.paymentId, chosen);
  const { error } = started;
  // The page before the bank waits a moment longer, and offers to try again.
  if (error.kind === "provider_silent") return checkout(paymentId, chosen);
  // Another window was quicker: the page says what is under way and offers to go on or to cancel.
  if (error.kind === "already_open" || error.kind === "form_used" || error.kind === "provider_off")
    return redirect(payAddress("/claim/pay", { ...address, answers: chosen }), 303);
  return fault(toPayError(error));
}

const addressOf = (request: Request) => readPayAddress(new URL(request.url).searchParams);

/** What the address asks to be paid. */
function payable(app: Services, loaded: DebtorClaims, request: Request) {
  return payableClaims(app, loaded, { claim: chosenClaim(loaded, request), instalment: addressOf(request).instalment });
}

function toPayError(
  failure: Exclude<StartFailure, { kind: "already_open" | "form_used" | "provider_off" | "provider_silent" }>,
): PayError {
  switch (failure.kind) {
    case "amount_too_low":
      return { kind: "amountTooLow", minimum: failure.minimum };
    case "amount_too_high":
      return { kind: "amountTooHigh", maximum: failure.maximum };
    case "amount_over_limit":
      return { kind: "amountOverLimit", maximum: failure.maximum };
    case "provider_refused":
      return { kind: "providerRefused" };
    case "invalid_request":
    case "not_payable":
      return { kind: "notPayable" };
  }
}

function openPaymentOn({ openPayment }: DebtorClaims, claims: readonly { id: string }[]) {
  const concerns = openPayment?.claimIds.some((id) => claims.some((claim) => claim.id === id)) ?? false;
  return openPayment && concerns
    ? {
        id: openPayment.id,
        claimIds: openPayment.claimIds,
        amount: openPayment.amount,
        collected: openPayment.collected,
      }
    : null;
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Pay() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <>
      <PayPage {...page} answers={sent?.answers ?? page.answers} errors={sent?.errors ?? page.errors} />
      <PageScript name="total" />
    </>
  );
}
