import { err, ok, type Result } from "#app/domain/result.ts";
import { bulkLinksCsv } from "#app/server/access/bulk-links-csv.server.ts";
import { issueBulkLinks } from "#app/server/access/bulk-links.server.ts";
import type { CreditorGrant } from "#app/server/access/creditor-session.server.ts";
import { derivedIdFrom } from "#app/server/platform/crypto/derived-id.server.ts";
import { isId } from "#app/server/platform/crypto/random-id.server.ts";
import type { Services } from "#app/server/services.server.ts";

type Asked = { readonly grant: CreditorGrant; readonly importId: string; readonly formId: string };

export type LinksTableRefusal = "nothing_open" | "too_many";

/**
 * Makes a link to each claim of an import that is open, to hand over on paper, and answers them as a table in parts; nothing
 * is sent. The same form again is the same links. `not_found`: an import of nobody or of another, or a form that is none.
 */
export async function importLinksTable(
  services: Services,
  { grant, importId, formId }: Asked,
): Promise<Result<AsyncIterable<string>, LinksTableRefusal | "not_found">> {
  const { creditorId, userId } = grant;
  const { prisma } = services.database;
  const where = { id: importId, creditorId, dryRun: false, status: "done" as const };
  if (!isId("frm", formId) || (await prisma.import.count({ where })) === 0) return err("not_found");
  const claims = await prisma.$queryRaw<{ id: string }[]>`
    SELECT claim.id FROM import_row JOIN claim ON claim.creditor_id = ${creditorId} AND claim.id = import_row.claim_id
    WHERE import_row.import_id = ${importId} AND import_row.result = 'created' AND claim.status = 'open'`;
  if (claims.length === 0) return err("nothing_open");
  const batchId = derivedIdFrom("lbt", { made: formId, text: `${creditorId} ${importId}` });
  const selection = { kind: "named", claimIds: claims.map(({ id }) => id) } as const;
  const issued = await issueBulkLinks(services, { creditorId, batchId, selection, channel: "letter", actor: `user:${userId}` }); // prettier-ignore
  return issued.ok ? ok(bulkLinksCsv(services, { creditorId, batchId })) : err("too_many");
}
