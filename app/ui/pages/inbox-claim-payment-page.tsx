import type { Allocation } from "#app/domain/account.ts";
import type { LocalDate } from "#app/domain/calendar.ts";
import type { Cents } from "#app/domain/money.ts";
import type { Translator } from "#app/i18n/translator.ts";
import { errorAt } from "#app/ui/forms/error-at.ts";
import type { FormError } from "#app/ui/forms/error-summary.tsx";
import { Field } from "#app/ui/forms/field.tsx";
import { SelectField } from "#app/ui/forms/select-field.tsx";
import { formatAmount, formatDay } from "#app/ui/format.ts";
import { ClaimAct } from "#app/ui/inbox/claim-act.tsx";
import type { ClaimHeadView } from "#app/ui/inbox/claim-act-shell.tsx";
import type { InboxUser } from "#app/ui/inbox/inbox-view.ts";
import { methodText } from "#app/ui/inbox/method-text.ts";
import { useTranslation } from "#app/ui/translation.tsx";

export type PaymentAnswersView = Readonly<Record<"amount" | "receivedOn" | "method" | "reference" | "formId", string>>;

export type PaymentFaultView =
  | { readonly field: "amount"; readonly kind: "missing" | "not_an_amount" }
  | { readonly field: "receivedOn"; readonly kind: "missing" | "not_a_day" | "in_future" }
  | { readonly field: "receivedOn"; readonly kind: "before_first_invoice"; readonly issuedOn: LocalDate }
  | { readonly field: "reference"; readonly kind: "recorded_before" | "too_long" };

export type PaymentCheckView = {
  readonly amount: Cents;
  readonly receivedOn: LocalDate;
  readonly method: string;
  readonly reference: string;
  readonly allocation: Allocation | null;
  readonly openBefore: Cents;
  readonly openAfter: Cents;
  readonly hasAlike: boolean;
  readonly shown: string;
};

export type InboxClaimPaymentPageProps = {
  user: InboxUser;
  path: string;
  head: ClaimHeadView;
  answers: PaymentAnswersView;
  errors?: readonly PaymentFaultView[] | undefined;
  check?: PaymentCheckView | undefined;
  changed?: boolean | undefined;
};

const METHODS = ["bank_transfer", "cash", "other"] as const;
const PARTS = ["costs", "vat", "interest", "principal", "credit"] as const satisfies readonly (keyof Allocation)[];

/** Money that came outside the portal: how much, when and how, then where it goes, then it is booked. */
export function InboxClaimPaymentPage(props: InboxClaimPaymentPageProps) {
  const { user, path, head, answers, errors = [], check, changed = false } = props;
  const translator = useTranslation();
  const { t } = translator;
  const messages = errors.map((error): FormError => ({ field: error.field, message: messageOf(error, translator) }));
  const at = (field: PaymentFaultView["field"]) => errorAt(messages, field);
  return (
    <ClaimAct
      {...{ user, path, head }}
      title={t(check ? "inboxClaim.payment.checkTitle" : "inboxClaim.payment.title")}
      errors={messages}
      hidden={{ formId: answers.formId }}
      check={
        check
          ? {
              rows: rowsOf(check, translator),
              what: whatOf(check, translator),
              values: { ...answers, shown: check.shown },
              button: t("inboxClaim.payment.do"),
              changed,
            }
          : null
      }
    >
      <Field name="amount" label={t("inboxClaim.payment.amount")} error={at("amount")} value={answers.amount} amount />
      <Field
        name="receivedOn"
        type="date"
        label={t("inboxClaim.payment.receivedOn")}
        hint={t("inboxClaim.payment.receivedOnHint")}
        error={at("receivedOn")}
        value={answers.receivedOn}
      />
      <SelectField
        name="method"
        label={t("inboxClaim.payment.method")}
        value={answers.method}
        options={METHODS.map((value) => ({ value, label: methodText(value, translator) }))}
      />
      <Field
        name="reference"
        label={t("inboxClaim.payment.reference")}
        hint={t("inboxClaim.payment.referenceHint")}
        error={at("reference")}
        value={answers.reference}
      />
    </ClaimAct>
  );
}

function rowsOf({ amount, receivedOn, method, reference }: PaymentCheckView, translator: Translator) {
  const { t, language } = translator;
  return [
    { term: t("inboxClaim.payment.amount"), value: formatAmount(amount, language) },
    { term: t("inboxClaim.payment.receivedOn"), value: formatDay(receivedOn, language) },
    { term: t("inboxClaim.payment.method"), value: methodText(method, translator) },
    ...(reference === "" ? [] : [{ term: t("inboxClaim.payment.reference"), value: reference }]),
  ];
}

function whatOf(check: PaymentCheckView, { t, language }: Translator): string[] {
  const { allocation, openBefore, openAfter, hasAlike, amount, receivedOn } = check;
  const went = allocation === null ? [] : PARTS.filter((part) => allocation[part] !== 0n).map((part) => t("inboxClaim.facts.went", { part: t(`inboxClaim.facts.part.${part}`), amount: formatAmount(allocation[part], language) })); // prettier-ignore
  const alike = { amount: formatAmount(amount, language), day: formatDay(receivedOn, language) };
  return [
    ...(hasAlike ? [t("inboxClaim.payment.alike", alike)] : []),
    ...went,
    t("inboxClaim.act.openAfter", { before: formatAmount(openBefore, language), after: formatAmount(openAfter, language) }), // prettier-ignore
    ...(openAfter === 0n ? [t("inboxClaim.act.settles")] : []),
  ];
}

function messageOf(error: PaymentFaultView, { t, language }: Translator): string {
  if (error.kind === "before_first_invoice") return t("inboxClaim.payment.error.before_first_invoice", { day: formatDay(error.issuedOn, language) }); // prettier-ignore
  switch (error.field) {
    case "amount":
      return t("inboxClaim.error.amount");
    case "receivedOn":
      return t(error.kind === "in_future" ? "inboxClaim.payment.error.in_future" : "inboxClaim.error.day");
    case "reference":
      return t(`inboxClaim.payment.error.${error.kind}`);
  }
}
