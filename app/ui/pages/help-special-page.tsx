import {
  COUNSELLOR_KINDS,
  SPECIAL_QUESTIONS,
  type SpecialAnswers,
  type SpecialCaseAbout,
  type SpecialError,
  type SpecialField,
} from "#app/domain/special-case.ts";
import type { TextKey } from "#app/i18n/translator.ts";
import { HELP_PAGE } from "#app/ui/addresses.ts";
import { ClaimShell, type FixedFrame } from "#app/ui/claim/claim-shell.tsx";
import { ChoiceCards } from "#app/ui/forms/choice-cards.tsx";
import { errorAt } from "#app/ui/forms/error-at.ts";
import { ErrorSummary } from "#app/ui/forms/error-summary.tsx";
import { Field } from "#app/ui/forms/field.tsx";
import { HiddenFields } from "#app/ui/forms/hidden-fields.tsx";
import { OfflineNote } from "#app/ui/forms/offline-note.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { ButtonLink } from "#app/ui/parts/button-link.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { StatusPanel } from "#app/ui/parts/status-panel.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type HelpSpecialPageProps = FixedFrame & {
  readonly about: SpecialCaseAbout;
  /** Made with the form: sending it twice is telling it once. */
  readonly messageId: string;
  readonly answers: SpecialAnswers;
  readonly errors: readonly SpecialError[];
  readonly sent: boolean;
};

/** Somebody else deals with the debtor's money, or the debtor died: who can be contacted, and everything rests. */
export function HelpSpecialPage(props: HelpSpecialPageProps) {
  return props.sent ? <Sent {...props} /> : <Form {...props} />;
}

function Form({ about, messageId, answers, errors: found, creditor, path }: HelpSpecialPageProps) {
  const { t } = useTranslation();
  const errors = found.map(({ field, kind }) => ({ field, message: t(`specialCase.wrong.${kind}`) }));
  return (
    <ClaimShell {...{ creditor, path }} backHref={HELP_PAGE} title={t(`specialCase.${about}.title`)}>
      <ErrorSummary errors={errors} />
      <p>{t(`specialCase.${about}.lead`, { creditor: creditor.name })}</p>
      {about === "deceased" && <p>{t("specialCase.deceased.stops", { creditor: creditor.name })}</p>}
      <p>{t("specialCase.rests", { creditor: creditor.name })}</p>
      <form method="post" action={path}>
        <HiddenFields values={{ messageId }} />
        {SPECIAL_QUESTIONS[about].map((field) =>
          field === "kind" ? (
            <ChoiceCards
              key={field}
              name={field}
              legend={t("specialCase.field.kind")}
              error={errorAt(errors, field)}
              value={answers.kind}
              choices={COUNSELLOR_KINDS.map((kind) => ({
                value: kind,
                label: t(`specialCase.counsellor.kind.${kind}`),
              }))}
            />
          ) : (
            <Field
              key={field}
              name={field}
              label={t(LABELS[about][field] ?? `specialCase.field.${field}`)}
              hint={t(hintOf(about, field))}
              error={errorAt(errors, field)}
              value={answers[field]}
              multiline={field === "text"}
              type={field === "day" ? "date" : "text"}
            />
          ),
        )}
        <p className="text-small text-ink-soft">{t("specialCase.who", { creditor: creditor.name })}</p>
        <OfflineNote />
        <Stack>
          <Button>{t("specialCase.send")}</Button>
        </Stack>
      </form>
    </ClaimShell>
  );
}

/** Where a form asks it in words of its own. */
const LABELS: Readonly<Record<SpecialCaseAbout, Partial<Record<SpecialField, TextKey>>>> = {
  counsellor: { name: "specialCase.counsellor.name" },
  bankrupt: { name: "specialCase.bankrupt.name", reference: "specialCase.bankrupt.reference" },
  deceased: {
    name: "specialCase.deceased.name",
    contact: "specialCase.deceased.contact",
    day: "specialCase.deceased.day",
  },
};

const hintOf = (about: SpecialCaseAbout, field: SpecialField): TextKey =>
  field === "name" ? `specialCase.${about}.nameHint` : "specialCase.optional";

function Sent({ about, creditor, path }: HelpSpecialPageProps) {
  const { t } = useTranslation();
  return (
    <ClaimShell {...{ creditor, path }} backHref={HELP_PAGE} title={t("specialCase.sent.title")}>
      <StatusPanel tone="done">
        <p>
          {about === "deceased"
            ? t("specialCase.deceased.sentLead")
            : t("specialCase.sent.lead", { creditor: creditor.name })}
        </p>
      </StatusPanel>
      <Stack>
        <ButtonLink href="/claim" kind="second">
          {t("specialCase.sent.overview")}
        </ButtonLink>
        <ButtonLink href="/claim/help/pause" kind="second">
          {t("specialCase.sent.pause")}
        </ButtonLink>
      </Stack>
    </ClaimShell>
  );
}
