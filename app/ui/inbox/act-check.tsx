import type { ReactNode } from "react";
import { HiddenFields } from "#app/ui/forms/hidden-fields.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { type DefinitionRow, DefinitionList } from "#app/ui/parts/definition-list.tsx";
import { Note } from "#app/ui/parts/note.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import { RefusedNote } from "./refused-note.tsx";

export type ActCheckProps = {
  rows: readonly DefinitionRow[];
  /** What happens when it is done. */
  what: readonly string[];
  /** What was typed, and what names what was shown. */
  values: Readonly<Record<string, string>>;
  action: string;
  button: string;
  /** It is no longer what was shown before. */
  changed: boolean;
  children?: ReactNode;
};

/** What was typed and what will happen, before it does. */
export function ActCheck({ rows, what, values, action, button, changed, children }: ActCheckProps) {
  const { t } = useTranslation();
  return (
    <>
      {changed && <RefusedNote text={t("inboxClaim.act.changed")} />}
      <DefinitionList rows={rows} />
      <Note>
        {what.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </Note>
      {children}
      <form method="post" action={action}>
        <HiddenFields values={values} />
        <Stack>
          <Button name="act" value="do">
            {button}
          </Button>
          <Button kind="second" name="act" value="edit">
            {t("inboxClaim.act.edit")}
          </Button>
        </Stack>
      </form>
    </>
  );
}
