import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { LocalDate } from "#app/domain/calendar.ts";
import { answered, notFound, refused } from "#app/server/api/answers.server.ts";
import { apiRoute, on } from "#app/server/api/api-route.server.ts";
import { changeProblem } from "#app/server/api/change-problem.server.ts";
import { claimJson } from "#app/server/api/claim-json.server.ts";
import { warningsJson } from "#app/server/api/intake-json.server.ts";
import { changeClaimOperation, getClaim } from "#app/server/api/operations/claims.server.ts";
import { wantedDetails } from "#app/server/api/wanted-details.server.ts";
import { changeClaim, type NoticeDay } from "#app/server/claims/change-claim.server.ts";
import { findClaimDetails } from "#app/server/claims/claim-details.server.ts";
import { findClaimId } from "#app/server/claims/find-by-reference.server.ts";

const route = apiRoute([
  on(getClaim, async ({ services, caller: { creditorId }, params }) => {
    const { prisma } = services.database;
    const claimId = await findClaimId(prisma, { creditorId, name: params.claim });
    const claim = claimId && (await findClaimDetails(prisma, { creditorId, claimId }));
    return claim ? answered(200, claimJson(claim)) : notFound();
  }),

  on(changeClaimOperation, async ({ services, caller: { creditorId, actor }, params, body }) => {
    const { prisma } = services.database;
    const claimId = await findClaimId(prisma, { creditorId, name: params.claim });
    if (claimId === null) return notFound();
    const { description, metadata, collectionCosts, debtor } = body;
    const changed = await changeClaim(services, {
      creditorId,
      claimId,
      actor,
      ...(description === undefined ? {} : { description }),
      ...(metadata === undefined ? {} : { metadata }),
      ...(debtor === undefined ? {} : { debtor: wantedDetails(debtor) }),
      ...(collectionCosts ? { notice: noticeDay(collectionCosts) } : {}),
    });
    if (!changed.ok) return refused(changeProblem(changed.error));
    const claim = await findClaimDetails(prisma, { creditorId, claimId });
    if (!claim) return notFound();
    return answered(200, { ...claimJson(claim), warnings: warningsJson(changed.value.warnings) });
  }),
]);

function noticeDay({
  noticeDeliveredOn,
  noticeSentOn,
}: {
  noticeDeliveredOn?: string | undefined;
  noticeSentOn?: string | undefined;
}): NoticeDay {
  if (noticeSentOn !== undefined) return { happened: "sent", on: noticeSentOn as LocalDate };
  return { happened: "delivered", on: noticeDeliveredOn as LocalDate };
}

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
