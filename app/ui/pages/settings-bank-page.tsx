import { type Iban, printIban } from "#app/domain/bank-transfer/iban.ts";
import { errorAt } from "#app/ui/forms/error-at.ts";
import { ErrorSummary, type FormError } from "#app/ui/forms/error-summary.tsx";
import { Field } from "#app/ui/forms/field.tsx";
import { HiddenFields } from "#app/ui/forms/hidden-fields.tsx";
import { formatInstant } from "#app/ui/format.ts";
import { byText } from "#app/ui/inbox/decided-text.ts";
import type { DecidedByView } from "#app/ui/inbox/inbox-view.ts";
import { RefusedNote } from "#app/ui/inbox/refused-note.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { DefinitionList } from "#app/ui/parts/definition-list.tsx";
import { Note } from "#app/ui/parts/note.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { StatusPanel } from "#app/ui/parts/status-panel.tsx";
import { answerOf, type FormAnswers } from "#app/ui/settings/form-answers.ts";
import { SettingsShell } from "#app/ui/settings/settings-shell.tsx";
import type { SettingsFrame } from "#app/ui/settings/settings-view.ts";
import { useTranslation } from "#app/ui/translation.tsx";

type AccountView = { readonly iban: string; readonly accountHolder: string };

export type BankChangeView = AccountView & {
  readonly id: string;
  readonly askedBy: DecidedByView;
  readonly askedAt: string;
  readonly appliesAt: string;
};

export type BankFaultView = {
  readonly field: "iban" | "accountHolder";
  readonly kind: "iban" | "iban_digits" | "holder_missing" | "holder_too_long" | "same";
};

export type SettingsBankPageProps = {
  frame: SettingsFrame;
  account: AccountView;
  change: BankChangeView | null;
  answers: FormAnswers;
  done: "asked" | "cancelled" | null;
  faults?: readonly BankFaultView[] | undefined;
  /** waits_already: somebody else asked for one meanwhile. not_waiting: it was stopped or took effect meanwhile. */
  refused?: "waits_already" | "not_waiting" | undefined;
};

/** The account that debtors transfer to. Another one waits two days, in which every owner can stop it. */
export function SettingsBankPage(props: SettingsBankPageProps) {
  const { frame, account, change, answers, done, faults = [], refused } = props;
  const { t } = useTranslation();
  const errors = faults.map(({ field, kind }): FormError => ({ field, message: t(`settings.bank.error.${kind}`) }));
  return (
    <SettingsShell frame={frame} title={t("settings.bank.title")}>
      <ErrorSummary errors={errors} />
      {refused && <RefusedNote text={t(`settings.bank.refused.${refused}`)} />}
      {done !== null && !refused && errors.length === 0 && (
        <StatusPanel tone="done">
          <p>{t(`settings.bank.done.${done}`)}</p>
        </StatusPanel>
      )}
      <h2 className="mt-2">{t("settings.bank.now")}</h2>
      <Account account={account} />
      {change && <Waiting change={change} mayChange={frame.mayChange} />}
      {!change && frame.mayChange && (
        <section>
          <h2>{t("settings.bank.another")}</h2>
          <p>{t("settings.bank.how")}</p>
          <form method="post" noValidate>
            <Field
              name="iban"
              label={t("settings.bank.iban")}
              value={answerOf(answers, "iban")}
              error={errorAt(errors, "iban")}
              code
            />
            <Field
              name="accountHolder"
              label={t("settings.bank.holder")}
              hint={t("settings.bank.holderHint")}
              value={answerOf(answers, "accountHolder")}
              error={errorAt(errors, "accountHolder")}
            />
            <Stack>
              <Button>{t("settings.bank.ask")}</Button>
            </Stack>
          </form>
        </section>
      )}
    </SettingsShell>
  );
}

function Waiting({ change, mayChange }: { change: BankChangeView; mayChange: boolean }) {
  const translator = useTranslation();
  const { t, language } = translator;
  return (
    <section>
      <h2>{t("settings.bank.next")}</h2>
      <Account account={change} />
      <Note tone="wait">
        <p>{t("settings.bank.waits", { at: formatInstant(change.appliesAt, language) })}</p>
        <p>
          {t("settings.bank.askedBy", {
            by: byText(change.askedBy, translator),
            at: formatInstant(change.askedAt, language),
          })}
        </p>
      </Note>
      {mayChange && (
        <form method="post">
          <HiddenFields values={{ act: "cancel", change: change.id }} />
          <Stack>
            <Button>{t("settings.bank.cancel")}</Button>
          </Stack>
        </form>
      )}
    </section>
  );
}

function Account({ account: { iban, accountHolder } }: { account: AccountView }) {
  const { t } = useTranslation();
  return (
    <DefinitionList
      rows={[
        { term: t("settings.bank.iban"), value: printIban(iban as Iban) },
        { term: t("settings.bank.holder"), value: accountHolder },
      ]}
    />
  );
}
