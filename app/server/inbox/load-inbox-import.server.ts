import type { CreditorGrant } from "#app/server/access/creditor-session.server.ts";
import { countImportDebtors, type ImportDebtors } from "#app/server/imports/count-import-debtors.server.ts";
import { findImportDetails, type ImportDetails, ROWS_SHOWN } from "#app/server/imports/import-details.server.ts";
import { type ImportRowDetails, listImportRows } from "#app/server/imports/import-rows.server.ts";
import type { Services } from "#app/server/services.server.ts";

/** An import with what can be done about it next. */
export type InboxImport = {
  readonly details: ImportDetails;
  /** Rows that were, or would be, taken in with something to mind: the first of them, and whether there are more. */
  readonly warned: { readonly rows: readonly ImportRowDetails[]; readonly more: boolean };
  /** Of one that was only tried: the import that took the same file in since; null while there is none. */
  readonly takenInBy: string | null;
  /** Of one that made claims: whom a link can be mailed to (null once that was asked), and what became of it. */
  readonly links: ({ readonly debtors: ImportDebtors | null } & LinksAsked) | null;
};

export type LinksAsked = {
  readonly asked: boolean;
  readonly done: boolean;
  readonly mailed: number;
  readonly notMailed: number;
};

/** An import of the user's creditor; null: somebody else's is as absent as one that never was. */
export async function loadInboxImport(
  services: Services,
  { grant: { creditorId }, importId }: { grant: CreditorGrant; importId: string },
): Promise<InboxImport | null> {
  const { prisma } = services.database;
  const details = await findImportDetails(prisma, { creditorId, importId });
  if (!details) return null;
  const row = await prisma.import.findFirstOrThrow({
    where: { id: importId, creditorId },
    select: { sha256: true, createdAt: true, linksAskedAt: true, linksDoneAt: true, linksMailed: true, linksNotMailed: true }, // prettier-ignore
  });
  const { dryRun, status, created } = details;
  const sameFile = { creditorId, dryRun: false, sha256: row.sha256, createdAt: { gte: row.createdAt }, status: { not: "failed" as const } }; // prettier-ignore
  const later = dryRun ? await prisma.import.findFirst({ where: sameFile, select: { id: true } }) : null;
  const mayMail = !dryRun && status === "done" && created > 0;
  const found = { creditorId, importId, found: "warnings", afterRow: 0, limit: ROWS_SHOWN } as const;
  const warned = status === "done" ? ((await listImportRows(prisma, found)) ?? []) : [];
  return {
    details,
    warned: { rows: warned.slice(0, ROWS_SHOWN), more: warned.length > ROWS_SHOWN },
    takenInBy: later?.id ?? null,
    links: mayMail
      ? {
          debtors: row.linksAskedAt === null ? await countImportDebtors(services, { creditorId, importId }) : null,
          asked: row.linksAskedAt !== null,
          done: row.linksDoneAt !== null,
          mailed: row.linksMailed,
          notMailed: row.linksNotMailed,
        }
      : null,
  };
}
