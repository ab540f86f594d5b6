import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { toDecimal, ZERO } from "#app/domain/money.ts";
import { answered, notFound, refused, refusedField } from "#app/server/api/answers.server.ts";
import { apiRoute, on } from "#app/server/api/api-route.server.ts";
import { moneyJson } from "#app/server/api/money-json.server.ts";
import { centsOf } from "#app/server/validation/cents-of.server.ts";
import { createRefund } from "#app/server/api/operations/payments.server.ts";
import { refundPayment } from "#app/server/payments/refund-payment.server.ts";

const route = apiRoute([
  on(createRefund, async ({ services, caller: { creditorId, actor }, newId, params, body }) => {
    const amount = centsOf(body.amount);
    if (amount <= ZERO) {
      return refusedField("amount_not_positive", { path: "amount.value", message: "must be above 0.00" });
    }
    const order = { creditorId, paymentId: params.payment, refundId: newId("rfd"), amount, actor };
    const started = await refundPayment(services, order);
    if (started.ok) {
      const { refundId: id, status } = started.value;
      return answered(201, { id, payment: params.payment, amount: body.amount, status });
    }
    const { error } = started;
    if (error.kind === "payment_not_found") return notFound();
    if (error.kind !== "refund_exceeds_payment") return refused({ code: error.kind });
    const message = `must be ${toDecimal(error.allowed)} or less`;
    const allowed = moneyJson(error.allowed);
    return refused({ code: error.kind, errors: [{ path: "amount.value", code: error.kind, message, allowed }] });
  }),
]);

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
