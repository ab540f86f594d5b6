import type { LocalDate } from "#app/domain/calendar.ts";
import type { Cents } from "#app/domain/money.ts";
import type { Translator } from "#app/i18n/translator.ts";
import { errorAt } from "#app/ui/forms/error-at.ts";
import type { FormError } from "#app/ui/forms/error-summary.tsx";
import { Field } from "#app/ui/forms/field.tsx";
import { formatAmount, formatDay } from "#app/ui/format.ts";
import { ClaimAct } from "#app/ui/inbox/claim-act.tsx";
import type { ClaimHeadView } from "#app/ui/inbox/claim-act-shell.tsx";
import type { InboxUser } from "#app/ui/inbox/inbox-view.ts";
import { useTranslation } from "#app/ui/translation.tsx";

export type RestAnswersView = Readonly<Record<"until" | "reason", string>>;

export type RestFaultView =
  | { readonly field: "until"; readonly kind: "not_a_day" | "past" }
  | { readonly field: "until"; readonly kind: "rests_longer"; readonly untilOn: LocalDate | null }
  | { readonly field: "reason"; readonly kind: "missing" | "too_long" | "over" };

export type RestCheckView = {
  readonly reason: string;
  readonly untilOn: LocalDate | null;
  readonly open: Cents;
  readonly shown: string;
};

export type InboxClaimRestPageProps = {
  /** Let it rest until a day, or ask nothing any more. */
  act: "pause" | "close";
  user: InboxUser;
  path: string;
  head: ClaimHeadView;
  answers: RestAnswersView;
  errors?: readonly RestFaultView[] | undefined;
  check?: RestCheckView | undefined;
  changed?: boolean | undefined;
};

/** A claim rests or is closed: why, then what that means, then it is done and the debtor told. */
export function InboxClaimRestPage(props: InboxClaimRestPageProps) {
  const { act, user, path, head, answers, errors = [], check, changed = false } = props;
  const translator = useTranslation();
  const { t } = translator;
  const messages = errors.map((error): FormError => ({ field: error.field, message: messageOf(error, translator) }));
  const title = t(check ? `inboxClaim.${act}.checkTitle` : `inboxClaim.${act}.title`);
  return (
    <ClaimAct
      {...{ user, path, head, title }}
      errors={messages}
      check={
        check
          ? {
              rows: rowsOf(act, check, translator),
              what: whatOf(act, check, translator),
              values: { ...answers, shown: check.shown },
              button: t(`inboxClaim.${act}.do`),
              changed,
            }
          : null
      }
    >
      {act === "pause" && (
        <Field
          name="until"
          type="date"
          label={t("inboxPause.extend.until")}
          hint={t("inboxPause.extend.untilHint")}
          error={errorAt(messages, "until")}
          value={answers.until}
        />
      )}
      <Field
        name="reason"
        label={t("inboxClaim.rest.reason")}
        hint={t("inboxClaim.rest.reasonHint")}
        error={errorAt(messages, "reason")}
        value={answers.reason}
        multiline
      />
    </ClaimAct>
  );
}

function rowsOf(act: "pause" | "close", { reason, untilOn }: RestCheckView, { t, language }: Translator) {
  const until = untilOn === null ? t("inboxPause.noEnd") : formatDay(untilOn, language);
  return [
    ...(act === "pause" ? [{ term: t("inboxPause.extend.until"), value: until }] : []),
    { term: t("inboxClaim.rest.reason"), value: reason },
  ];
}

function whatOf(act: "pause" | "close", { open }: RestCheckView, { t, language }: Translator): string[] {
  if (act === "pause") return [t("inboxClaim.pause.what"), t("inboxClaim.rest.told")];
  return [
    t("inboxClaim.close.what", { amount: formatAmount(open, language) }),
    t("inboxClaim.close.ends"),
    t("inboxClaim.rest.told"),
    t("inboxClaim.close.noUndo"),
  ];
}

function messageOf(fault: RestFaultView, { t, language }: Translator): string {
  switch (fault.kind) {
    case "rests_longer":
      return fault.untilOn === null ? t("inboxClaim.rest.restsOn") : t("inboxClaim.rest.restsLonger", { day: formatDay(fault.untilOn, language) }); // prettier-ignore
    case "not_a_day":
      return t("inboxPause.error.not_a_day");
    case "past":
      return t("inboxPause.error.past");
    case "missing":
      return t("inboxClaim.error.reason");
    case "too_long":
      return t("inboxClaim.error.reasonTooLong");
    case "over":
      return t("inboxClaim.rest.over");
  }
}
