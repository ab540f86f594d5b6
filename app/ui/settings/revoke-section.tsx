import { Button } from "#app/ui/parts/button.tsx";
import { Note } from "#app/ui/parts/note.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

/** The end of a key: what that does, and the button. */
export function RevokeSection({ what }: { what: string }) {
  const { t } = useTranslation();
  return (
    <section>
      <h2>{t("settings.keys.revoke.title")}</h2>
      <Note tone="wait">
        <p>{what}</p>
      </Note>
      <form method="post">
        <Stack>
          <Button>{t("settings.keys.revoke.button")}</Button>
        </Stack>
      </form>
    </section>
  );
}
