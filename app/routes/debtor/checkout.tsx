import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireDebtor } from "#app/server/access/require-debtor.server.ts";
import { pagePath, pageVoice } from "#app/server/access/page-language.server.ts";
import { loadCreditorContact } from "#app/server/creditors/creditor-contact.server.ts";
import { checkoutView } from "#app/server/payments/checkout-view.server.ts";
import { retryCheckout } from "#app/server/payments/retry-checkout.server.ts";
import { qrDataUrl } from "#app/server/platform/qr/qr-svg.server.ts";
import { initialsOf } from "#app/ui/claim/initials.ts";
import { payAddress, readPayAddress } from "#app/ui/claim/pay-addresses.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { CheckoutPage, type CheckoutState } from "#app/ui/pages/checkout-page.tsx";

const LOOK_AGAIN_SECONDS = 1;
/** Long enough to read where one is going, on a larger screen long enough to scan. */
const GO_ON_SECONDS = 3;

/**
 * Between our form and the bank. A form may not lead to another house (CSP `form-action`), so this page of our own goes
 * on by its `Refresh` header, with or without JavaScript, and by a link.
 */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const debtor = await requireDebtor(context);
  const { app } = context;
  const view = await checkoutView(app, { ...debtor, paymentId: params["paymentId"] ?? "" });
  if (!view) throw new Response(null, { status: 404 });
  if (view.state === "over" && view.outcome !== "checking") throw redirect(`/return/${view.returnId}`, 303);

  const { name, brand } = await loadCreditorContact(app, debtor.creditorId);
  const path = pagePath(request);
  const checkout = toState(view, path);
  const scanning = checkout.state === "ready" && isLargeScreen(request);
  const refresh = checkout.state === "preparing" ? `${LOOK_AGAIN_SECONDS}` : checkout.state === "ready" && !scanning ? `${GO_ON_SECONDS}; url=${checkout.checkoutUrl}` : null; // prettier-ignore
  const page = {
    language: pageVoice(context, debtor.language),
    title: `checkout.${checkout.state}.title` as const,
    path,
    creditor: { name, initials: initialsOf(name), brand },
    back: { href: payAddress("/claim/pay", readPayAddress(new URL(request.url).searchParams)) },
    checkout,
  };
  return data(page, refresh === null ? {} : { headers: { Refresh: refresh } });
}

/** Asks the provider once more where it did not answer; the same attempt stays one payment. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const debtor = await requireDebtor(context);
  await retryCheckout(context.app, { debtor, paymentId: params["paymentId"] ?? "" });
  return redirect(pagePath(request), 303);
}

function toState(view: NonNullable<Awaited<ReturnType<typeof checkoutView>>>, path: string): CheckoutState {
  const { amount } = view;
  switch (view.state) {
    case "waiting":
      return { state: "preparing", amount };
    case "stuck":
      return { state: "stuck", action: path };
    case "over":
      return { state: "ended", href: `/return/${view.returnId}` };
    case "ready": {
      const handoverQr = qrDataUrl(view.checkoutUrl, { label: "" });
      const { checkoutUrl, qrSource } = view;
      return { state: "ready", checkoutUrl, amount, handoverQr, ...(qrSource ? { providerQr: qrSource } : {}) };
    }
  }
}

/** Browsers on a desk say so; who does not say is taken for a phone, which goes on to the bank by itself. */
function isLargeScreen(request: Request): boolean {
  const hint = request.headers.get("sec-ch-ua-mobile");
  if (hint !== null) return hint === "?0";
  return !/Mobi|Android|iPhone|iPad/i.test(request.headers.get("user-agent") ?? "Mobi");
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Checkout() {
  return <CheckoutPage {...useLoaderData<typeof loader>()} />;
}
