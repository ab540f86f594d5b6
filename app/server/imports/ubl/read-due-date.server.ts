import { addDays, type LocalDate } from "#app/domain/calendar.ts";
import { noteError, noteWarning } from "./note-finding.server.ts";
import { readDay } from "./read-day.server.ts";
import { readPaymentTerm } from "./read-payment-term.server.ts";
import { elementsAt, plainText } from "./ubl-path.server.ts";
import type { UblFindings } from "./ubl-reading.server.ts";
import type { XmlElement } from "./xml-element.server.ts";

const NOTE = "cac:PaymentTerms/cbc:Note";
const DATES = ["cbc:DueDate", "cac:PaymentMeans/cbc:PaymentDueDate", "cac:PaymentTerms/cbc:PaymentDueDate"];

/** What the law gives traders who agreed nothing (BW 6:119a), given here to consumers too. */
const ASSUMED_TERM_DAYS = 30;

/**
 * The last day to pay without being late: the due date that the invoice states (of several the latest), else the term in
 * its payment terms, else 30 days after issue, each but the first with a warning. Undefined, with an error noted, where
 * a stated date is no day or lies before the issue.
 */
export function readDueDate(input: {
  root: XmlElement;
  issuedOn: LocalDate;
  findings: UblFindings;
}): LocalDate | undefined {
  const { root, issuedOn, findings } = input;
  for (const field of DATES) {
    const elements = elementsAt(root, field).filter((element) => plainText(element) !== "");
    if (elements.length === 0) continue;
    const days = elements.map((element) => readDay({ root, field, element, findings }));
    const latest = days.reduce((left, right) => (left && right && right > left ? right : left));
    if (days.includes(undefined) || !latest) return undefined;
    if (latest >= issuedOn) return latest;
    noteError(findings, { root, field, code: "due_before_issue", message: "The due date lies before the issue date." });
    return undefined;
  }
  for (const element of elementsAt(root, NOTE)) {
    const term = readPaymentTerm(plainText(element));
    if (term === null) continue;
    const message = `There is no due date; ${term} days is taken from the payment terms.`;
    noteWarning(findings, { root, field: NOTE, element, code: "due_date_from_terms", message });
    return addDays(issuedOn, term);
  }
  const message = `There is no due date and no payment term that can be read; ${ASSUMED_TERM_DAYS} days is assumed.`;
  noteWarning(findings, { root, field: "cbc:DueDate", code: "due_date_assumed", message });
  return addDays(issuedOn, ASSUMED_TERM_DAYS);
}
