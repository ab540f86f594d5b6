import { type Cents, ZERO } from "#app/domain/money.ts";
import type { Translator } from "#app/i18n/translator.ts";
import { errorAt } from "#app/ui/forms/error-at.ts";
import type { FormError } from "#app/ui/forms/error-summary.tsx";
import { Field } from "#app/ui/forms/field.tsx";
import { SelectField } from "#app/ui/forms/select-field.tsx";
import { formatAmount } from "#app/ui/format.ts";
import { ClaimAct } from "#app/ui/inbox/claim-act.tsx";
import type { ClaimHeadView } from "#app/ui/inbox/claim-act-shell.tsx";
import type { InboxUser } from "#app/ui/inbox/inbox-view.ts";
import { useTranslation } from "#app/ui/translation.tsx";

export type CreditAnswersView = Readonly<Record<"amount" | "invoice" | "reason" | "formId", string>>;

export type CreditFaultView =
  | { readonly field: "amount"; readonly kind: "missing" | "not_an_amount" }
  | { readonly field: "amount"; readonly kind: "too_high"; readonly allowed: Cents }
  | { readonly field: "reason"; readonly kind: "missing" | "too_long" };

export type CreditCheckView = {
  readonly amount: Cents;
  readonly invoiceNumber: string | null;
  readonly reason: string;
  readonly openBefore: Cents;
  readonly openAfter: Cents;
  readonly creditAfter: Cents;
  readonly shown: string;
};

export type InboxClaimCreditPageProps = {
  user: InboxUser;
  path: string;
  head: ClaimHeadView;
  answers: CreditAnswersView;
  errors?: readonly CreditFaultView[] | undefined;
  check?: CreditCheckView | undefined;
  changed?: boolean | undefined;
};

/** A claim becomes less: by how much, of which invoice and why, then what is left, then it is booked. */
export function InboxClaimCreditPage(props: InboxClaimCreditPageProps) {
  const { user, path, head, answers, errors = [], check, changed = false } = props;
  const translator = useTranslation();
  const { t } = translator;
  const messages = errors.map((error): FormError => ({ field: error.field, message: messageOf(error, translator) }));
  const at = (field: CreditFaultView["field"]) => errorAt(messages, field);
  return (
    <ClaimAct
      {...{ user, path, head }}
      title={t(check ? "inboxClaim.creditAct.checkTitle" : "inboxClaim.creditAct.title")}
      errors={messages}
      hidden={{ formId: answers.formId }}
      check={
        check
          ? {
              rows: rowsOf(check, translator),
              what: whatOf(check, translator),
              values: { ...answers, shown: check.shown },
              button: t("inboxClaim.creditAct.do"),
              changed,
            }
          : null
      }
    >
      <Field
        name="amount"
        label={t("inboxClaim.creditAct.amount")}
        error={at("amount")}
        value={answers.amount}
        amount
      />
      <SelectField
        name="invoice"
        label={t("inboxClaim.creditAct.invoice")}
        value={answers.invoice}
        options={[
          { value: "", label: t("inboxClaim.creditAct.wholeClaim") },
          ...head.invoices.map(({ id, number }) => ({ value: id, label: number })),
        ]}
      />
      <Field
        name="reason"
        label={t("inboxClaim.creditAct.reason")}
        hint={t("inboxClaim.creditAct.reasonHint")}
        error={at("reason")}
        value={answers.reason}
        multiline
      />
    </ClaimAct>
  );
}

function rowsOf({ amount, invoiceNumber, reason }: CreditCheckView, { t, language }: Translator) {
  return [
    { term: t("inboxClaim.creditAct.amount"), value: formatAmount(amount, language) },
    { term: t("inboxClaim.creditAct.invoice"), value: invoiceNumber ?? t("inboxClaim.creditAct.wholeClaim") },
    { term: t("inboxClaim.creditAct.reason"), value: reason },
  ];
}

function whatOf({ openBefore, openAfter, creditAfter }: CreditCheckView, { t, language }: Translator): string[] {
  return [
    t("inboxClaim.act.openAfter", { before: formatAmount(openBefore, language), after: formatAmount(openAfter, language) }), // prettier-ignore
    ...(creditAfter > ZERO
      ? [t("inboxClaim.creditAct.creditAfter", { amount: formatAmount(creditAfter, language) })]
      : []),
    ...(openAfter === 0n ? [t("inboxClaim.act.settles")] : []),
    t("inboxClaim.creditAct.noUndo"),
  ];
}

function messageOf(error: CreditFaultView, { t, language }: Translator): string {
  if (error.kind === "too_high") return t("inboxClaim.creditAct.tooHigh", { amount: formatAmount(error.allowed, language) }); // prettier-ignore
  if (error.field === "amount") return t("inboxClaim.error.amount");
  return t(error.kind === "missing" ? "inboxClaim.error.reason" : "inboxClaim.error.reasonTooLong");
}
