import { findClaimDetails } from "#app/server/claims/claim-details.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { answered, notFound } from "./answers.server.ts";
import { claimJson } from "./claim-json.server.ts";

/** The claim as it stands after something was done to it. */
export async function answerClaim(services: Services, scope: { creditorId: string; claimId: string }) {
  const claim = await findClaimDetails(services.database.prisma, scope);
  return claim ? answered(200, claimJson(claim)) : notFound();
}
