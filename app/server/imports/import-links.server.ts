import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { mailLinks } from "#app/server/access/mail-links.server.ts";
import { derivedId } from "#app/server/platform/crypto/derived-id.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";

type ImportName = { readonly creditorId: string; readonly importId: string };

/** Asks the worker to mail a link to every debtor of an import that was taken in. Once: again changes nothing. */
export async function askImportLinks(
  services: Services,
  { creditorId, importId, actor }: ImportName & { readonly actor: string },
): Promise<boolean> {
  const now = services.clock.now();
  return inTransaction(services.database, async (tx) => {
    const { count } = await tx.import.updateMany({
      where: { id: importId, creditorId, dryRun: false, status: "done", linksAskedAt: null },
      data: { linksAskedAt: now, linksAskedBy: actor },
    });
    if (count > 0) appendAudit(tx, creditorId, { at: now, actor, action: "import.links_asked", subject: importId });
    return count > 0;
  });
}

const BATCH = 100;

/** Longer than mailing a batch takes. */
const LEASE_SECONDS = 120;

type Waiting = ImportName & { readonly actor: string; readonly after: number };

/** Mails the links of one import a step further, the one that is least far first. Answers how many imports it worked on. */
export async function mailImportLinks(services: Services, batch = BATCH): Promise<number> {
  const waiting = await leaseWaiting(services);
  if (!waiting) return 0;
  const debtors = await nextDebtors(services, waiting, batch);
  const became = { mailed: 0, mailed_before: 0, not_mailed: 0 };
  for (const debtor of debtors) became[await mailDebtor(services, waiting, debtor)] += 1;
  // Only who still has the place counts what was done: doing it again mails nothing more.
  await services.database.prisma.import.updateMany({
    where: { id: waiting.importId, linksRow: waiting.after, linksDoneAt: null },
    data: {
      linksRow: debtors.at(-1)?.firstRow ?? waiting.after,
      linksMailed: { increment: became.mailed },
      linksNotMailed: { increment: became.not_mailed },
      linksDoneAt: debtors.length < batch ? services.clock.now() : null,
      lockedUntil: null,
    },
  });
  return 1;
}

async function leaseWaiting({ database }: Services): Promise<Waiting | null> {
  const { rows } = await database.pool.query<Waiting>(
    `UPDATE import SET locked_until = now() + make_interval(secs => $1) WHERE id = (
       SELECT id FROM import WHERE links_asked_at IS NOT NULL AND links_done_at IS NULL
         AND (locked_until IS NULL OR locked_until <= now())
       ORDER BY links_row, id LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING id AS "importId", creditor_id AS "creditorId", links_asked_by AS actor, links_row AS after`,
    [LEASE_SECONDS],
  );
  return rows[0] ?? null;
}

/** A debtor by the first row of theirs, with their claims of this import in the order of the file. */
type ImportDebtor = {
  readonly firstRow: number;
  readonly claims: readonly { readonly id: string; readonly status: string }[];
};

async function nextDebtors(
  { database }: Services,
  { creditorId, importId, after }: Waiting,
  batch: number,
): Promise<readonly ImportDebtor[]> {
  const { rows } = await database.pool.query<ImportDebtor>(
    `SELECT min(import_row.row) AS "firstRow", json_agg(json_build_object('id', claim.id, 'status', claim.status) ORDER BY import_row.row) AS claims
     FROM import_row JOIN claim ON claim.creditor_id = $1 AND claim.id = import_row.claim_id
     WHERE import_row.import_id = $2 AND import_row.result = 'created'
     GROUP BY claim.debtor_id HAVING min(import_row.row) > $3 ORDER BY 1 LIMIT $4`,
    [creditorId, importId, after, batch],
  );
  return rows;
}

/** `mailed_before`: a link to one of these claims was mailed for another reason, before it was asked or since. */
type Mailing = "mailed" | "mailed_before" | "not_mailed";

/** One link for all claims of a debtor: it opens them together. */
async function mailDebtor(services: Services, waiting: Waiting, { claims }: ImportDebtor): Promise<Mailing> {
  const { creditorId, importId, actor } = waiting;
  const mailingId = derivedId("mlg", importId);
  const where = { creditorId, claimId: { in: claims.map(({ id }) => id) }, channel: "email" as const, helperId: null };
  const links = await services.database.prisma.link.findMany({ where, select: { id: true } });
  const own = new Set(claims.map(({ id }) => derivedId("lnk", `${mailingId} ${id}`)));
  // Mailed before this step broke off.
  if (links.some(({ id }) => own.has(id))) return "mailed";
  if (links.length > 0) return "mailed_before";
  const open = claims.find(({ status }) => status === "open");
  if (!open) return "not_mailed";
  const { mailed } = await mailLinks(services, { creditorId, claimIds: [open.id], mailingId, actor });
  return mailed.length > 0 ? "mailed" : "not_mailed";
}
