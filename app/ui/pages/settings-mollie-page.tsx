import type { Translator } from "#app/i18n/translator.ts";
import { ErrorSummary } from "#app/ui/forms/error-summary.tsx";
import { Field } from "#app/ui/forms/field.tsx";
import { HiddenFields } from "#app/ui/forms/hidden-fields.tsx";
import { RefusedNote } from "#app/ui/inbox/refused-note.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { StatusPanel } from "#app/ui/parts/status-panel.tsx";
import { SettingsShell } from "#app/ui/settings/settings-shell.tsx";
import type { SettingsFrame } from "#app/ui/settings/settings-view.ts";
import { useTranslation } from "#app/ui/translation.tsx";

export type MollieKeyView =
  { readonly kind: "own"; readonly end: string; readonly live: boolean } | { readonly kind: "installation" | "none" };

export type SettingsMolliePageProps = {
  frame: SettingsFrame;
  mollie: MollieKeyView;
  saved: boolean;
  /** What Mollie said of the key that is used now. */
  checked?: "works" | "refused" | "no_answer" | "no_ideal" | undefined;
  /** Why a new key was not stored. */
  error?:
    | { readonly kind: "unreadable" | "test_key" | "refused" | "no_answer" | "no_ideal" }
    | { readonly kind: "collected"; readonly count: number }
    | undefined;
};

/** On whose key payments run, whether it works, and another key. The key itself is never shown. */
export function SettingsMolliePage({ frame, mollie, saved, checked, error }: SettingsMolliePageProps) {
  const { t } = useTranslation();
  const message = error && messageOf(error, t);
  return (
    <SettingsShell frame={frame} title={t("settings.mollie.title")}>
      <ErrorSummary errors={message === undefined ? [] : [{ field: "key", message }]} />
      {saved && !checked && message === undefined && (
        <StatusPanel tone="done">
          <p>{t("settings.mollie.saved")}</p>
        </StatusPanel>
      )}
      {checked === "works" && (
        <StatusPanel tone="done">
          <p>{t("settings.mollie.works")}</p>
        </StatusPanel>
      )}
      {checked !== undefined && checked !== "works" && <RefusedNote text={t(`settings.mollie.check.${checked}`)} />}
      <State mollie={mollie} />
      {frame.mayChange && mollie.kind !== "none" && (
        <form method="post">
          <HiddenFields values={{ act: "check" }} />
          <Stack>
            <Button kind="second">{t("settings.mollie.checkButton")}</Button>
          </Stack>
        </form>
      )}
      {frame.mayChange && (
        <section>
          <h2>{t(mollie.kind === "own" ? "settings.mollie.another" : "settings.mollie.first")}</h2>
          <form method="post" noValidate>
            <Field
              name="key"
              label={t("settings.mollie.key")}
              hint={t("settings.mollie.keyHint")}
              error={message}
              code
            />
            <p className="text-ink-soft">{t("settings.mollie.safe")}</p>
            {mollie.kind !== "none" && <p className="text-ink-soft">{t("settings.mollie.earlier")}</p>}
            <Stack>
              <Button>{t("settings.mollie.save")}</Button>
            </Stack>
          </form>
        </section>
      )}
    </SettingsShell>
  );
}

function State({ mollie }: { mollie: MollieKeyView }) {
  const { t } = useTranslation();
  if (mollie.kind !== "own") return <p>{t(`settings.mollie.state.${mollie.kind}`)}</p>;
  return (
    <>
      <p>{t("settings.mollie.state.own", { end: mollie.end })}</p>
      {!mollie.live && <p className="font-semibold">{t("settings.mollie.state.test")}</p>}
    </>
  );
}

function messageOf(error: NonNullable<SettingsMolliePageProps["error"]>, t: Translator["t"]): string {
  return error.kind === "collected"
    ? t("settings.mollie.error.collected", { count: error.count })
    : t(`settings.mollie.error.${error.kind}`);
}
