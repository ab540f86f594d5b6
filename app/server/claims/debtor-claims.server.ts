import type { AppLoadContext } from "@remix-run/node";
import type { LocalDate } from "#app/domain/calendar.ts";
import type { ClaimStatus } from "#app/domain/claim.ts";
import { isPrivateReason, type PauseReason } from "#app/domain/pause.ts";
import { type DisputeScope, sharesNow } from "#app/domain/dispute/scope.ts";
import { INTEREST_RATES } from "#app/domain/law/interest-rates.ts";
import { inLedgerOrder } from "#app/domain/ledger.ts";
import { asCents, type Cents } from "#app/domain/money.ts";
import { type Statement, statementWithNextDay } from "#app/domain/statement.ts";
import {
  admitHelper,
  HELPER_COLUMN,
  HELPER_HOLDS,
  type SessionHelper,
} from "#app/server/access/helper-access.server.ts";
import { hashSecret } from "#app/server/platform/crypto/secret-hash.server.ts";
import { type Hold, toTerms } from "./claim-record.server.ts";
import { type LedgerRow, toEntry } from "./ledger-store.server.ts";

export type DebtorInvoice = {
  readonly id: string;
  readonly number: string;
  readonly description: string;
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly amount: Cents;
};

export type DebtorClaim = {
  readonly id: string;
  readonly reference: string;
  readonly description: string;
  readonly kind: "consumer" | "commercial";
  readonly status: ClaimStatus;
  readonly paymentReference: string;
  readonly interestType: "statutory" | "contractual" | "none";
  readonly noticeDeliveredOn: LocalDate | null;
  readonly invoices: readonly DebtorInvoice[];
  readonly statement: Statement;
  /** What tomorrow adds. */
  readonly interestPerDay: Cents;
  /** Why it rests, and until which day, included; without a day until somebody ends it. Null for who may not read why. */
  readonly pause: { readonly reason: PauseReason; readonly untilOn: LocalDate | null } | null;
  /** The dispute that runs. */
  readonly dispute: DisputeOfClaim | null;
};

export type DisputeOfClaim = {
  readonly id: string;
  readonly status: "open" | "awaiting_debtor";
  readonly answerBefore: LocalDate;
  /** Invoices that are disputed by name. */
  readonly invoiceIds: readonly string[];
  readonly disputed: Cents;
  /** What can be paid without the disputed part. */
  readonly undisputed: Cents;
};

export type CreditorDetails = {
  readonly id: string;
  readonly name: string;
  readonly iban: string;
  readonly accountHolder: string;
  readonly minimumPartPayment: Cents;
  readonly mollieApiKey: string | null;
  readonly contact: { address?: string; phone?: string; email?: string; website?: string };
  readonly collector: {
    name: string;
    registerNumber?: string;
    address?: string;
    phone?: string;
    email?: string;
  } | null;
  readonly complaints: { text?: string; email?: string; url?: string; outsideBody?: { name: string; url: string } };
  readonly brandColour: string | null;
  readonly logoId: string | null;
  readonly formOfAddress: string;
};

export type DebtorClaims = {
  readonly session: { id: string; creditorId: string; debtorId: string; claimId: string; linkId: string };
  /** Somebody who helps the debtor; null: the debtor. */
  readonly helper: SessionHelper | null;
  /** As the creditor or the debtor said; null: nobody did. */
  readonly language: string | null;
  readonly creditor: CreditorDetails;
  /** All claims of this debtor with this creditor, oldest first. */
  readonly claims: readonly DebtorClaim[];
  readonly openPayment: {
    id: string;
    amount: Cents;
    collected: boolean;
    claimIds: readonly string[];
    createdAt: Date;
  } | null;
};

/**
 * Everything a debtor's page needs to know about amounts, in one query in the session's name. Null when the session
 * ended, ran out, or its link was revoked. Throws when it is of somebody who helps the debtor and may not do this.
 */
export async function loadDebtorClaims(context: AppLoadContext): Promise<DebtorClaims | null> {
  const { app, sessionToken: token } = context;
  if (token === null) return null;
  const { rows } = await app.database.pool.query<DebtorClaimsRow>({
    name: "debtor-claims",
    text: DEBTOR_CLAIMS_QUERY,
    values: [hashSecret(token), app.clock.now()],
  });
  return rows[0] ? debtorClaimsOf(rows[0], context) : null;
}

export function debtorClaimsOf(row: DebtorClaimsRow, context: AppLoadContext): DebtorClaims {
  context.formOfAddress = row.creditor.formOfAddress;
  admitHelper(context, row.helper);
  const today = context.app.clock.today();
  const { minimumPartPayment, canDeductVat, ...creditor } = row.creditor;
  const settings = { canDeductVat };
  const claims = (row.claims ?? []).map((claim) => toClaim(claim, settings, today));
  return {
    session: row.session,
    helper: row.helper,
    language: row.language,
    creditor: { ...creditor, minimumPartPayment: asCents(BigInt(minimumPartPayment)) },
    claims: row.helper === null ? claims : claims.map(withoutPrivateReason),
    openPayment: row.openPayment && {
      ...row.openPayment,
      amount: asCents(BigInt(row.openPayment.amount)),
      createdAt: new Date(row.openPayment.createdAt),
    },
  };
}

function withoutPrivateReason(claim: DebtorClaim): DebtorClaim {
  return claim.pause && isPrivateReason(claim.pause.reason) ? { ...claim, pause: null } : claim;
}

function toClaim(row: ClaimRow, creditor: { canDeductVat: boolean }, today: LocalDate): DebtorClaim {
  const invoices = row.invoices.map((invoice) => ({ ...invoice, amount: asCents(BigInt(invoice.amount)) }));
  const dates = new Map(invoices.map((invoice) => [invoice.id, invoice]));
  const fixedCosts = row.fixedCosts === null ? null : BigInt(row.fixedCosts);
  const noticeDeliveredOn = row.noticeDeliveredOn === null ? null : new Date(`${row.noticeDeliveredOn}T00:00:00Z`);
  const terms = toTerms(
    {
      ...row,
      fixedCosts,
      noticeDeliveredOn,
      waiveRemainderBelow: BigInt(row.waiveRemainderBelow),
      holds: row.holds.map(toHold),
    },
    creditor,
  );
  const entries = inLedgerOrder(row.entries.map((entry) => toEntry({ ...entry, amount: BigInt(entry.amount) }, dates)));
  const input = { terms, entries, asOf: today, rates: INTEREST_RATES };
  const { statement, interestOfNextDay } = statementWithNextDay(input);
  const { id, reference, description, kind, status, paymentReference, interestType } = row;
  return {
    id,
    reference,
    description,
    kind,
    status,
    paymentReference,
    interestType,
    noticeDeliveredOn: row.noticeDeliveredOn,
    invoices,
    statement,
    interestPerDay: interestOfNextDay,
    pause: row.pause,
    dispute: row.dispute && toDisputeOfClaim(row.dispute, statement),
  };
}

const toHold = ({ kind, fromOn, toOn }: HoldRow): Hold => ({ kind, period: { from: fromOn, to: toOn } });

type DisputeRow = Pick<DisputeOfClaim, "id" | "status" | "answerBefore"> & {
  amount: string;
  scope: { kind: DisputeScope["kind"]; invoices?: string[] };
};

function toDisputeOfClaim({ amount, scope, ...dispute }: DisputeRow, statement: Statement): DisputeOfClaim {
  const shares = sharesNow(statement, { kind: scope.kind, amount: asCents(BigInt(amount)) });
  return { ...dispute, ...shares, invoiceIds: scope.invoices ?? [] };
}

type HoldRow = { kind: Hold["kind"]; fromOn: LocalDate; toOn: LocalDate | null };

type ClaimRow = {
  id: string;
  reference: string;
  description: string;
  kind: "consumer" | "commercial";
  status: ClaimStatus;
  paymentReference: string;
  interestType: "statutory" | "contractual" | "none";
  interestRate: string | null;
  costsType: "statutory" | "fixed" | "none";
  fixedCosts: string | null;
  waiveRemainderBelow: string;
  noticeDeliveredOn: LocalDate | null;
  pause: DebtorClaim["pause"];
  dispute: DisputeRow | null;
  holds: HoldRow[];
  invoices: (Omit<DebtorInvoice, "amount"> & { amount: string })[];
  entries: (Omit<LedgerRow, "amount"> & { amount: string })[];
};

/** What `debtorClaimsQuery` answers. */
export type DebtorClaimsRow = {
  session: DebtorClaims["session"];
  helper: SessionHelper | null;
  language: string | null;
  creditor: Omit<CreditorDetails, "minimumPartPayment"> & {
    minimumPartPayment: string;
    canDeductVat: boolean;
  };
  claims: ClaimRow[] | null;
  openPayment: { id: string; amount: string; collected: boolean; claimIds: string[]; createdAt: string } | null;
};

const COLUMNS = `
  json_build_object('id', s.id, 'creditorId', s.creditor_id, 'debtorId', s.debtor_id, 'claimId', s.claim_id, 'linkId', s.link_id) AS session,
  ${HELPER_COLUMN},
  CASE WHEN d.language_given THEN d.language END AS language,
  json_build_object(
    'id', cr.id, 'name', cr.name, 'iban', cr.iban, 'accountHolder', cr.account_holder, 'mollieApiKey', cr.mollie_api_key,
    'minimumPartPayment', cr.minimum_part_payment::text, 'canDeductVat', cr.can_deduct_vat,
    'contact', cr.contact, 'collector', cr.collector, 'complaints', cr.complaints,
    'brandColour', cr.brand_colour, 'logoId', cr.logo_id, 'formOfAddress', cr.form_of_address) AS creditor,
  (SELECT json_agg(json_build_object(
      'id', c.id, 'reference', c.reference, 'description', c.description, 'kind', c.kind, 'status', c.status,
      'paymentReference', c.payment_reference, 'interestType', c.interest_type, 'interestRate', c.interest_rate,
      'costsType', c.costs_type, 'fixedCosts', c.fixed_costs::text, 'waiveRemainderBelow', c.waive_remainder_below::text, 'noticeDeliveredOn', c.notice_delivered_on,
      'pause', (SELECT json_build_object('reason', pa.reason, 'untilOn', pa.until_on)
        FROM pause pa WHERE pa.claim_id = c.id AND pa.creditor_id = c.creditor_id AND pa.ended_at IS NULL),
      'dispute', (SELECT json_build_object('id', di.id, 'status', di.status, 'answerBefore', di.answer_before, 'amount', di.amount::text, 'scope', di.scope)
        FROM dispute di WHERE di.claim_id = c.id AND di.creditor_id = c.creditor_id AND di.ended_at IS NULL),
      'holds', (SELECT coalesce(json_agg(json_build_object('kind', h.kind, 'fromOn', h.from_on, 'toOn', h.to_on)), '[]')
        FROM claim_hold h WHERE h.claim_id = c.id),
      'invoices', (SELECT coalesce(json_agg(json_build_object(
          'id', i.id, 'number', i.number, 'description', i.description, 'issuedOn', i.issued_on, 'dueOn', i.due_on,
          'amount', i.amount::text) ORDER BY i.due_on, i.id), '[]')
        FROM invoice i WHERE i.claim_id = c.id),
      'entries', (SELECT coalesce(json_agg(json_build_object(
          'type', e.type, 'factKey', e.fact_key, 'valueDate', e.value_date, 'sequence', e.sequence,
          'amount', e.amount::text, 'invoiceId', e.invoice_id, 'undoes', e.undoes, 'designation', e.designation, 'unasked', e.unasked,
          'via', CASE WHEN EXISTS (SELECT FROM ledger_posting p WHERE p.entry_id = e.id AND p.account = 'bank')
            THEN 'bank' ELSE 'provider' END)), '[]')
        FROM ledger_entry e WHERE e.claim_id = c.id)
    ) ORDER BY c.created_at, c.id)
    FROM claim c WHERE c.creditor_id = s.creditor_id AND c.debtor_id = s.debtor_id) AS claims,
  (SELECT json_build_object('id', p.id, 'amount', p.amount::text, 'createdAt', p.created_at, 'collected', p.sequence = 'recurring',
      'claimIds', json_agg(pp.claim_id ORDER BY pp.claim_id))
    FROM payment p JOIN payment_part pp ON pp.payment_id = p.id AND pp.open
    WHERE p.creditor_id = s.creditor_id AND p.debtor_id = s.debtor_id
    GROUP BY p.id ORDER BY p.created_at DESC LIMIT 1) AS "openPayment"`;

const IN_THE_NAME_OF_THE_SESSION = `
FROM debtor_session s
JOIN link l ON l.id = s.link_id AND l.revoked_at IS NULL
JOIN debtor d ON d.id = s.debtor_id
JOIN creditor cr ON cr.id = s.creditor_id
WHERE s.token_hash = $1 AND s.ended_at IS NULL AND s.expires_at > $2 AND ${HELPER_HOLDS}`;

/** The query of a debtor's page: `$1` the hash of the session's token, `$2` the time, and what else the page shows. */
export const debtorClaimsQuery = (alsoShown: readonly string[] = []): string =>
  `SELECT ${[COLUMNS, ...alsoShown].join(",")} ${IN_THE_NAME_OF_THE_SESSION}`;

const DEBTOR_CLAIMS_QUERY = debtorClaimsQuery();
