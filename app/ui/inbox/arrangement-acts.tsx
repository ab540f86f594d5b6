import type { ReactNode } from "react";
import { Field } from "#app/ui/forms/field.tsx";
import { HiddenFields } from "#app/ui/forms/hidden-fields.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { ButtonLink } from "#app/ui/parts/button-link.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import { counterHref } from "./inbox-addresses.ts";
import type { InboxArrangementView } from "./inbox-view.ts";

export const INBOX_ACTS = ["accept", "decline", "cancel"] as const;

export type InboxAct = (typeof INBOX_ACTS)[number];

export type ActErrors = {
  readonly act: "decline" | "cancel";
  readonly kind: "reason_missing" | "reason_too_long";
  /** What was typed, kept as it was. */
  readonly reason: string;
};

/** What can be done about it now, each a form of its own that names the version on the page. */
export function ArrangementActs({
  arrangement,
  errors,
}: {
  arrangement: InboxArrangementView;
  errors?: ActErrors | undefined;
}) {
  const { t } = useTranslation();
  const { status, version, id, offer } = arrangement;
  if (status === "proposed") {
    const only = offer.schedule.length === 0;
    return (
      <section>
        <h2>{t("inbox.acts.heading")}</h2>
        {only ? (
          <p>{t("inbox.acts.noSchedule")}</p>
        ) : (
          <Act act="accept" version={version}>
            <Button>{t("inbox.acts.accept")}</Button>
          </Act>
        )}
        <Stack>
          <ButtonLink kind={only ? "main" : "second"} href={counterHref(id)}>
            {t("inbox.acts.counter")}
          </ButtonLink>
        </Stack>
        <WithReason
          act="decline"
          {...{ version, errors }}
          summary={t("inbox.acts.decline")}
          hint={t("inbox.acts.declineHint")}
        />
      </section>
    );
  }
  if (status !== "accepted" && status !== "countered") return null;
  const summary = t(status === "accepted" ? "inbox.acts.cancel" : "inbox.acts.takeBack");
  return (
    <section>
      <h2>{t("inbox.acts.heading")}</h2>
      <WithReason act="cancel" {...{ version, errors, summary }} hint={t("inbox.acts.cancelHint")} />
    </section>
  );
}

function Act({ act, version, children }: { act: InboxAct; version: number; children: ReactNode }) {
  return (
    <form method="post" noValidate>
      <HiddenFields values={{ act, version: String(version) }} />
      {children}
    </form>
  );
}

/** Opens to the question why; the debtor reads the answer. */
function WithReason(props: {
  act: "decline" | "cancel";
  version: number;
  summary: string;
  hint: string;
  errors: ActErrors | undefined;
}) {
  const { act, version, summary, hint } = props;
  const { t } = useTranslation();
  const errors = props.errors?.act === act ? props.errors : undefined;
  return (
    <details open={errors !== undefined} className="rounded-card border-2 border-line px-4">
      <summary className="flex min-h-button cursor-pointer items-center font-semibold">{summary}</summary>
      <Act act={act} version={version}>
        <Field
          name={`${act}Reason`}
          label={t("inbox.acts.reason")}
          hint={hint}
          error={errors && t(`inbox.acts.error.${errors.kind}`)}
          value={errors?.reason}
          multiline
        />
        <Stack>
          <Button>{summary}</Button>
        </Stack>
      </Act>
    </details>
  );
}
