import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { LocalDate } from "#app/domain/calendar.ts";
import { answered, notFound, refused } from "#app/server/api/answers.server.ts";
import { apiRoute, on } from "#app/server/api/api-route.server.ts";
import { arrangementJson } from "#app/server/api/arrangement-json.server.ts";
import { offerProblem } from "#app/server/api/arrangement-problem.server.ts";
import { createArrangement } from "#app/server/api/operations/arrangements.server.ts";
import { readSchedule } from "#app/server/api/read-schedule.server.ts";
import { findArrangementDetails } from "#app/server/arrangements/arrangement-details.server.ts";
import { offerArrangement } from "#app/server/arrangements/offer-arrangement.server.ts";
import { findClaimId } from "#app/server/claims/find-by-reference.server.ts";

const route = apiRoute([
  on(createArrangement, async ({ services, caller: { creditorId, actor }, newId, params, body }) => {
    const { prisma } = services.database;
    const { claims: further = [], reason = "", validUntil } = body;
    const claimId = await findClaimId(prisma, { creditorId, name: params.claim });
    if (claimId === null) return notFound();
    const named = await Promise.all(further.map((name) => findClaimId(prisma, { creditorId, name })));
    const code = "claim_not_found";
    const errors = named.flatMap((id, index) => (id === null ? [{ path: `claims.${index}`, code, message: "is no claim of yours" }] : [])); // prettier-ignore
    if (errors.length > 0) return refused({ code, errors });

    const arrangementId = newId("arr");
    const offered = await offerArrangement(services, {
      creditorId,
      arrangementId,
      claimIds: [...new Set([claimId, ...named.filter((id) => id !== null)])],
      schedule: readSchedule(body.schedule),
      reason,
      actor,
      ...(validUntil === undefined ? {} : { validUntil: validUntil as LocalDate }),
    });
    if (!offered.ok) return refused(offerProblem(offered.error));
    const details = await findArrangementDetails(services, { creditorId, arrangementId });
    if (!details) throw new Error("an arrangement vanished while it was offered");
    return answered(201, arrangementJson(details));
  }),
]);

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
