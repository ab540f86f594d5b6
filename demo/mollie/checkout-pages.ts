import type { Answer } from "./answers.ts";
import { html, page, type Html } from "./html.ts";
import { changeStatus, isUndecided, planStatus } from "./payments.ts";
import type { Simulation } from "./simulation.ts";
import type { Payment, PaymentStatus } from "./state.ts";

const STATUS_WORDS: Readonly<Record<PaymentStatus, readonly [dutch: string, english: string]>> = {
  open: ["open", "open"],
  pending: ["in behandeling", "pending"],
  paid: ["betaald", "paid"],
  failed: ["mislukt", "failed"],
  canceled: ["geannuleerd", "cancelled"],
  expired: ["verlopen", "expired"],
};

export function statusWords(status: PaymentStatus): Html {
  const [dutch, english] = STATUS_WORDS[status];
  return html`${dutch} <span lang="en" class="soft">(${english})</span>`;
}

/** Where the payer chooses how the payment ends: in place of the bank's page, or on the phone that scanned the QR code. */
export function checkoutPage(payment: Payment, via: "checkout" | "qr"): Answer {
  const body = html` <h1>${via === "qr" ? "Betalen met de QR-code" : "Betalen met iDEAL | Wero"}</h1>
    <p class="soft">${payment.description}</p>
    <p class="amount">€ ${payment.amount.value.replace(".", ",")}</p>
    ${isUndecided(payment) ? choices(payment, via) : ended(payment, via)}
    <p class="soft">${payment.id}</p>`;
  return pageAnswer(page({ title: "Betalen", body }));
}

/** Does what was chosen and goes on (303) as Mollie would: after a QR code nowhere, the first screen has moved on by itself. */
export function choose(
  simulation: Simulation,
  { payment, via, form }: { payment: Payment; via: "checkout" | "qr"; form: URLSearchParams },
): Answer {
  const now = simulation.clock.now();
  const choice = form.get("choice") ?? "";
  if (isUndecided(payment)) {
    if (choice === "later") {
      const seconds = form.get("seconds") ?? "";
      const at = /^\d{1,6}$/.test(seconds) ? now + Number(seconds) * 1_000 : null;
      planStatus(simulation, { payment, status: "paid", at });
    } else if (isOutcome(choice)) {
      changeStatus(simulation, { payment, status: choice, at: now });
    } else {
      return { status: 400, headers: HTML, body: page({ title: "Kies", body: html`<h1>Kies een uitkomst</h1>` }) };
    }
  }
  return { status: 303, headers: { location: via === "qr" ? `/qr/${payment.id}` : wayBack(payment) }, body: null };
}

export function pageAnswer(body: string, status = 200): Answer {
  return { status, headers: HTML, body };
}

export function unknownPage(): Answer {
  return pageAnswer(page({ title: "Niet gevonden", body: html`<h1>Deze betaling is er niet</h1>` }), 404);
}

const HTML = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'",
};

function isOutcome(choice: string): choice is "paid" | "failed" | "canceled" | "expired" {
  return ["paid", "failed", "canceled", "expired"].includes(choice);
}

function wayBack(payment: Payment): string {
  const canceled = payment.status === "canceled" ? payment.cancelUrl : null;
  return canceled ?? payment.redirectUrl ?? `/checkout/${payment.id}`;
}

function choices(payment: Payment, via: "checkout" | "qr"): Html {
  return html` <form method="post" action="/${via}/${payment.id}">
    <button class="main" name="choice" value="paid">Betaald <span lang="en">(paid)</span></button>
    <button name="choice" value="failed">Mislukt <span lang="en">(failed)</span></button>
    <button name="choice" value="canceled">Geannuleerd <span lang="en">(cancelled)</span></button>
    <button name="choice" value="expired">Verlopen <span lang="en">(expired)</span></button>
    <fieldset>
      <legend>Later betaald <span lang="en">(paid later)</span></legend>
      <label
        >Na zoveel seconden, leeg: pas na een druk op de knop in het overzicht
        <span lang="en" class="soft">(seconds; empty: when the button in the overview is pressed)</span><br />
        <input name="seconds" inputmode="numeric" pattern="[0-9]{0,6}" value="10"
      /></label>
      <button name="choice" value="later">Later betaald <span lang="en">(paid later)</span></button>
    </fieldset>
  </form>`;
}

function ended(payment: Payment, via: "checkout" | "qr"): Html {
  return html`<p>Deze betaling is ${statusWords(payment.status)}.</p>
    ${via === "qr" || payment.redirectUrl === null ? null : html`<a class="button" href="${wayBack(payment)}">Terug naar de winkel <span lang="en">(back)</span></a>`}`;
}
