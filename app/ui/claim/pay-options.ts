import type { LocalDate } from "#app/domain/calendar.ts";
import type { Cents } from "#app/domain/money.ts";

/** What can be paid now. `part` and `chosen` are null where there is nothing to choose. */
export type PayOptions = {
  readonly all: Cents;
  /** What is not disputed, where a part is. */
  readonly undisputed: Cents | null;
  /** What is to be paid next in a running plan. */
  readonly instalment: { readonly dueOn: LocalDate; readonly amount: Cents } | null;
  readonly part: { readonly minimum: Cents; readonly maximum: Cents } | null;
  readonly chosen: {
    readonly of: "invoices" | "claims";
    /** `name`: the number of an invoice or the description of a claim. */
    readonly items: readonly { readonly id: string; readonly name: string; readonly amount: Cents }[];
    /** Part of the amount of each, and asked once: the open costs, which go first. */
    readonly once: Cents;
    /** Less is not taken at once. */
    readonly minimum: Cents;
    /** What all of them ask together. */
    readonly most: Cents;
  } | null;
  /** Zero when nothing is added to what stays open. */
  readonly interestPerDay: Cents;
};

/** What was filled in before, kept when the form comes back. */
export type PayAnswers = { readonly amount: string; readonly part: string; readonly chosen: readonly string[] };

export const FIRST_ANSWERS: PayAnswers = { amount: "all", part: "", chosen: [] };

/** The instalment is an answer of its own as long as it is not all that is left. */
export function offeredInstalment({ instalment, all }: PayOptions): PayOptions["instalment"] {
  return instalment !== null && instalment.amount < all ? instalment : null;
}

/** What is chosen before anything is answered: what a plan asks next, else what nobody disputes, else all of it. */
export function firstAnswers(options: PayOptions): PayAnswers {
  if (offeredInstalment(options) !== null) return { ...FIRST_ANSWERS, amount: "instalment" };
  const disputed = options.instalment === null && options.undisputed !== null;
  return disputed ? { ...FIRST_ANSWERS, amount: "undisputed" } : FIRST_ANSWERS;
}
