import { err, ok, type Result } from "#app/domain/result.ts";
import { schemaErrors } from "#app/server/validation/schema-errors.server.ts";
import { type ClaimBody, claimBodySchema } from "#app/server/claims/claim-body.server.ts";
import { type CellResult, readAmountCell } from "#app/server/imports/csv/csv-values.server.ts";
import { type ClaimFormFault, type ClaimFormField, fieldOfPath } from "./claim-form-fault.server.ts";
import { readDay, typedIn } from "./read-typed.server.ts";

const CLAIM_FIELDS = ["debtorType", "name", "customerNumber", "email", "street", "houseNumber", "postalCode", "city", "country", "language", "reference", "description", "interest", "costs", "notice", "noticeOn"] as const; // prettier-ignore

const INVOICE_FIELDS = ["number", "issuedOn", "dueOn", "amount", "description"] as const;

/** What was typed or chosen of a claim, word for word. */
export type ClaimAnswers = Readonly<Record<(typeof CLAIM_FIELDS)[number], string>> & {
  readonly formId: string;
  readonly invoices: readonly TypedInvoice[];
};

export type TypedInvoice = Readonly<Record<(typeof INVOICE_FIELDS)[number], string>>;

/** More than anybody types; a file holds the others. */
export const MOST_TYPED_INVOICES = 20;

const EMPTY_INVOICE: TypedInvoice = { number: "", issuedOn: "", dueOn: "", amount: "", description: "" };

/** The form before anybody typed. What the law allows is asked, as by API. */
export function firstClaimAnswers(formId: string): ClaimAnswers {
  const empty = typedIn(new URLSearchParams(), CLAIM_FIELDS);
  const chosen = { debtorType: "person", country: "NL", language: "nl", interest: "statutory", costs: "statutory", notice: "none" }; // prettier-ignore
  return { ...empty, ...chosen, formId, invoices: [EMPTY_INVOICE] };
}

/** The fields of invoices are numbered from 1. */
export function claimAnswersOf(form: URLSearchParams): ClaimAnswers {
  const invoices: TypedInvoice[] = [];
  for (let row = 1; row <= MOST_TYPED_INVOICES && form.has(`number-${row}`); row += 1) {
    const typed = INVOICE_FIELDS.map((field) => [field, (form.get(`${field}-${row}`) ?? "").slice(0, 1_000)]);
    invoices.push(Object.fromEntries(typed) as TypedInvoice);
  }
  return { ...typedIn(form, CLAIM_FIELDS), formId: form.get("formId") ?? "", invoices: invoices.length > 0 ? invoices : [EMPTY_INVOICE] }; // prettier-ignore
}

/** `add`: room for one invoice more. `remove-2`: without the second. Anything else: as they are. */
export function changeInvoices(answers: ClaimAnswers, act: string): ClaimAnswers {
  const { invoices } = answers;
  const [, removed] = /^remove-(\d{1,2})$/.exec(act) ?? [];
  if (removed !== undefined) {
    const kept = invoices.filter((_invoice, index) => index + 1 !== Number(removed));
    return { ...answers, invoices: kept.length > 0 ? kept : [EMPTY_INVOICE] };
  }
  if (act !== "add" || invoices.length >= MOST_TYPED_INVOICES) return answers;
  return { ...answers, invoices: [...invoices, EMPTY_INVOICE] };
}

/** The claim that was typed, by the schema that the API has; or everything that is wrong with it, by field. */
export function readClaimForm(answers: ClaimAnswers): Result<ClaimBody, readonly ClaimFormFault[]> {
  const faults: ClaimFormFault[] = [];
  function take(field: ClaimFormField, read: CellResult): string | undefined {
    if (read.ok) return read.value;
    faults.push({ field, code: read.error.code, allowed: null });
    return undefined;
  }
  const parsed = claimBodySchema.safeParse(bodyOf(answers, take), { reportInput: true });
  if (parsed.success && faults.length === 0) return ok(parsed.data);
  const told = new Set<string>(faults.map(({ field }) => field));
  const byRules = (parsed.success ? [] : schemaErrors(parsed.error))
    .map(({ path, code }) => ({ field: fieldOfPath(path), code, allowed: null }))
    // What could not be read is not there for the schema either.
    .filter(({ field }) => !told.has(field));
  return err([...faults, ...byRules]);
}

type Take = (field: ClaimFormField, read: CellResult) => string | undefined;

function bodyOf(answers: ClaimAnswers, take: Take) {
  const isCompany = answers.debtorType === "company";
  const [first] = answers.invoices;
  return withoutNothing({
    reference: text(answers.reference) ?? text(first?.number ?? ""),
    kind: isCompany ? "commercial" : "consumer",
    description: text(answers.description),
    debtor: {
      reference: text(answers.customerNumber),
      type: isCompany ? "company" : "person",
      name: text(answers.name),
      email: text(answers.email),
      language: text(answers.language),
      address: addressOf(answers),
    },
    invoices: answers.invoices.map((invoice, index) => invoiceOf(invoice, { number: index + 1, take })),
    interest: { type: answers.interest === "none" ? "none" : "statutory" },
    collectionCosts: costsOf(answers, take),
  });
}

function addressOf({ street, houseNumber, postalCode, city, country }: ClaimAnswers) {
  const typed = [street, houseNumber, postalCode, city].some((line) => line.trim() !== "");
  if (!typed) return undefined;
  return { street: text(street), houseNumber: text(houseNumber), postalCode: text(postalCode)?.toUpperCase(), city: text(city), country: text(country) }; // prettier-ignore
}

function invoiceOf(invoice: TypedInvoice, { number, take }: { number: number; take: Take }) {
  const value = invoice.amount.trim() === "" ? undefined : take(`amount-${number}`, readAmountCell(invoice.amount.trim())); // prettier-ignore
  return {
    number: text(invoice.number),
    issuedOn: dayOf(invoice.issuedOn, (read) => take(`issuedOn-${number}`, read)),
    dueOn: dayOf(invoice.dueOn, (read) => take(`dueOn-${number}`, read)),
    amount: value === undefined ? undefined : { currency: "EUR", value },
    description: text(invoice.description),
  };
}

/** The notice matters only where costs are asked. */
function costsOf({ costs, notice, noticeOn }: ClaimAnswers, take: Take) {
  if (costs === "none") return { type: "none" };
  if (notice !== "post" && notice !== "delivered") return { type: "statutory" };
  const day = readDay(noticeOn);
  const on = take("noticeOn", day.ok ? day : err({ code: day.error === "missing" ? "required" : day.error, message: "" })); // prettier-ignore
  return { type: "statutory", ...(notice === "post" ? { noticeSentOn: on } : { noticeDeliveredOn: on }) };
}

function dayOf(typed: string, take: (read: CellResult) => string | undefined): string | undefined {
  const day = readDay(typed);
  if (day.ok) return day.value;
  return day.error === "missing" ? undefined : take(err({ code: day.error, message: "" }));
}

const text = (typed: string): string | undefined => typed.trim() || undefined;

/** Without fields that have no value: schemas take them for given. */
function withoutNothing(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNothing);
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(fields.map(([name, field]) => [name, withoutNothing(field)]));
}
