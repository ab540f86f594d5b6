import type { Translator } from "#app/i18n/translator.ts";
import { ErrorSummary, type FormError } from "#app/ui/forms/error-summary.tsx";
import { formatInstant } from "#app/ui/format.ts";
import { OpeningAct } from "#app/ui/inbox/opening-act.tsx";
import { LinkList } from "#app/ui/parts/link-list.tsx";
import { StatusPanel } from "#app/ui/parts/status-panel.tsx";
import type { FormAnswers } from "#app/ui/settings/form-answers.ts";
import { keyLine } from "#app/ui/settings/key-text.ts";
import type { ApiKeyView, KeyFaultView, LinkKeyView, NewKeyView } from "#app/ui/settings/key-view.ts";
import { NewKeyForm } from "#app/ui/settings/new-key-form.tsx";
import { SecretOnce } from "#app/ui/settings/secret-once.tsx";
import { keyHref, linkKeyHref, NEW_LINK_KEY } from "#app/ui/settings/settings-addresses.ts";
import { SettingsShell } from "#app/ui/settings/settings-shell.tsx";
import type { SettingsFrame } from "#app/ui/settings/settings-view.ts";
import { useTranslation } from "#app/ui/translation.tsx";

export type SettingsKeysPageProps = {
  frame: SettingsFrame;
  keys: readonly ApiKeyView[];
  linkKeys: readonly LinkKeyView[];
  scopes: readonly string[];
  answers: FormAnswers;
  /** A key was taken back just now. */
  revoked: boolean;
  /** A key to sign links with was added just now. */
  registered: boolean;
  faults?: readonly KeyFaultView[] | undefined;
  made?: NewKeyView | undefined;
};

/** The keys that the creditor's software comes with, and those that it signs links with. */
export function SettingsKeysPage(props: SettingsKeysPageProps) {
  const { frame, keys, linkKeys, scopes, answers, revoked, registered, faults = [], made } = props;
  const translator = useTranslation();
  const { t } = translator;
  const errors = faults.map(({ field, kind }): FormError => ({ field, message: t(`settings.keys.error.${kind}`) }));
  return (
    <SettingsShell frame={frame} title={t("settings.keys.title")}>
      <ErrorSummary errors={errors} />
      {made && (
        <SecretOnce
          done={t("settings.keys.made", { name: made.name })}
          label={t("settings.keys.theKey")}
          secret={made.key}
        />
      )}
      {revoked && (
        <StatusPanel tone="done">
          <p>{t("settings.keys.revokedNow")}</p>
        </StatusPanel>
      )}
      {registered && (
        <StatusPanel tone="done">
          <p>{t("settings.linkKeys.registeredNow")}</p>
        </StatusPanel>
      )}
      <p>{t("settings.keys.intro")}</p>
      <KeyList keys={keys.filter(({ state }) => state === "active")} translator={translator} />
      {frame.mayChange && (
        <OpeningAct summary={t("settings.keys.new")} open={errors.length > 0}>
          <NewKeyForm scopes={scopes} answers={answers} errors={errors} />
        </OpeningAct>
      )}
      <OldKeys keys={keys.filter(({ state }) => state !== "active")} translator={translator} />
      <LinkKeys keys={linkKeys} mayAdd={frame.mayChange} translator={translator} />
    </SettingsShell>
  );
}

type Listed<Key> = { keys: readonly Key[]; translator: Translator };

function KeyList({ keys, translator }: Listed<ApiKeyView>) {
  if (keys.length === 0) return <p>{translator.t("settings.keys.none")}</p>;
  return <LinkList links={keys.map((key) => keyLink(key, translator))} />;
}

function OldKeys({ keys, translator }: Listed<ApiKeyView>) {
  if (keys.length === 0) return null;
  return (
    <section>
      <h2>{translator.t("settings.keys.old")}</h2>
      <LinkList links={keys.map((key) => keyLink(key, translator))} />
    </section>
  );
}

function LinkKeys({ keys, mayAdd, translator: { t, language } }: Listed<LinkKeyView> & { mayAdd: boolean }) {
  return (
    <section>
      <h2>{t("settings.linkKeys.title")}</h2>
      <p>{t("settings.linkKeys.intro")}</p>
      {keys.length > 0 && (
        <LinkList
          links={keys.map(({ id, kid, alg, createdAt, revokedAt }) => ({
            href: linkKeyHref(id),
            text: kid,
            meta: `${alg} · ${
              revokedAt === null
                ? t("settings.linkKeys.since", { at: formatInstant(createdAt, language) })
                : t("settings.keys.revokedAt", { at: formatInstant(revokedAt, language) })
            }`,
          }))}
        />
      )}
      {keys.length === 0 && <p>{t("settings.linkKeys.none")}</p>}
      {mayAdd && <LinkList links={[{ href: NEW_LINK_KEY, text: t("settings.linkKeys.add") }]} />}
    </section>
  );
}

function keyLink(key: ApiKeyView, translator: Translator) {
  return { href: keyHref(key.id), text: `${key.name} (${key.begins}…)`, meta: keyLine(key, translator) };
}
