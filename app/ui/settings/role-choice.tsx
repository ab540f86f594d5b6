import { ChoiceCards } from "#app/ui/forms/choice-cards.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import { TEAM_ROLES } from "./team-view.ts";

/** What somebody may do. */
export function RoleChoice({ value }: { value: string }) {
  const { t } = useTranslation();
  return (
    <ChoiceCards
      name="role"
      legend={t("settings.team.roleQuestion")}
      value={value}
      choices={TEAM_ROLES.map((role) => ({
        value: role,
        label: t(`settings.team.role.${role}`),
        hint: t(`settings.team.roleHint.${role}`),
      }))}
    />
  );
}
