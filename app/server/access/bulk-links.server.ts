import { createHmac } from "node:crypto";
import type { ClaimStatus } from "#app/domain/claim.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { hashOfAddress } from "#app/server/messages/stopped-address.server.ts";
import { checkWordsOf } from "#app/server/genuineness/claim-check-words.server.ts";
import { derivedId } from "#app/server/platform/crypto/derived-id.server.ts";
import { hmacSecrets, type KeyRing } from "#app/server/platform/crypto/key-ring.server.ts";
import { newPaperCode } from "#app/server/platform/crypto/paper-code.server.ts";
import { hashSecret } from "#app/server/platform/crypto/secret-hash.server.ts";
import { Prisma } from "#app/server/platform/prisma/client.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { lockName } from "#app/server/platform/database/lock-name.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { addressOf, DEFAULT_LINK_LIFETIME_MS, type LinkChannel } from "./issue-link.server.ts";
import { magicLinkTokens } from "./token/link-tokens.server.ts";
import { LONGEST_LINK_LIFETIME_MS } from "./token/magic-link-token.server.ts";

/** Claims by name, or all that are so; times are those at which they were made, `createdBefore` itself not included. */
export type BulkSelection =
  | { readonly kind: "named"; readonly claimIds: readonly string[] }
  | {
      readonly kind: "all";
      readonly status?: ClaimStatus;
      readonly createdSince?: Date;
      readonly createdBefore?: Date;
    };

export type BulkOrder = {
  readonly creditorId: string;
  /** Made by the caller: the same id again makes no more links, and the same rows are read of it. */
  readonly batchId: string;
  readonly selection: BulkSelection;
  /** How the creditor hands them over: nothing is sent. */
  readonly channel: LinkChannel;
  readonly expiresAt?: Date;
  readonly actor: string;
};

export type BulkRefusal =
  { readonly kind: "expiry_out_of_range"; readonly latest: Date } | { readonly kind: "too_many_claims" };

export type BulkLink = {
  readonly reference: string;
  readonly url: string;
  readonly code: string;
  readonly codeUrl: string;
  readonly checkWords: readonly string[];
  readonly expiresAt: Date;
};

export const MOST_BULK_LINKS = 10_000;

const AT_ONCE = 1_000;
const READ_AT_ONCE = 250;

/**
 * Makes a link to each of the creditor's claims that are selected, all of them or none. Codes come from the key ring and the
 * link's id, so that they can be shown once more and are stored as hashes all the same. Answers how many there are.
 */
export async function issueBulkLinks(services: Services, order: BulkOrder): Promise<Result<number, BulkRefusal>> {
  const { creditorId, batchId } = order;
  const now = services.clock.now();
  const issuedAt = wholeSecond(now.getTime());
  const latest = new Date(issuedAt.getTime() + LONGEST_LINK_LIFETIME_MS);
  const expiresAt = wholeSecond(order.expiresAt?.getTime() ?? issuedAt.getTime() + DEFAULT_LINK_LIFETIME_MS);
  return inTransaction(services.database, async (tx) => {
    await lockName(tx, `links:${batchId}`);
    const made = await tx.link.count({ where: { creditorId, batchId } });
    if (made > 0) return ok(made);
    if (expiresAt <= issuedAt || expiresAt > latest) return err({ kind: "expiry_out_of_range", latest });
    if ((await countSelected(tx, order)) > MOST_BULK_LINKS) return err({ kind: "too_many_claims" });
    // The check of each row's claim may have been planned when there were few: by a look through all of them.
    await tx.$executeRaw`SET LOCAL plan_cache_mode = force_custom_plan`;
    let count = 0;
    for await (const claims of selected(tx, order)) {
      await insertLinks(tx, services.keys, { ...order, issuedAt, expiresAt, claims });
      count += claims.length;
    }
    const { actor, channel } = order;
    appendAudit(tx, creditorId, { at: now, actor, action: "links.issued", subject: batchId, data: { channel, count } });
    return ok(count);
  });
}

/** The links of a batch, by the order in which their claims were made, a few at a time. */
export async function* readBulkLinks(
  services: Services,
  { creditorId, batchId }: { creditorId: string; batchId: string },
): AsyncGenerator<readonly BulkLink[]> {
  const { prisma } = services.database;
  const tokens = await magicLinkTokens(services);
  let after = "";
  for (;;) {
    const rows = await prisma.$queryRaw<BatchRow[]>`
      SELECT l.id, l.claim_id AS "claimId", l.code_hash AS "codeHash", l.signed_by AS "signedBy", l.issued_at AS "issuedAt",
        l.expires_at AS "expiresAt", c.reference
      FROM link l JOIN claim c ON c.id = l.claim_id AND c.creditor_id = l.creditor_id
      WHERE l.creditor_id = ${creditorId} AND l.batch_id = ${batchId} AND l.claim_id > ${after}
      ORDER BY l.claim_id LIMIT ${READ_AT_ONCE}`;
    const last = rows.at(-1);
    if (!last) return;
    yield await Promise.all(
      rows.map(async ({ id, claimId, codeHash, signedBy, issuedAt, expiresAt, reference }) => {
        const token = await tokens.sign({ jti: id, sub: claimId, issuedAt, expiresAt }, signedBy);
        const code = codeAgain(services.keys, id, codeHash);
        return {
          reference,
          url: new URL(`/l/${token}`, services.config.baseUrl).href,
          code,
          codeUrl: new URL(`/c/${code}`, services.config.baseUrl).href,
          checkWords: checkWordsOf(services.keys, claimId),
          expiresAt,
        };
      }),
    );
    after = last.claimId;
  }
}

type BatchRow = {
  readonly id: string;
  readonly claimId: string;
  readonly codeHash: string;
  readonly signedBy: string | null;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  readonly reference: string;
};

type Selected = {
  readonly id: string;
  readonly debtorId: string;
  readonly email: string | null;
  readonly phone: string | null;
};

/** Of claims `c`. What is not asked for is null, and holds for all. */
function isSelected({ creditorId, selection }: BulkOrder): Prisma.Sql {
  if (selection.kind === "named") return Prisma.sql`c.creditor_id = ${creditorId} AND c.id = ANY(${[...selection.claimIds]})`; // prettier-ignore
  const { status = null, createdSince = null, createdBefore = null } = selection;
  return Prisma.sql`c.creditor_id = ${creditorId}
    AND (${status}::claim_status IS NULL OR c.status = ${status}::claim_status)
    AND (${createdSince}::timestamptz IS NULL OR c.created_at >= ${createdSince}::timestamptz)
    AND (${createdBefore}::timestamptz IS NULL OR c.created_at < ${createdBefore}::timestamptz)`;
}

/** As far as it matters. */
async function countSelected(tx: Transaction, order: BulkOrder): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: bigint }[]>`
    SELECT count(*) AS count FROM (SELECT FROM claim c WHERE ${isSelected(order)} LIMIT ${MOST_BULK_LINKS + 1}) AS found`;
  return Number(row?.count ?? 0n);
}

async function* selected(tx: Transaction, order: BulkOrder): AsyncGenerator<readonly Selected[]> {
  let after = "";
  for (;;) {
    const claims = await tx.$queryRaw<Selected[]>`
      SELECT c.id, c.debtor_id AS "debtorId", d.email, d.phone
      FROM claim c JOIN debtor d ON d.id = c.debtor_id AND d.creditor_id = c.creditor_id
      WHERE ${isSelected(order)} AND c.id > ${after} ORDER BY c.id LIMIT ${AT_ONCE}`;
    if (claims.length > 0) yield claims;
    const last = claims.at(-1);
    if (!last || claims.length < AT_ONCE) return;
    after = last.id;
  }
}

type Insertion = BulkOrder & {
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  readonly claims: readonly Selected[];
};

async function insertLinks(
  tx: Transaction,
  keys: KeyRing,
  { creditorId, batchId, channel, issuedAt, expiresAt, claims }: Insertion,
): Promise<void> {
  const [secret = ""] = hmacSecrets(keys, CODES);
  const ids = claims.map(({ id }) => derivedId("lnk", `${batchId} ${id}`));
  const claimIds = claims.map(({ id }) => id);
  const codeHashes = ids.map((id) => hashSecret(codeOf(secret, id)));
  const addressHashes = claims.map(({ debtorId, ...debtor }) => {
    const address = addressOf(channel, debtor);
    return address && hashOfAddress({ creditorId, debtorId }, address);
  });
  await tx.$executeRaw`
    INSERT INTO link (id, creditor_id, claim_id, channel, code_hash, signed_by, address_hash, batch_id, issued_at, expires_at)
    SELECT made.id, ${creditorId}, made.claim_id, ${channel}::link_channel, made.code_hash, ${keys.newest.id}, made.address_hash, ${batchId},
      ${issuedAt}::timestamptz, ${expiresAt}::timestamptz
    FROM unnest(${ids}::text[], ${claimIds}::text[], ${codeHashes}::text[], ${addressHashes}::text[])
      AS made(id, claim_id, code_hash, address_hash)`;
}

const CODES = "bulk-link-codes";

function codeOf(secret: string, linkId: string): string {
  return newPaperCode((size) => createHmac("sha256", secret).update(linkId).digest().subarray(0, size));
}

/** The code that was given out, whichever key of the ring it was made with. */
function codeAgain(keys: KeyRing, linkId: string, codeHash: string): string {
  const codes = hmacSecrets(keys, CODES).map((secret) => codeOf(secret, linkId));
  const code = codes.find((made) => hashSecret(made) === codeHash);
  if (code === undefined) throw new Error(`the key that made the code of ${linkId} is not in the ring any more`);
  return code;
}

const wholeSecond = (milliseconds: number): Date => new Date(Math.floor(milliseconds / 1000) * 1000);
