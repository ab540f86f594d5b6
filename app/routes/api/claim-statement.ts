import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { addMonths, parseLocalDate } from "#app/domain/calendar.ts";
import { toDecimal } from "#app/domain/money.ts";
import { statementJson } from "#app/domain/statement-json.ts";
import { answered, notFound, refusedField } from "#app/server/api/answers.server.ts";
import { apiRoute, on } from "#app/server/api/api-route.server.ts";
import { getStatement } from "#app/server/api/operations/claims.server.ts";
import { findClaim } from "#app/server/claims/claim-record.server.ts";
import { claimStatement } from "#app/server/claims/claim-statement.server.ts";
import { findClaimId } from "#app/server/claims/find-by-reference.server.ts";
import { disputedOnDay } from "#app/server/disputes/disputed-on-day.server.ts";

const MONTHS_AHEAD = 120;

const route = apiRoute([
  on(getStatement, async ({ services, caller: { creditorId }, params, query }) => {
    const { prisma } = services.database;
    const today = services.clock.today();
    const latest = addMonths(today, MONTHS_AHEAD);
    const asOf = parseLocalDate(query.asOf ?? today);
    if (!asOf.ok || asOf.value > latest) {
      return refusedField("as_of_out_of_range", { path: "asOf", message: `must be from 1900-01-01 to ${latest}` });
    }
    const claimId = await findClaimId(prisma, { creditorId, name: params.claim });
    const claim = claimId && (await findClaim(prisma, { creditorId, claimId }));
    if (!claim) return notFound();
    const statement = await claimStatement(prisma, claim, asOf.value);
    const disputed = await disputedOnDay(services, { claim, statement });
    return answered(200, {
      ...statementJson(claim.id, statement),
      ...(disputed === null ? {} : { disputed: toDecimal(disputed) }),
    });
  }),
]);

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
