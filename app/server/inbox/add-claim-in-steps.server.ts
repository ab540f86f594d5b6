import { createHash } from "node:crypto";
import type { LocalDate } from "#app/domain/calendar.ts";
import { type Cents, ZERO } from "#app/domain/money.ts";
import { err, ok } from "#app/domain/result.ts";
import type { Statement } from "#app/domain/statement.ts";
import type { CreditorGrant } from "#app/server/access/creditor-session.server.ts";
import { centsOf } from "#app/server/validation/cents-of.server.ts";
import { pathText } from "#app/server/validation/field-error.server.ts";
import type { ClaimBody } from "#app/server/claims/claim-body.server.ts";
import { claimFingerprint } from "#app/server/claims/claim-fingerprint.server.ts";
import { readClaimBody } from "#app/server/claims/read-claim-body.server.ts";
import { registerClaim } from "#app/server/claims/register-claim.server.ts";
import type { RegistrationRefusal } from "#app/server/claims/register-claims.server.ts";
import { derivedIdFrom } from "#app/server/platform/crypto/derived-id.server.ts";
import { isId } from "#app/server/platform/crypto/random-id.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { type ClaimFormFault, fieldOfPath } from "./claim-form-fault.server.ts";
import { changeInvoices, type ClaimAnswers, claimAnswersOf, readClaimForm } from "./read-claim-form.server.ts";
import { type Step, takeStep } from "./take-step.server.ts";

/** The claim as it would be: what its debtor would see, and what its creditor should think about. */
export type NewClaimCheck = {
  readonly claim: {
    readonly id: string;
    readonly reference: string;
    readonly description: string;
    readonly kind: "consumer" | "commercial";
    readonly status: "open";
    readonly interestType: "statutory" | "contractual" | "none";
    readonly noticeDeliveredOn: LocalDate | null;
    readonly invoices: readonly {
      readonly id: string;
      readonly number: string;
      readonly description: string;
      readonly issuedOn: LocalDate;
      readonly dueOn: LocalDate;
      readonly amount: Cents;
    }[];
    readonly statement: Statement;
    readonly interestPerDay: Cents;
    readonly pause: null;
  };
  readonly debtor: {
    readonly name: string;
    readonly reference: string | null;
    readonly email: string | null;
    readonly address: Readonly<Record<"street" | "houseNumber" | "postalCode" | "city" | "country", string>> | null;
    readonly language: string;
  };
  readonly warnings: readonly ClaimFormFault[];
};

type Added = {
  readonly step: Step<ClaimAnswers, NewClaimCheck & { readonly shown: string }, ClaimFormFault>;
  /** Under which the claim is there once the step is done. */
  readonly claimId: string | null;
};

/**
 * Takes a claim in that was typed, by the same intake as the API, after a page that shows what its debtor will see. Null for
 * a form that is none of ours.
 */
export async function addClaimInSteps(
  services: Services,
  { grant, form }: { grant: CreditorGrant; form: URLSearchParams },
): Promise<Added | null> {
  const answers = claimAnswersOf(form);
  if (!isId("frm", answers.formId)) return null;
  const act = form.get("act") ?? "";
  if (/^(add|remove-\d+)$/.test(act)) {
    return { step: { step: "form", answers: changeInvoices(answers, act), errors: [] }, claimId: null };
  }
  const { creditorId, userId } = grant;
  const body = readClaimForm(answers);
  // The same form with the same content is one claim; with another content, after going back, it is another.
  const claimId = body.ok ? claimIdOf(creditorId, answers, body.value) : null;
  const order = { creditorId, actor: `user:${userId}`, ...(claimId === null ? {} : { claimId }) };
  const step = await takeStep({
    form,
    answers,
    read: () => body,
    async check(ready) {
      const tried = await registerClaim(services, { ...order, body: ready, dryRun: true });
      if (!tried.ok) return err(faultsOf(tried.error, ready));
      // Its own claim is there while the same form is being sent twice at once; who only looks should know that it is.
      const isThere = tried.value.result === "unchanged" || (act !== "do" && tried.value.claimId !== null);
      if (isThere) return err([{ field: "reference", code: "already_there", allowed: null }]); // prettier-ignore
      const { statement, invoiceIds, warnings } = tried.value;
      const told = warnings.map(({ path, code, allowed }) => ({ field: fieldOfPath(pathText(path)), code, allowed }));
      const check = await checkOf(services, { creditorId, body: ready, statement, invoiceIds });
      return ok({ ...check, warnings: told, shown: shownOf(statement, told) });
    },
    async isDone() {
      return (await services.database.prisma.claim.count({ where: { id: claimId ?? "", creditorId } })) > 0;
    },
    async perform(ready) {
      const registered = await registerClaim(services, {
        ...order,
        ...(claimId === null ? {} : { claimId }),
        body: ready,
      });
      return registered.ok ? registered : err(faultsOf(registered.error, ready));
    },
  });
  return { step, claimId };
}

function claimIdOf(creditorId: string, { formId }: ClaimAnswers, body: ClaimBody): string {
  return derivedIdFrom("clm", {
    made: formId,
    text: `${creditorId} ${Buffer.from(claimFingerprint(body)).toString("hex")}`,
  });
}

function faultsOf(refusal: RegistrationRefusal, body: ClaimBody): ClaimFormFault[] {
  switch (refusal.kind) {
    case "against_the_rules":
      return refusal.problems.map(({ path, code, allowed }) => ({ field: fieldOfPath(pathText(path)), code, allowed }));
    case "reference_taken":
      return [{ field: "reference", code: refusal.kind, allowed: null }];
    case "invoice_already_charged":
      return body.invoices.flatMap(
        ({ number }, index) =>
        refusal.numbers.includes(number) ? [{ field: `number-${index + 1}` as const, code: refusal.kind, allowed: null }] : [], // prettier-ignore
      );
  }
}

type Tried = {
  readonly creditorId: string;
  readonly body: ClaimBody;
  readonly statement: Statement;
  readonly invoiceIds: readonly string[];
};

async function checkOf(
  services: Services,
  { creditorId, body, statement, invoiceIds }: Tried,
): Promise<Pick<NewClaimCheck, "claim" | "debtor">> {
  const creditor = await services.database.prisma.creditor.findUniqueOrThrow({
    where: { id: creditorId },
    select: { canDeductVat: true, waiveRemainderBelow: true, postalDays: true },
  });
  const { terms } = readClaimBody(body, creditor);
  const { collectionCosts } = terms;
  const { address, reference = null, email = null, language = "nl", name } = body.debtor;
  return {
    claim: {
      id: "",
      reference: body.reference,
      description: body.description ?? "",
      kind: body.kind,
      status: "open",
      interestType: terms.interest.type,
      noticeDeliveredOn: collectionCosts.type === "none" ? null : collectionCosts.noticeDeliveredOn,
      invoices: body.invoices.map((invoice, index) => ({
        id: invoiceIds[index] ?? "",
        number: invoice.number,
        description: invoice.description ?? "",
        issuedOn: invoice.issuedOn as LocalDate,
        dueOn: invoice.dueOn as LocalDate,
        amount: centsOf(invoice.amount),
      })),
      statement,
      interestPerDay: ZERO,
      pause: null,
    },
    debtor: { name, reference, email, language, address: address ? { ...address, houseNumber: address.houseNumber ?? "" } : null }, // prettier-ignore
  };
}

/** Names what the page showed: the amounts and what to think about. */
function shownOf({ asOf, open, costs }: Statement, warnings: readonly ClaimFormFault[]): string {
  const text = [asOf, open, costs.state, ...warnings.map(({ field, code }) => `${field} ${code}`)].join("\n");
  return createHash("sha256").update(text, "utf8").digest("base64url");
}
