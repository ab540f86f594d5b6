import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { ZERO, toDecimal } from "#app/domain/money.ts";
import { answered, notFound, refused, refusedField } from "#app/server/api/answers.server.ts";
import { apiRoute, on } from "#app/server/api/api-route.server.ts";
import { creditProblem } from "#app/server/api/credit-problem.server.ts";
import { centsOf } from "#app/server/validation/cents-of.server.ts";
import { createCredit } from "#app/server/api/operations/payments.server.ts";
import { allocationJson } from "#app/server/api/payment-json.server.ts";
import { creditClaim } from "#app/server/claims/credit-claim.server.ts";
import { findClaimId, findInvoiceId } from "#app/server/claims/find-by-reference.server.ts";

const route = apiRoute([
  on(createCredit, async ({ services, caller: { creditorId, actor }, newId, params, body }) => {
    const { prisma } = services.database;
    const claimId = await findClaimId(prisma, { creditorId, name: params.claim });
    if (claimId === null) return notFound();
    const amount = centsOf(body.amount);
    if (amount <= ZERO)
      return refusedField("amount_not_positive", { path: "amount.value", message: "must be above 0.00" });
    const { reason, invoice } = body;
    const invoiceId =
      invoice === undefined ? null : await findInvoiceId(prisma, { creditorId, claimId, name: invoice });
    if (invoice !== undefined && invoiceId === null) {
      return refusedField("invoice_not_found", { path: "invoice", message: "must name an invoice of this claim" });
    }

    const id = newId("crn");
    const creditedOn = services.clock.today();
    const credited = await creditClaim(services, { creditorId, claimId, factKey: `${id}:credited`, amount, reason, invoiceId, creditedOn, actor }); // prettier-ignore
    if (!credited.ok) return refused(creditProblem(credited.error));
    const { allocation, statement } = credited.value;
    return answered(201, {
      id,
      claim: claimId,
      amount: body.amount,
      reason,
      invoice: invoiceId,
      creditedOn: credited.value.creditedOn,
      allocation: allocation && allocationJson(allocation),
      open: toDecimal(statement.open),
      credit: toDecimal(statement.credit),
    });
  }),
]);

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
