import { amountOf, reversals } from "./amounts.ts";
import type { Answer } from "./answers.ts";
import { pageAnswer, statusWords, unknownPage } from "./checkout-pages.ts";
import type { Control } from "./control.ts";
import { html, page, type Html } from "./html.ts";
import { isUndecided } from "./payments.ts";
import type { Simulation } from "./simulation.ts";
import type { Payment } from "./state.ts";

const SHOWN = 100;

/** Every payment with what can still happen to it. */
export function overviewPage(simulation: Simulation): Answer {
  const payments = [...simulation.state.payments.values()].reverse().slice(0, SHOWN);
  const body = html` <h1>Betalingen <span lang="en">(payments)</span></h1>
    ${payments.length === 0 ? html`<p>Nog geen betalingen. <span lang="en">No payments yet.</span></p>` : payments.map((payment) => card(simulation, payment))}`;
  return pageAnswer(page({ title: "Overzicht", body, wide: true }));
}

/** A button of the overview. */
export function act(
  control: Control,
  {
    simulation,
    payment,
    name,
    form,
  }: { simulation: Simulation; payment: Payment; name: string; form: URLSearchParams },
): Answer {
  const paymentId = payment.id;
  const value = (form.get("amount") ?? "").replace(",", ".");
  const amount = /^\d+\.\d{2}$/.test(value) ? { amount: { currency: payment.amount.currency, value } } : {};
  if (name === "paid" || name === "failed") control.setStatus({ paymentId, status: name });
  else if (name === "refund") control.refund({ paymentId, ...amount });
  else if (name === "chargeback") control.chargeback({ paymentId, ...amount });
  else if (name === "reverse") {
    for (const chargeback of simulation.state.chargebacks.values()) {
      if (chargeback.paymentId === paymentId) control.reverseChargeback({ chargebackId: chargeback.id });
    }
  } else return unknownPage();
  return { status: 303, headers: { location: `/#${paymentId}` }, body: null };
}

function card(simulation: Simulation, payment: Payment): Html {
  const { refunded, chargedBack, left } = reversals(simulation.state, payment);
  const euros = (cents: typeof left) => `€ ${amountOf(cents, "EUR").value.replace(".", ",")}`;
  const rows: Html[] = [
    html`<dt>Status</dt>
      <dd>${statusWords(payment.status)}</dd>`,
    ...(refunded > 0n
      ? [
          html`<dt>Terugbetaald <span lang="en">(refunded)</span></dt>
            <dd>${euros(refunded)}</dd>`,
        ]
      : []),
    ...(chargedBack > 0n
      ? [
          html`<dt>Teruggeboekt <span lang="en">(charged back)</span></dt>
            <dd>${euros(chargedBack)}</dd>`,
        ]
      : []),
  ];
  const paid = payment.paidAt !== null;
  return html` <article id="${payment.id}">
    <h2>€ ${payment.amount.value.replace(".", ",")} · ${payment.description}</h2>
    <p class="soft">${payment.id}</p>
    <dl>${rows}</dl>
    ${
      isUndecided(payment)
        ? html`<p>
            <a href="/checkout/${payment.id}">Betaalpagina <span lang="en">(checkout)</span></a>
          </p>`
        : null
    }
    ${isUndecided(payment) ? button(payment, { name: "failed", label: html`Mislukt <span lang="en">(failed)</span>` }) : null}
    ${paid ? null : button(payment, { name: "paid", label: html`Toch betaald <span lang="en">(paid after all)</span>` })}
    ${paid && left > 0n ? button(payment, { name: "refund", label: html`Alles terugbetalen <span lang="en">(refund all)</span>` }) : null}
    ${paid && left > 0n ? button(payment, { name: "refund", label: html`Deel terugbetalen <span lang="en">(refund part)</span>`, input: true }) : null}
    ${paid && left > 0n ? button(payment, { name: "chargeback", label: html`Terugboeken <span lang="en">(chargeback)</span>` }) : null}
    ${chargedBack > 0n ? button(payment, { name: "reverse", label: html`Terugboeking ongedaan <span lang="en">(reverse)</span>` }) : null}
  </article>`;
}

function button(
  payment: Payment,
  { name, label, input = false }: { name: string; label: Html; input?: boolean },
): Html {
  return html`<form method="post" action="/payments/${payment.id}/${name}">
    ${input ? html`<label>€ <input name="amount" inputmode="decimal" pattern="[0-9]+[.,][0-9]{2}" placeholder="10,00" required /></label>` : null}
    <button>${label}</button>
  </form>`;
}
