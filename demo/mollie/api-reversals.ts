import { centsOf } from "./amounts.ts";
import { allOwn, own, type ApiCall } from "./api-call.ts";
import { notFound, problem, type Answer } from "./answers.ts";
import { chargebackBody, refundBody } from "./bodies.ts";
import { listAnswer } from "./lists.ts";
import { canRefund, changeRefundStatus, createRefund } from "./payments.ts";
import { createRefundRequest, readRequest } from "./requests.ts";
import { route } from "./routing.ts";

/** Within this time a second refund of the same amount of one payment counts as the same one. */
const DUPLICATE_REFUND_MS = 60 * 60_000;

export const reversalRoutes = [
  route("POST /v2/payments/:id/refunds", refund),
  route("GET /v2/payments/:id/refunds", (call: ApiCall, paymentId) => listRefunds(call, paymentId)),
  route("GET /v2/payments/:id/refunds/:refundId", readRefund),
  route("DELETE /v2/payments/:id/refunds/:refundId", cancelRefund),
  route("GET /v2/refunds", (call: ApiCall) => listRefunds(call, null)),
  route("GET /v2/payments/:id/chargebacks", (call: ApiCall, paymentId) => listChargebacks(call, paymentId)),
  route("GET /v2/payments/:id/chargebacks/:chargebackId", readChargeback),
  route("GET /v2/chargebacks", (call: ApiCall) => listChargebacks(call, null)),
];

function refund(call: ApiCall, paymentId: string): Answer {
  const { state, clock } = call.simulation;
  const payment = own(call, state.payments, paymentId);
  if (!payment) return notFound("payment", paymentId);
  const request = readRequest(createRefundRequest, call.body);
  if ("refused" in request) return request.refused;
  const { amount, description, metadata } = request.value;
  if (payment.paidAt === null) return problem(422, "The payment is not paid and cannot be refunded");
  const same = [...state.refunds.values()].some(
    (earlier) =>
      earlier.paymentId === paymentId &&
      earlier.status !== "canceled" &&
      earlier.status !== "failed" &&
      centsOf(earlier.amount) === centsOf(amount) &&
      clock.now() - earlier.createdAt < DUPLICATE_REFUND_MS,
  );
  if (same) return problem(409, "A duplicate refund has been detected");
  if (!canRefund(call.simulation, payment, amount)) {
    return problem(422, "The amount is higher than the maximum", "amount");
  }
  const made = createRefund(call.simulation, {
    payment,
    amount,
    status: "pending",
    metadata,
    ...(description !== undefined && { description }),
  });
  return { status: 201, body: refundBody(made) };
}

async function listRefunds(call: ApiCall, paymentId: string | null): Promise<Answer> {
  const { state } = call.simulation;
  if (paymentId !== null && !own(call, state.payments, paymentId)) return notFound("payment", paymentId);
  return listAnswer({
    name: "refunds",
    path: paymentId === null ? "/refunds" : `/payments/${paymentId}/refunds`,
    query: call.query,
    all: allOwn(call, state.refunds).filter((item) => paymentId === null || item.paymentId === paymentId),
    body: refundBody,
  });
}

function readRefund(call: ApiCall, paymentId: string, id: string): Answer {
  const found = own(call, call.simulation.state.refunds, id);
  return found?.paymentId === paymentId ? { status: 200, body: refundBody(found) } : notFound("refund", id);
}

function cancelRefund(call: ApiCall, paymentId: string, id: string): Answer {
  const found = own(call, call.simulation.state.refunds, id);
  if (found?.paymentId !== paymentId) return notFound("refund", id);
  if (found.status !== "queued" && found.status !== "pending") return problem(422, "The refund cannot be canceled");
  changeRefundStatus(call.simulation, { refund: found, status: "canceled" });
  return { status: 204, body: null };
}

async function listChargebacks(call: ApiCall, paymentId: string | null): Promise<Answer> {
  const { state } = call.simulation;
  if (paymentId !== null && !own(call, state.payments, paymentId)) return notFound("payment", paymentId);
  return listAnswer({
    name: "chargebacks",
    path: paymentId === null ? "/chargebacks" : `/payments/${paymentId}/chargebacks`,
    query: call.query,
    all: allOwn(call, state.chargebacks).filter((item) => paymentId === null || item.paymentId === paymentId),
    body: chargebackBody,
  });
}

function readChargeback(call: ApiCall, paymentId: string, id: string): Answer {
  const found = own(call, call.simulation.state.chargebacks, id);
  return found?.paymentId === paymentId ? { status: 200, body: chargebackBody(found) } : notFound("chargeback", id);
}
