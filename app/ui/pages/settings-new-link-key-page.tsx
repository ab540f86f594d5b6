import { errorAt } from "#app/ui/forms/error-at.ts";
import { ErrorSummary, type FormError } from "#app/ui/forms/error-summary.tsx";
import { Field } from "#app/ui/forms/field.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { DefinitionList } from "#app/ui/parts/definition-list.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { answerOf, type FormAnswers } from "#app/ui/settings/form-answers.ts";
import type { LinkKeyFaultView } from "#app/ui/settings/key-view.ts";
import { KEYS } from "#app/ui/settings/settings-addresses.ts";
import { SettingsShell } from "#app/ui/settings/settings-shell.tsx";
import type { SettingsFrame } from "#app/ui/settings/settings-view.ts";
import { useTranslation } from "#app/ui/translation.tsx";

export type SettingsNewLinkKeyPageProps = {
  frame: SettingsFrame;
  /** What every link that is signed with it says. */
  signer: { readonly iss: string; readonly aud: string };
  answers: FormAnswers;
  fault?: LinkKeyFaultView | undefined;
};

/** Takes in the public half of a key that the creditor signs links with. */
export function SettingsNewLinkKeyPage({ frame, signer, answers, fault }: SettingsNewLinkKeyPageProps) {
  const { t } = useTranslation();
  const errors: FormError[] = fault ? [{ field: fault.field, message: t(`settings.linkKeys.new.error.${fault.kind}`) }] : []; // prettier-ignore
  return (
    <SettingsShell
      frame={frame}
      title={t("settings.linkKeys.new.title")}
      back={{ href: KEYS, label: t("settings.keys.title") }}
    >
      <ErrorSummary errors={errors} />
      <p>{t("settings.linkKeys.new.intro")}</p>
      <DefinitionList
        rows={[
          { term: t("settings.linkKeys.new.iss"), value: signer.iss },
          { term: t("settings.linkKeys.new.aud"), value: signer.aud },
        ]}
      />
      {frame.mayChange && (
        <form method="post" noValidate>
          <input type="hidden" name="keyId" value={answerOf(answers, "keyId")} />
          <Field
            name="kid"
            code
            label={t("settings.linkKeys.new.kid")}
            hint={t("settings.linkKeys.new.kidHint")}
            value={answerOf(answers, "kid")}
            error={errorAt(errors, "kid")}
          />
          <Field
            name="jwk"
            code
            multiline
            label={t("settings.linkKeys.new.jwk")}
            hint={t("settings.linkKeys.new.jwkHint")}
            value={answerOf(answers, "jwk")}
            error={errorAt(errors, "jwk")}
          />
          <Stack>
            <Button>{t("settings.linkKeys.new.button")}</Button>
          </Stack>
        </form>
      )}
    </SettingsShell>
  );
}
