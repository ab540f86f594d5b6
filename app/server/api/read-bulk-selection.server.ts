import { err, ok, type Result } from "#app/domain/result.ts";
import type { BulkSelection } from "#app/server/access/bulk-links.server.ts";
import { OWN_REFERENCE } from "#app/server/claims/find-by-reference.server.ts";
import type { Services } from "#app/server/services.server.ts";
import type { BulkLinksBody } from "./operations/links.server.ts";
import type { Problem } from "./problem.server.ts";
import { invalid } from "./validation-errors.server.ts";

/** The claims that a body selects; every name that is none of the creditor's is told. */
export async function readBulkSelection(
  { database: { prisma } }: Pick<Services, "database">,
  { creditorId, body: { claims: names, filter } }: { creditorId: string; body: BulkLinksBody },
): Promise<Result<BulkSelection, Problem>> {
  if ((names === undefined) === (filter === undefined)) {
    return err(invalid([{ path: "claims", code: "not_allowed", message: "must be given, or else `filter`, not both" }])); // prettier-ignore
  }
  if (names === undefined) {
    const given = Object.entries(filter ?? {}).filter(([, value]) => value !== undefined);
    return ok({ kind: "all", ...Object.fromEntries(given) });
  }
  const references = names.filter((name) => name.startsWith(OWN_REFERENCE)).map((name) => name.slice(OWN_REFERENCE.length)); // prettier-ignore
  const ids = names.filter((name) => !name.startsWith(OWN_REFERENCE));
  const select = { id: true, reference: true } as const;
  const byId = await prisma.claim.findMany({ where: { creditorId, id: { in: ids } }, select });
  const byReference = await prisma.claim.findMany({ where: { creditorId, reference: { in: references } }, select });
  const found = new Map([
    ...byId.map(({ id }) => [id, id] as const),
    ...byReference.map(({ id, reference }) => [`${OWN_REFERENCE}${reference}`, id] as const),
  ]);
  const unknown = names.flatMap((name, index) => (found.has(name) ? [] : [`claims.${index}`]));
  if (unknown.length > 0) {
    const message = "is none of your claims";
    return err(invalid(unknown.map((path) => ({ path, code: "claim_not_found", message }))));
  }
  return ok({ kind: "named", claimIds: [...new Set(found.values())] });
}
