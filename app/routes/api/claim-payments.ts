import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { LocalDate } from "#app/domain/calendar.ts";
import { ZERO } from "#app/domain/money.ts";
import { answered, notFound, refused, refusedField } from "#app/server/api/answers.server.ts";
import { apiRoute, on } from "#app/server/api/api-route.server.ts";
import { centsOf } from "#app/server/validation/cents-of.server.ts";
import { createPayment } from "#app/server/api/operations/payments.server.ts";
import { outsidePaymentProblem } from "#app/server/api/outside-payment-problem.server.ts";
import { paymentJson } from "#app/server/api/payment-json.server.ts";
import { findClaimId } from "#app/server/claims/find-by-reference.server.ts";
import { findPaymentDetails } from "#app/server/payments/payment-details.server.ts";
import { recordOutsidePayment } from "#app/server/payments/record-outside-payment.server.ts";

const route = apiRoute([
  on(createPayment, async ({ services, caller: { creditorId, actor }, newId, params, body }) => {
    const { prisma } = services.database;
    const claimId = await findClaimId(prisma, { creditorId, name: params.claim });
    if (claimId === null) return notFound();
    const amount = centsOf(body.amount);
    if (amount <= ZERO)
      return refusedField("amount_not_positive", { path: "amount.value", message: "must be above 0.00" });

    const { method, reference } = body;
    const paymentId = newId("pay");
    const recorded = await recordOutsidePayment(services, {
      creditorId,
      claimId,
      paymentId,
      amount,
      receivedOn: body.receivedOn as LocalDate,
      method,
      actor,
      ...(reference === undefined ? {} : { reference }),
    });
    if (!recorded.ok) return refused(outsidePaymentProblem(recorded.error));
    const payment = await findPaymentDetails(prisma, { creditorId, paymentId, asOf: services.clock.today() });
    if (!payment) throw new Error("a payment vanished while it was recorded");
    return answered(201, paymentJson(payment));
  }),
]);

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
