import { errorAt } from "#app/ui/forms/error-at.ts";
import type { FormError } from "#app/ui/forms/error-summary.tsx";
import { Field } from "#app/ui/forms/field.tsx";
import { HiddenFields } from "#app/ui/forms/hidden-fields.tsx";
import { OfflineNote } from "#app/ui/forms/offline-note.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import { DISPUTE_FIELDS } from "./dispute-fields.ts";
import type { ReplyDraft } from "./dispute-view.ts";
import { WaitingFiles } from "./waiting-files.tsx";

type ReplyFormProps = {
  path: string;
  disputeId: string;
  reply: ReplyDraft;
  /** A question waits; otherwise something is added unasked. */
  asked: boolean;
  errors: readonly FormError[];
};

/** Words and files for the creditor. Going to add files keeps the words. */
export function ReplyForm({ path, disputeId, reply, asked, errors }: ReplyFormProps) {
  const { t } = useTranslation();
  return (
    <form method="post" action={path}>
      <HiddenFields values={{ dispute: disputeId, messageId: reply.messageId }} />
      <Field
        name={DISPUTE_FIELDS.reply}
        label={t(asked ? "disputePage.reply.answer" : "disputePage.reply.add")}
        hint={t("disputePage.reply.hint")}
        error={errorAt(errors, DISPUTE_FIELDS.reply)}
        value={reply.text}
        multiline
      />
      {reply.uploads.length > 0 && (
        <>
          <p className="mb-1 font-semibold">{t("disputePage.reply.files")}</p>
          <WaitingFiles files={reply.uploads} />
        </>
      )}
      <OfflineNote />
      <Stack>
        <Button kind={asked ? "main" : "second"} name="act" value="answer">
          {t(asked ? "disputePage.reply.sendAnswer" : "disputePage.reply.send")}
        </Button>
        <Button kind="second" name="act" value="files">
          {t(reply.uploads.length === 0 ? "disputePage.reply.addFiles" : "disputePage.reply.changeFiles")}
        </Button>
      </Stack>
    </form>
  );
}
