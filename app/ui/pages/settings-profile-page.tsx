import type { Translator } from "#app/i18n/translator.ts";
import { ChoiceCards } from "#app/ui/forms/choice-cards.tsx";
import { errorAt } from "#app/ui/forms/error-at.ts";
import { ErrorSummary, type FormError } from "#app/ui/forms/error-summary.tsx";
import { Field } from "#app/ui/forms/field.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { DefinitionList } from "#app/ui/parts/definition-list.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { StatusPanel } from "#app/ui/parts/status-panel.tsx";
import { answerOf, type FormAnswers } from "#app/ui/settings/form-answers.ts";
import {
  COMPLAINT_FIELDS,
  CONTACT_FIELDS,
  type ProfileFaultView,
  type ProfileField,
  TERM_FIELDS,
} from "#app/ui/settings/profile-fields.ts";
import { type LabelledError, withLabels } from "#app/ui/settings/labelled-errors.ts";
import { PlainLanguageNote } from "#app/ui/settings/plain-language-note.tsx";
import { SettingsShell } from "#app/ui/settings/settings-shell.tsx";
import type { SettingsFrame } from "#app/ui/settings/settings-view.ts";
import { useTranslation } from "#app/ui/translation.tsx";

export type SettingsProfilePageProps = {
  frame: SettingsFrame;
  answers: FormAnswers;
  saved: boolean;
  faults?: readonly ProfileFaultView[] | undefined;
};

/** What debtors read of the creditor, and the terms that it keeps to. */
export function SettingsProfilePage({ frame, answers, saved, faults = [] }: SettingsProfilePageProps) {
  const translator = useTranslation();
  const { t } = translator;
  const errors = faults.map((fault) => formError(fault, translator));
  return (
    <SettingsShell frame={frame} title={t("settings.profile.title")}>
      <ErrorSummary errors={withLabels(errors, translator)} />
      {saved && errors.length === 0 && (
        <StatusPanel tone="done">
          <p>{t("settings.saved")}</p>
        </StatusPanel>
      )}
      {frame.mayChange ? <ProfileForm answers={answers} errors={errors} /> : <Profile answers={answers} />}
    </SettingsShell>
  );
}

function ProfileForm({ answers, errors }: { answers: FormAnswers; errors: readonly FormError[] }) {
  const { t } = useTranslation();
  const field = (name: ProfileField) => ({
    name,
    label: t(`settings.profile.field.${name}`),
    value: answerOf(answers, name),
    error: errorAt(errors, name),
  });
  return (
    <form method="post" noValidate>
      <h2 className="mt-2">{t("settings.profile.part.contact")}</h2>
      <p className="text-ink-soft">{t("settings.profile.contactHint")}</p>
      {CONTACT_FIELDS.map((name) => (
        <Field key={name} {...field(name)} type={TYPES[name]} />
      ))}
      <h2>{t("settings.profile.part.complaints")}</h2>
      {COMPLAINT_FIELDS.map((name) => (
        <Field key={name} {...field(name)} type={TYPES[name]} multiline={name === "complaintsText"} />
      ))}
      <PlainLanguageNote text={answerOf(answers, "complaintsText")} />
      <h2>{t("settings.profile.part.address")}</h2>
      <ChoiceCards
        name="formOfAddress"
        legend={t("settings.profile.formOfAddress.legend")}
        hint={t("settings.profile.formOfAddress.hint")}
        value={answerOf(answers, "formOfAddress")}
        choices={[
          { value: "formal", label: t("settings.profile.formOfAddress.formal") },
          { value: "informal", label: t("settings.profile.formOfAddress.informal") },
        ]}
      />
      <h2>{t("settings.profile.part.terms")}</h2>
      <div className="gap-x-6 sm:grid sm:grid-cols-2 sm:items-end">
        {TERM_FIELDS.map((name) => (
          <Field key={name} {...field(name)} inputMode="numeric" />
        ))}
      </div>
      <ChoiceCards
        name="pauseFreezesInterest"
        legend={t("settings.profile.freezes")}
        value={answerOf(answers, "pauseFreezesInterest")}
        choices={[
          { value: "yes", label: t("settings.yes") },
          { value: "no", label: t("settings.no") },
        ]}
      />
      <Field {...field("minimumPartPayment")} amount />
      <Stack>
        <Button>{t("settings.save")}</Button>
      </Stack>
    </form>
  );
}

const TYPES: Readonly<Partial<Record<ProfileField, "tel" | "email">>> = {
  phone: "tel",
  email: "email",
  complaintsEmail: "email",
};

function Profile({ answers }: { answers: FormAnswers }) {
  const { t } = useTranslation();
  const names = [...CONTACT_FIELDS, ...COMPLAINT_FIELDS, ...TERM_FIELDS, "minimumPartPayment"] as const;
  const filled = names.filter((name) => answerOf(answers, name) !== "");
  return (
    <DefinitionList
      rows={filled.map((name) => ({ term: t(`settings.profile.field.${name}`), value: answerOf(answers, name) }))}
    />
  );
}

function formError({ field, kind, min = 0, max = 0 }: ProfileFaultView, { t }: Translator): LabelledError {
  const label = t(`settings.profile.field.${field as ProfileField}`);
  return { field, label, message: t(`settings.profile.error.${kind}`, { min, max }) };
}
