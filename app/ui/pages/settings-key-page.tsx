import { formatInstant } from "#app/ui/format.ts";
import { byText } from "#app/ui/inbox/decided-text.ts";
import { BulletList } from "#app/ui/parts/bullet-list.tsx";
import { DefinitionList } from "#app/ui/parts/definition-list.tsx";
import { keyLine, scopeText } from "#app/ui/settings/key-text.ts";
import type { ApiKeyView } from "#app/ui/settings/key-view.ts";
import { KEYS } from "#app/ui/settings/settings-addresses.ts";
import { RevokeSection } from "#app/ui/settings/revoke-section.tsx";
import { SettingsShell } from "#app/ui/settings/settings-shell.tsx";
import type { SettingsFrame } from "#app/ui/settings/settings-view.ts";
import { useTranslation } from "#app/ui/translation.tsx";

/** One API key: what it may do, whether it is used, and taking it back. */
export function SettingsKeyPage({ frame, apiKey }: { frame: SettingsFrame; apiKey: ApiKeyView }) {
  const translator = useTranslation();
  const { t, language } = translator;
  const { name, begins, scopes, madeBy, createdAt, state } = apiKey;
  return (
    <SettingsShell frame={frame} title={name} back={{ href: KEYS, label: t("settings.keys.title") }}>
      <p>{keyLine(apiKey, translator)}</p>
      <DefinitionList
        rows={[
          { term: t("settings.keys.begins"), value: <code>{begins}…</code> },
          { term: t("settings.keys.madeBy"), value: byText(madeBy, translator) },
          { term: t("settings.keys.madeAt"), value: formatInstant(createdAt, language) },
        ]}
      />
      <h2>{t("settings.keys.may")}</h2>
      <BulletList>
        {scopes.map((scope) => (
          <li key={scope}>{scopeText(scope, translator)}</li>
        ))}
      </BulletList>
      {state === "active" && frame.mayChange && <RevokeSection what={t("settings.keys.revoke.what")} />}
    </SettingsShell>
  );
}
