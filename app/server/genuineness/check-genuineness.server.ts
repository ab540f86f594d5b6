import { createHash, timingSafeEqual } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { CheckWords } from "#app/domain/check-words.ts";
import { INTEREST_RATES } from "#app/domain/law/interest-rates.ts";
import type { Cents } from "#app/domain/money.ts";
import { statementAsOf } from "#app/domain/statement.ts";
import { findClaim } from "#app/server/claims/claim-record.server.ts";
import { loadLedger } from "#app/server/claims/ledger-store.server.ts";
import { dayInAmsterdam } from "#app/server/platform/clock/clock.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { checkWordsOf } from "./claim-check-words.server.ts";
import type { MessageFacts } from "./read-real-form.server.ts";

export type Genuineness = { readonly kind: "match"; readonly words: CheckWords } | { readonly kind: "no_match" };

/** So many claims are worked out, whatever was typed. */
const WORKED_OUT = 3;

/** Days on which a message went out whose amount is still accepted. */
const MOST_DAYS = 12;

/** No answer comes sooner, so that what the work takes cannot be told from outside. */
const NO_SOONER_THAN_MS = 250;

/** The claims that are named, and others that are worked out in their place where there are none. */
const CANDIDATES = `
  (SELECT c.id, c.creditor_id AS "creditorId", true AS named
    FROM claim c JOIN creditor cr ON cr.id = c.creditor_id
    WHERE upper(replace(c.reference, ' ', '')) = upper($1) AND right(cr.iban, 4) = $2
    ORDER BY c.id DESC LIMIT ${WORKED_OUT})
  UNION ALL
  (SELECT c.id, c.creditor_id, false FROM claim c ORDER BY c.id LIMIT ${WORKED_OUT})
  ORDER BY named DESC, id DESC`;

type Candidate = { readonly id: string; readonly creditorId: string; readonly named: boolean };

/**
 * Whether a message can be genuine: a claim has that reference, its creditor's account number ends on those digits, and the
 * amount is what is open today, or was on a day on which a message went out, or its principal or one of its invoices.
 *
 * Takes the same statements and as long for a match, a near miss and a reference that nobody has.
 */
export async function checkGenuineness(services: Services, facts: MessageFacts): Promise<Genuineness> {
  const [answer] = await Promise.all([workOut(services, facts), pause(NO_SOONER_THAN_MS)]);
  return answer;
}

async function workOut(services: Services, { reference, amount, ibanEnd }: MessageFacts): Promise<Genuineness> {
  const { rows } = await services.database.pool.query<Candidate>(CANDIDATES, [reference, ibanEnd]);
  let genuine: string | null = null;
  for (let place = 0; place < WORKED_OUT && rows.length > 0; place += 1) {
    const candidate = rows[place % rows.length];
    if (candidate && holds(await amountsOf(services, candidate), amount) && candidate.named) genuine ??= candidate.id;
  }
  return genuine === null ? { kind: "no_match" } : { kind: "match", words: checkWordsOf(services.keys, genuine) };
}

/** The amounts that a message about the claim may name. */
async function amountsOf(services: Services, { id: claimId, creditorId }: Candidate): Promise<Cents[]> {
  const { prisma } = services.database;
  const claim = await findClaim(prisma, { creditorId, claimId });
  const entries = await loadLedger(prisma, { id: claimId, creditorId });
  const messages = await prisma.message.findMany({
    where: { creditorId, claimId, direction: "outbound" },
    select: { sentAt: true },
    orderBy: { sentAt: "desc" },
    take: MOST_DAYS,
  });
  if (!claim) return [];
  const days = new Set([services.clock.today(), ...messages.map(({ sentAt }) => dayInAmsterdam(sentAt))]);
  const statements = [...days].map((asOf) =>
    statementAsOf({ terms: claim.terms, entries, asOf, rates: INTEREST_RATES }),
  );
  const invoices = entries.flatMap((entry) => (entry.type === "principal" ? [entry.amount] : []));
  const owed = statements.flatMap(({ open, principal }) => [open, principal.total]);
  return [...owed, ...invoices].filter((cents) => cents > 0n);
}

/** Looks at all of them, the found one no shorter than the others. */
function holds(amounts: readonly Cents[], amount: Cents): boolean {
  const wanted = digest(amount);
  return amounts.reduce((found, known) => timingSafeEqual(digest(known), wanted) || found, false);
}

const digest = (amount: Cents): Buffer => createHash("sha256").update(amount.toString()).digest();
