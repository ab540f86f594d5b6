import { PAY_FIELDS } from "./pay-errors.ts";
import type { PayAnswers } from "./pay-options.ts";

/** What the address of a page of paying says: which claim, what of it was asked, and what was chosen there, where it says so. */
export type PayAddress = {
  readonly claim: string | null;
  /** The number of an instalment, or `behind`. */
  readonly instalment: string | null;
  /** Null: what the page proposes by itself. */
  readonly answers: PayAnswers | null;
};

/** No amount needs more room to be typed. */
const LONGEST_AMOUNT = 40;

export function readPayAddress(query: URLSearchParams): PayAddress {
  const answers = query.has(PAY_FIELDS.choice) ? readPayAnswers(query) : null;
  return { claim: query.get("claim"), instalment: query.get("instalment"), answers };
}

/** Of a form, or of an address that carries what a form said. */
export function readPayAnswers(fields: URLSearchParams): PayAnswers {
  return {
    amount: fields.get(PAY_FIELDS.choice) ?? "",
    part: (fields.get(PAY_FIELDS.part) ?? "").slice(0, LONGEST_AMOUNT),
    chosen: fields.getAll(PAY_FIELDS.chosen),
  };
}

/** A page of paying with the same claim and choice. Only what belongs to the choice goes along. */
export function payAddress(path: string, { claim, instalment, answers }: PayAddress): string {
  const query = new URLSearchParams([
    ...(claim === null ? [] : [["claim", claim]]),
    ...(instalment === null ? [] : [["instalment", instalment]]),
    ...(answers === null ? [] : fieldsOf(answers)),
  ]);
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}

function fieldsOf({ amount, part, chosen }: PayAnswers): string[][] {
  const own = amount === "part" ? [[PAY_FIELDS.part, part]] : amount === "chosen" ? chosen.map((id) => [PAY_FIELDS.chosen, id]) : []; // prettier-ignore
  return [[PAY_FIELDS.choice, amount], ...own];
}
