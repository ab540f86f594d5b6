import { ErrorSummary } from "#app/ui/forms/error-summary.tsx";
import { Field } from "#app/ui/forms/field.tsx";
import { formatInstant } from "#app/ui/format.ts";
import { OpeningAct } from "#app/ui/inbox/opening-act.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { LinkList } from "#app/ui/parts/link-list.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { StatusPanel } from "#app/ui/parts/status-panel.tsx";
import { answerOf, type FormAnswers } from "#app/ui/settings/form-answers.ts";
import { RoleChoice } from "#app/ui/settings/role-choice.tsx";
import { memberHref } from "#app/ui/settings/settings-addresses.ts";
import { SettingsShell } from "#app/ui/settings/settings-shell.tsx";
import type { SettingsFrame } from "#app/ui/settings/settings-view.ts";
import type { TeamDone, TeamMemberView } from "#app/ui/settings/team-view.ts";
import { useTranslation } from "#app/ui/translation.tsx";

export type SettingsTeamPageProps = {
  frame: SettingsFrame;
  team: readonly TeamMemberView[];
  answers: FormAnswers;
  done: TeamDone | null;
  error?: "not_an_email_address" | "user_exists" | "busy" | undefined;
};

/** Who works for the creditor and what each may do, and asking somebody new. */
export function SettingsTeamPage({ frame, team, answers, done, error }: SettingsTeamPageProps) {
  const { t, language } = useTranslation();
  const message = error && t(`settings.team.error.${error}`);
  return (
    <SettingsShell frame={frame} title={t("settings.team.title")}>
      <ErrorSummary errors={message === undefined ? [] : [{ field: "email", message }]} />
      {done !== null && message === undefined && (
        <StatusPanel tone="done">
          <p>{t(`settings.team.done.${done}`)}</p>
        </StatusPanel>
      )}
      <LinkList
        links={team.map(({ id, email, role, isYou, lastSignInAt }) => ({
          href: memberHref(id),
          text: isYou ? t("settings.team.you", { email }) : email,
          meta: `${t(`settings.team.role.${role}`)} · ${
            lastSignInAt === null
              ? t("settings.team.notSeen")
              : t("settings.team.seen", { at: formatInstant(lastSignInAt, language) })
          }`,
        }))}
      />
      {frame.mayChange && (
        <OpeningAct summary={t("settings.team.invite")} open={message !== undefined}>
          <form method="post" noValidate>
            <Field
              name="email"
              type="email"
              label={t("settings.team.email")}
              hint={t("settings.team.emailHint")}
              value={answerOf(answers, "email")}
              error={message}
            />
            <RoleChoice value={answerOf(answers, "role")} />
            <Stack>
              <Button>{t("settings.team.inviteButton")}</Button>
            </Stack>
          </form>
        </OpeningAct>
      )}
    </SettingsShell>
  );
}
