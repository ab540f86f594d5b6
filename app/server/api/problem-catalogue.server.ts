import { INTAKE_RULES } from "#app/server/claims/intake-findings.server.ts";

/** Every way in which the API says no: the status, and what a developer is told where the answer says nothing closer. */
export const PROBLEMS = {
  unreadable_body: { status: 400, title: "The body cannot be read", detail: "Send one JSON object in UTF-8." },
  unreadable_header: { status: 400, title: "A header cannot be read", detail: "See `errors` for the header and its rule." }, // prettier-ignore
  unreadable_cursor: { status: 400, title: "The cursor cannot be read", detail: "Send `nextCursor` of the page before as it is, or leave `cursor` out for the first page." }, // prettier-ignore
  key_missing: { status: 401, title: "No API key", detail: "Send `Authorization: Bearer vk_…` with an API key." },
  key_invalid: {
    status: 401,
    title: "The API key is not valid",
    detail: "It is unknown, has expired, or was revoked.",
  },
  scope_missing: { status: 403, title: "The API key may not do this", detail: "Use a key that has the scope of this route." }, // prettier-ignore
  not_found: { status: 404, title: "Not found", detail: "There is no such object, or it is not yours." },
  route_not_found: {
    status: 404,
    title: "No such route",
    detail: "See /api for every route of this API.",
  },
  method_not_allowed: { status: 405, title: "Method not allowed", detail: "The `Allow` header names the methods of this route." }, // prettier-ignore
  idempotency_key_reused: { status: 409, title: "The Idempotency-Key was used for another request", detail: "Within 24 hours a key belongs to one method, path, query and body. Use a new key." }, // prettier-ignore
  request_in_progress: { status: 409, title: "The same request is being handled", detail: "Repeat it with the same Idempotency-Key after the seconds in `Retry-After`." }, // prettier-ignore
  reference_taken: {
    status: 409,
    title: "The reference is taken",
    detail: "You have another claim with this reference.",
  },
  invoice_already_charged: { status: 409, title: "An invoice was charged before", detail: "This debtor has these invoice numbers in another claim." }, // prettier-ignore
  payment_already_recorded: { status: 409, title: "The payment was recorded before", detail: "This claim has a payment with the same reference, amount and day." }, // prettier-ignore
  notice_already_set: { status: 409, title: "The notice has a day already", detail: "The day a notice was delivered is set once, because amounts follow from it." }, // prettier-ignore
  claim_not_open: { status: 409, title: "The claim is settled or closed", detail: "The terms of a settled or closed claim do not change." }, // prettier-ignore
  claim_not_paused: { status: 409, title: "The claim does not rest", detail: "Only a claim with a pause can be resumed." }, // prettier-ignore
  arrangement_not_possible: { status: 409, title: "Somebody decided before, or it has ended", detail: "See `detail` for what happened to the arrangement and how it stands." }, // prettier-ignore
  dispute_not_possible: { status: 409, title: "The dispute has ended", detail: "See `detail` for how it ended, and who decided." }, // prettier-ignore
  document_being_scanned: { status: 409, title: "The file is being scanned", detail: "Nobody gets it before a scanner has looked at it. Try again in a minute." }, // prettier-ignore
  payment_not_paid: { status: 409, title: "The payment was not paid", detail: "Only money that came in can be paid back." }, // prettier-ignore
  provider_off: { status: 409, title: "No payment provider", detail: "There is no key of a payment provider to pay back with." }, // prettier-ignore
  provider_refused: { status: 409, title: "The payment provider refused", detail: "Nothing was paid back. See the balance and the settings at your payment provider." }, // prettier-ignore
  newer_offer: { status: 409, title: "There is a newer offer", detail: "Look at the newest offer and decide on that one." }, // prettier-ignore
  arrangement_has_no_schedule: { status: 409, title: "There is no schedule to accept", detail: "Only a wish was sent: make a counter-offer with a schedule, or decline." }, // prettier-ignore
  nothing_open: { status: 409, title: "Nothing is open", detail: "The claims of the arrangement are paid or closed." },
  arrangement_open: { status: 409, title: "A claim has an arrangement already", detail: "At most one arrangement of a claim is proposed, offered or running." }, // prettier-ignore
  claim_not_arrangeable: { status: 409, title: "A claim takes no arrangement now", detail: "Only an open claim takes an arrangement." }, // prettier-ignore
  kid_taken: { status: 409, title: "The kid is taken", detail: "You have, or had, another key of this name. Give each key a name of its own." }, // prettier-ignore
  too_many_link_keys: { status: 409, title: "Too many keys", detail: "At most 10 keys live side by side. Take one back first." }, // prettier-ignore
  claim_paused: { status: 409, title: "The claim rests", detail: "Nobody is written to about a claim that is paused. Resume it first, or hand the link over yourself." }, // prettier-ignore
  claim_settled: { status: 409, title: "The claim is settled", detail: "Nothing is open any more, so nobody is written to about it. Hand a link over yourself with the channel `none` or `letter`." }, // prettier-ignore
  claim_closed: { status: 409, title: "The claim is closed", detail: "You closed it, so nobody is written to about it. Write to the debtor yourself; a claim that is still owed is taken in anew." }, // prettier-ignore
  no_endpoint: { status: 409, title: "No endpoint takes the event", detail: "No enabled endpoint asks for events of this type." }, // prettier-ignore
  endpoint_disabled: { status: 409, title: "The endpoint is disabled", detail: "Enable it before you send to it." },
  body_too_large: { status: 413, title: "The body is too large", detail: "Send less, or in parts." },
  media_type_not_supported: {
    status: 415,
    title: "The content type is not supported",
    detail: "Send application/json.",
  },
  file_not_supported: { status: 415, title: "A file is of another sort", detail: "Files are JPEG, PNG, WebP or PDF, whatever their names say." }, // prettier-ignore
  too_many_files: { status: 422, title: "Too many files", detail: "At most 10 files go along." },
  file_refused: { status: 422, title: "A file cannot be taken", detail: "It is damaged, opens only with a password, or has too many pages or pixels." }, // prettier-ignore
  file_infected: { status: 422, title: "A file is infected", detail: "The scanner found malware in it. Nothing was kept." }, // prettier-ignore
  validation_failed: {
    status: 422,
    title: "Some fields are not right",
    detail: "See `errors` for each field and its rule.",
  },
  amount_not_positive: { status: 422, title: "An amount is not above zero", detail: INTAKE_RULES.amount_not_positive },
  amount_too_large: { status: 422, title: "An amount is too large", detail: INTAKE_RULES.amount_too_large },
  currency_not_eur: { status: 422, title: "The currency is not the euro", detail: "Only EUR is allowed." },
  invoices_missing: { status: 422, title: "No invoices", detail: INTAKE_RULES.invoices_missing },
  due_before_issued: { status: 422, title: "An invoice is due before it was issued", detail: INTAKE_RULES.due_before_issued }, // prettier-ignore
  duplicate_invoice_number: { status: 422, title: "An invoice number comes twice", detail: INTAKE_RULES.duplicate_invoice_number }, // prettier-ignore
  costs_negative: { status: 422, title: "The collection costs are negative", detail: INTAKE_RULES.costs_negative },
  costs_exceed_legal_maximum: { status: 422, title: "The collection costs exceed the legal maximum", detail: INTAKE_RULES.costs_exceed_legal_maximum }, // prettier-ignore
  costs_before_notice_term: { status: 422, title: "The collection costs are asked without a notice", detail: INTAKE_RULES.costs_before_notice_term }, // prettier-ignore
  vat_not_allowed: { status: 422, title: "VAT may not be asked", detail: INTAKE_RULES.vat_not_allowed }, // prettier-ignore
  received_in_future: { status: 422, title: "The payment is dated in the future", detail: "`receivedOn` is today or earlier." }, // prettier-ignore
  received_before_first_invoice: { status: 422, title: "The payment is older than the claim", detail: "`receivedOn` is the day of issue of the first invoice or later." }, // prettier-ignore
  credit_exceeds_principal: { status: 422, title: "The credit is more than what was charged", detail: "At most the principal that was not credited before can be credited." }, // prettier-ignore
  invoice_not_found: { status: 422, title: "The claim has no such invoice", detail: "Name an invoice of this claim by its id or by `ref:` and its number." }, // prettier-ignore
  claim_not_found: { status: 422, title: "There is no such claim", detail: "Name claims of your own by their id or by `ref:` and your reference." }, // prettier-ignore
  several_debtors: { status: 422, title: "The claims have several debtors", detail: "An arrangement holds claims of one debtor." }, // prettier-ignore
  credit_required: { status: 422, title: "A dispute that is partly upheld takes something off", detail: "Say in `credit` how much." }, // prettier-ignore
  credit_not_allowed: { status: 422, title: "A dispute that is rejected takes nothing off", detail: "Leave `credit` out, or uphold it in part." }, // prettier-ignore
  credit_exceeds_disputed: { status: 422, title: "More than was disputed", detail: "A decision takes off what was disputed at most; `POST /claims/{claim}/credits` takes off more." }, // prettier-ignore
  refund_exceeds_payment: { status: 422, title: "More than is left of the payment", detail: "At most what came in can go back, less what went back before." }, // prettier-ignore
  schedule_refused: { status: 422, title: "The schedule is not right", detail: "See `errors` for each instalment and for the total it has to add up to." }, // prettier-ignore
  valid_until_past: {
    status: 422,
    title: "The offer would have ended already",
    detail: "`validUntil` is today or later.",
  },
  until_in_past: { status: 422, title: "The pause would have ended already", detail: "`until` is today or later." }, // prettier-ignore
  as_of_out_of_range: { status: 422, title: "The day is out of range", detail: "Statements reach from 1900 to ten years from today." }, // prettier-ignore
  private_key_refused: { status: 422, title: "This is a private key", detail: "Send the public half only. Somebody else saw this private key now: make a new pair." }, // prettier-ignore
  key_not_supported: { status: 422, title: "The key cannot be used", detail: "A key is Ed25519, P-256, or RSA of 2,048 to 4,096 bits." }, // prettier-ignore
  too_many_claims: { status: 422, title: "Too many claims at once", detail: "At most 10,000 links are made at once. Take fewer claims." }, // prettier-ignore
  no_email_address: { status: 422, title: "There is no e-mail address", detail: "The debtor of this claim has none. Nothing was sent." }, // prettier-ignore
  no_phone_number: { status: 422, title: "There is no phone number", detail: "The debtor of this claim has none. Nothing was sent." }, // prettier-ignore
  address_stopped: { status: 422, title: "Nobody there knows the debtor", detail: "Somebody at this address or number said that it is not for them. Nothing was sent. Correct it first." }, // prettier-ignore
  sms_off: { status: 422, title: "Text messages are off", detail: "This portal has no provider of text messages. Nothing was sent." }, // prettier-ignore
  expiry_out_of_range: { status: 422, title: "The expiry is out of range", detail: "It lies in the future, within the longest life of a link." }, // prettier-ignore
  url_refused: { status: 422, title: "The address of the endpoint is refused", detail: "Use a public https address." },
  too_many_requests: { status: 429, title: "Too many requests", detail: "Go on after the seconds in `Retry-After`." },
  internal_error: { status: 500, title: "Something went wrong on our side", detail: "Try again; with the same Idempotency-Key nothing happens twice." }, // prettier-ignore
} as const satisfies Record<string, { status: number; title: string; detail: string }>;

export type ProblemCode = keyof typeof PROBLEMS;

export function isProblemCode(text: string): text is ProblemCode {
  return Object.hasOwn(PROBLEMS, text);
}
