import type { OutsidePaymentRefusal } from "#app/server/payments/record-outside-payment.server.ts";
import type { Problem } from "./problem.server.ts";

/** Why a payment was not recorded. */
export function outsidePaymentProblem(refusal: OutsidePaymentRefusal): Problem {
  switch (refusal.kind) {
    case "claim_not_found":
      return { code: "not_found" };
    case "received_in_future":
      return ofField(refusal.kind, { path: "receivedOn", message: `must be today, ${refusal.today}, or earlier` });
    case "received_before_first_invoice":
      return ofField(refusal.kind, { path: "receivedOn", message: `must be ${refusal.issuedOn} or later` });
    case "payment_already_recorded":
      return ofField(refusal.kind, {
        path: "reference",
        message: `is that of ${refusal.paymentId}, of this amount and day`,
      });
  }
}

function ofField(code: Problem["code"], field: { path: string; message: string }): Problem {
  return { code, errors: [{ ...field, code }] };
}
