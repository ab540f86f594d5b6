import { HiddenFields } from "#app/ui/forms/hidden-fields.tsx";
import { formatInstant } from "#app/ui/format.ts";
import { OpeningAct } from "#app/ui/inbox/opening-act.tsx";
import { RefusedNote } from "#app/ui/inbox/refused-note.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { RoleChoice } from "#app/ui/settings/role-choice.tsx";
import { TEAM } from "#app/ui/settings/settings-addresses.ts";
import { SettingsShell } from "#app/ui/settings/settings-shell.tsx";
import type { SettingsFrame } from "#app/ui/settings/settings-view.ts";
import type { TeamMemberView } from "#app/ui/settings/team-view.ts";
import { useTranslation } from "#app/ui/translation.tsx";

export type SettingsMemberPageProps = {
  frame: SettingsFrame;
  member: TeamMemberView;
  /** Without an owner nobody could change anything. */
  lastOwner?: boolean | undefined;
};

/** Somebody who works for the creditor: their role, and letting them go. */
export function SettingsMemberPage({ frame, member, lastOwner = false }: SettingsMemberPageProps) {
  const { t, language } = useTranslation();
  const { email, role, lastSignInAt } = member;
  return (
    <SettingsShell frame={frame} title={email} back={{ href: TEAM, label: t("settings.team.title") }}>
      {lastOwner && <RefusedNote text={t("settings.team.lastOwner")} />}
      <p className="text-ink-soft">
        {lastSignInAt === null
          ? t("settings.team.notSeen")
          : t("settings.team.seen", { at: formatInstant(lastSignInAt, language) })}
      </p>
      {!frame.mayChange && <p>{t(`settings.team.role.${role}`)}</p>}
      {frame.mayChange && (
        <>
          <form method="post">
            <HiddenFields values={{ act: "role" }} />
            <RoleChoice value={role} />
            <Stack>
              <Button>{t("settings.save")}</Button>
            </Stack>
          </form>
          <OpeningAct summary={t("settings.team.remove.summary")} open={false}>
            <p>{t("settings.team.remove.what")}</p>
            <p className="text-ink-soft">{t("settings.team.remove.keys")}</p>
            <form method="post">
              <HiddenFields values={{ act: "remove" }} />
              <Stack>
                <Button>{t("settings.team.remove.button")}</Button>
              </Stack>
            </form>
          </OpeningAct>
        </>
      )}
    </SettingsShell>
  );
}
