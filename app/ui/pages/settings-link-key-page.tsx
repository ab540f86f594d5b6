import { formatInstant } from "#app/ui/format.ts";
import { DefinitionList } from "#app/ui/parts/definition-list.tsx";
import type { LinkKeyView } from "#app/ui/settings/key-view.ts";
import { KEYS } from "#app/ui/settings/settings-addresses.ts";
import { RevokeSection } from "#app/ui/settings/revoke-section.tsx";
import { SettingsShell } from "#app/ui/settings/settings-shell.tsx";
import type { SettingsFrame } from "#app/ui/settings/settings-view.ts";
import { useTranslation } from "#app/ui/translation.tsx";

/** One key that signs links: since when, and taking it back. */
export function SettingsLinkKeyPage({ frame, linkKey }: { frame: SettingsFrame; linkKey: LinkKeyView }) {
  const { t, language } = useTranslation();
  const { kid, alg, createdAt, revokedAt } = linkKey;
  const ended =
    revokedAt === null ? [] : [{ term: t("settings.linkKeys.endedAt"), value: formatInstant(revokedAt, language) }];
  return (
    <SettingsShell frame={frame} title={kid} back={{ href: KEYS, label: t("settings.keys.title") }}>
      <DefinitionList
        rows={[
          { term: t("settings.linkKeys.alg"), value: alg },
          { term: t("settings.keys.madeAt"), value: formatInstant(createdAt, language) },
          ...ended,
        ]}
      />
      {revokedAt === null && frame.mayChange && <RevokeSection what={t("settings.linkKeys.revokeWhat")} />}
    </SettingsShell>
  );
}
