import type { ReactNode } from "react";
import { LANGUAGES, languageName } from "#app/i18n/languages.ts";
import { ChoiceCards } from "#app/ui/forms/choice-cards.tsx";
import { errorAt } from "#app/ui/forms/error-at.ts";
import type { FormError } from "#app/ui/forms/error-summary.tsx";
import { Field } from "#app/ui/forms/field.tsx";
import { HiddenFields } from "#app/ui/forms/hidden-fields.tsx";
import { SelectField } from "#app/ui/forms/select-field.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import { NewClaimInvoices } from "./new-claim-invoices.tsx";
import type { ClaimAnswersView } from "./new-claim-view.ts";

/** Where debtors of a Dutch creditor live; of any other country by API or by file. */
const COUNTRIES = ["NL", "BE", "DE", "FR", "LU", "AT", "CH", "DK", "ES", "GB", "IE", "IT", "PL", "PT", "SE"];

const NOTICES = ["none", "post", "delivered"] as const;

export type NewClaimFormProps = { answers: ClaimAnswersView; errors: readonly FormError[]; action: string };

/** Who has to pay, for what, and whether interest and costs come on top. */
export function NewClaimForm({ answers, errors, action }: NewClaimFormProps) {
  const { t } = useTranslation();
  const at = (field: string) => errorAt(errors, field);
  return (
    <form method="post" action={action} noValidate>
      {/* Whoever presses Enter presses the first button of a form. */}
      <button type="submit" name="act" value="check" tabIndex={-1} aria-hidden="true" className="sr-only" />
      <HiddenFields values={{ formId: answers.formId }} />
      <Part heading={t("inboxNewClaim.debtor")}>
        <DebtorFields answers={answers} at={at} />
      </Part>
      <Part heading={t("inboxNewClaim.invoices")}>
        <NewClaimInvoices invoices={answers.invoices} at={at} />
      </Part>
      <Part heading={t("inboxNewClaim.claim")}>
        <Field
          name="description"
          label={t("inboxNewClaim.claimDescription")}
          hint={t("inboxNewClaim.claimDescriptionHint")}
          error={at("description")}
          value={answers.description}
        />
        <Field
          name="reference"
          label={t("inboxNewClaim.reference")}
          hint={t("inboxNewClaim.referenceHint")}
          error={at("reference")}
          value={answers.reference}
        />
      </Part>
      <Part heading={t("inboxNewClaim.extra")}>
        <InterestAndCosts answers={answers} at={at} />
      </Part>
      <Button name="act" value="check">
        {t("inboxNewClaim.check")}
      </Button>
    </form>
  );
}

function Part({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <section className="mt-8 border-t border-line">
      <h2>{heading}</h2>
      {children}
    </section>
  );
}

type PartProps = { answers: ClaimAnswersView; at: (field: string) => string | undefined };

function DebtorFields({ answers, at }: PartProps) {
  const { t } = useTranslation();
  return (
    <>
      <ChoiceCards
        name="debtorType"
        legend={t("inboxNewClaim.debtorType")}
        value={answers.debtorType === "company" ? "company" : "person"}
        choices={[
          { value: "person", label: t("inboxNewClaim.person"), hint: t("inboxNewClaim.personHint") },
          { value: "company", label: t("inboxNewClaim.company"), hint: t("inboxNewClaim.companyHint") },
        ]}
      />
      <Field name="name" label={t("inboxNewClaim.name")} error={at("name")} value={answers.name} />
      <Field
        name="email"
        type="email"
        label={t("inboxNewClaim.email")}
        hint={t("inboxNewClaim.emailHint")}
        error={at("email")}
        value={answers.email}
      />
      <Field
        name="customerNumber"
        label={t("inboxNewClaim.customerNumber")}
        hint={t("inboxNewClaim.customerNumberHint")}
        error={at("customerNumber")}
        value={answers.customerNumber}
      />
      <SelectField
        name="language"
        label={t("inboxNewClaim.language")}
        error={at("language")}
        value={answers.language}
        options={LANGUAGES.map((value) => ({ value, label: languageName(value) }))}
      />
      <Address answers={answers} at={at} />
    </>
  );
}

// Beside each other where both have room, with letters of any size.
const LONG = "min-w-0 grow-[3] basis-40";
const SHORT = "min-w-0 grow basis-24";

function Address({ answers, at }: PartProps) {
  const { t, language } = useTranslation();
  const names = new Intl.DisplayNames(language, { type: "region" });
  return (
    <fieldset className="my-6">
      <legend className="mb-2 font-semibold">{t("inboxNewClaim.address")}</legend>
      <div className="flex flex-wrap items-end gap-x-4">
        <div className={LONG}>
          <Field name="street" label={t("inboxNewClaim.street")} error={at("street")} value={answers.street} />
        </div>
        <div className={SHORT}>
          <Field
            name="houseNumber"
            label={t("inboxNewClaim.houseNumber")}
            error={at("houseNumber")}
            value={answers.houseNumber}
          />
        </div>
      </div>
      <div className="flex flex-wrap items-end gap-x-4">
        <div className={SHORT}>
          <Field
            name="postalCode"
            label={t("inboxNewClaim.postalCode")}
            error={at("postalCode")}
            value={answers.postalCode}
          />
        </div>
        <div className={LONG}>
          <Field name="city" label={t("inboxNewClaim.city")} error={at("city")} value={answers.city} />
        </div>
      </div>
      <SelectField
        name="country"
        label={t("inboxNewClaim.country")}
        error={at("country")}
        value={answers.country}
        options={COUNTRIES.map((value) => ({ value, label: names.of(value) ?? value }))}
      />
    </fieldset>
  );
}

function InterestAndCosts({ answers, at }: PartProps) {
  const { t } = useTranslation();
  const notice = (
    <>
      <SelectField
        name="notice"
        label={t("inboxNewClaim.notice")}
        value={answers.notice}
        options={NOTICES.map((value) => ({ value, label: t(`inboxNewClaim.notices.${value}`) }))}
      />
      <Field
        name="noticeOn"
        type="date"
        label={t("inboxNewClaim.noticeOn")}
        hint={t("inboxNewClaim.noticeOnHint")}
        error={at("noticeOn")}
        value={answers.noticeOn}
      />
    </>
  );
  return (
    <>
      <ChoiceCards
        name="interest"
        legend={t("inboxNewClaim.interest")}
        error={at("interest")}
        value={answers.interest}
        choices={[
          { value: "statutory", label: t("inboxNewClaim.interestYes"), hint: t("inboxNewClaim.interestYesHint") },
          { value: "none", label: t("inboxNewClaim.interestNo") },
        ]}
      />
      <ChoiceCards
        name="costs"
        legend={t("inboxNewClaim.costs")}
        error={at("costs")}
        value={answers.costs}
        choices={[
          {
            value: "statutory",
            label: t("inboxNewClaim.costsYes"),
            hint: t("inboxNewClaim.costsYesHint"),
            extra: notice,
          },
          { value: "none", label: t("inboxNewClaim.costsNo") },
        ]}
      />
    </>
  );
}
