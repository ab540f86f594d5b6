import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answered, notFound } from "#app/server/api/answers.server.ts";
import { apiRoute, on } from "#app/server/api/api-route.server.ts";
import { getPayment } from "#app/server/api/operations/payments.server.ts";
import { paymentJson } from "#app/server/api/payment-json.server.ts";
import { findPaymentDetails } from "#app/server/payments/payment-details.server.ts";

const route = apiRoute([
  on(getPayment, async ({ services, caller: { creditorId }, params }) => {
    const asOf = services.clock.today();
    const payment = await findPaymentDetails(services.database.prisma, { creditorId, paymentId: params.payment, asOf });
    return payment ? answered(200, paymentJson(payment)) : notFound();
  }),
]);

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
