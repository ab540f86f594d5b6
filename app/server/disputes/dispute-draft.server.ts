import { z } from "zod";
import type { DisputeScope } from "#app/domain/dispute/scope.ts";
import { DISPUTE_GROUNDS, type DisputeGround } from "#app/domain/dispute/grounds.ts";
import { parseLocalDate } from "#app/domain/calendar.ts";
import { parseDecimal, toDecimal } from "#app/domain/money.ts";
import type { Services } from "#app/server/services.server.ts";
import type { DisputeAnswers } from "./dispute-record.server.ts";

/** What was answered so far on the way to a dispute; null where nothing was answered yet. */
export type DisputeDraft = {
  readonly claimId: string;
  readonly ground: DisputeGround;
  /** Of who says to have paid already. */
  readonly paid: DisputeAnswers | null;
  /** The payment was looked for, and is not one that the creditor already has. */
  readonly paidSearched: boolean;
  readonly scope: DisputeScope | null;
  readonly text: string | null;
};

const FORM = "dispute";

type InSession = { readonly sessionId: string };

/** What this session filled in so far; null when it did not begin, or began in a form that is no longer read. */
export async function loadDisputeDraft(services: Services, { sessionId }: InSession): Promise<DisputeDraft | null> {
  const row = await services.database.prisma.formDraft.findUnique({
    where: { sessionId_form: { sessionId, form: FORM } },
    select: { answers: true },
  });
  return row ? readDisputeDraft(row.answers) : null;
}

export async function saveDisputeDraft(
  services: Services,
  { sessionId, draft }: InSession & { readonly draft: DisputeDraft },
): Promise<void> {
  const written = { answers: disputeDraftJson(draft), updatedAt: services.clock.now() };
  await services.database.prisma.formDraft.upsert({
    where: { sessionId_form: { sessionId, form: FORM } },
    create: { sessionId, form: FORM, ...written },
    update: written,
  });
}

export async function clearDisputeDraft(services: Services, { sessionId }: InSession): Promise<void> {
  await services.database.prisma.formDraft.deleteMany({ where: { sessionId, form: FORM } });
}

/** A draft as it is stored, or null when it was stored in a form that is no longer read. */
export function readDisputeDraft(stored: unknown): DisputeDraft | null {
  return DRAFT.safeParse(stored).data ?? null;
}

/** Amounts as in the API: `"25.00"`. */
export function disputeDraftJson({ claimId, ground, paid, paidSearched, scope, text }: DisputeDraft) {
  const { paidAmount, ...answers } = paid ?? {};
  return {
    claimId,
    ground,
    paid: paid && { ...answers, ...(paidAmount === undefined ? {} : { paidAmount: toDecimal(paidAmount) }) },
    paidSearched,
    scope: scope && scopeJson(scope),
    text,
  };
}

function scopeJson(scope: DisputeScope) {
  switch (scope.kind) {
    case "whole":
      return { kind: scope.kind };
    case "parts":
      return { ...scope, invoices: [...scope.invoices] };
    case "amount":
      return { kind: scope.kind, amount: toDecimal(scope.amount) };
  }
}

const AMOUNT = z.string().transform((text, context) => {
  const parsed = parseDecimal(text);
  if (parsed.ok && parsed.value >= 0n) return parsed.value;
  context.addIssue({ code: "custom", message: "no amount" });
  return z.NEVER;
});

const DAY = z.string().transform((text, context) => {
  const parsed = parseLocalDate(text);
  if (parsed.ok) return parsed.value;
  context.addIssue({ code: "custom", message: "no day" });
  return z.NEVER;
});

const SCOPE = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("whole") }),
  z.object({ kind: z.literal("parts"), invoices: z.array(z.string()), interest: z.boolean(), costs: z.boolean() }),
  z.object({ kind: z.literal("amount"), amount: AMOUNT }),
]);

const PAID = z.object({
  paidOn: DAY.exactOptional(),
  paidAmount: AMOUNT.exactOptional(),
  fromAccount: z.string().exactOptional(),
  toAccount: z.string().exactOptional(),
});

const DRAFT: z.ZodType<DisputeDraft> = z.object({
  claimId: z.string().min(1),
  ground: z.enum(DISPUTE_GROUNDS),
  paid: PAID.nullable(),
  paidSearched: z.boolean(),
  scope: SCOPE.nullable(),
  text: z.string().nullable(),
});
