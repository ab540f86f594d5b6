import { DISPUTE_OUTCOMES } from "#app/domain/dispute/dispute-state.ts";
import type { Cents } from "#app/domain/money.ts";
import { ChoiceCards } from "#app/ui/forms/choice-cards.tsx";
import type { FormError } from "#app/ui/forms/error-summary.tsx";
import { Field } from "#app/ui/forms/field.tsx";
import { HiddenFields } from "#app/ui/forms/hidden-fields.tsx";
import { formatAmount } from "#app/ui/format.ts";
import { errorAt } from "#app/ui/forms/error-at.ts";
import { Button } from "#app/ui/parts/button.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import type { DisputeFormAnswersView, InboxDisputeView } from "./dispute-view.ts";

type ActsProps = {
  dispute: InboxDisputeView;
  errors: readonly FormError[];
  answers: DisputeFormAnswersView;
};

/** What can be done about it now: decide, or ask and tell. */
export function DisputeActs(props: ActsProps) {
  return (
    <>
      <Decide {...props} />
      <Write {...props} />
    </>
  );
}

/** After the decision: what was paid too much goes back to where it came from. */
export function PayBack({ amount }: { amount: Cents }) {
  const { t, language } = useTranslation();
  return (
    <form method="post">
      <HiddenFields values={{ act: "pay_back" }} />
      <Stack>
        <Button>{t("inboxDispute.payBack.button", { amount: formatAmount(amount, language) })}</Button>
      </Stack>
      <p className="text-small text-ink-soft">{t("inboxDispute.payBack.hint")}</p>
    </form>
  );
}

function Decide({ dispute, errors, answers }: ActsProps) {
  const { t, language } = useTranslation();
  const amount = formatAmount(dispute.amount, language);
  return (
    <section>
      <h2>{t("inboxDispute.decide.heading")}</h2>
      <form method="post" noValidate>
        <HiddenFields values={{ act: "resolve" }} />
        <ChoiceCards
          name="outcome"
          legend={t("inboxDispute.decide.legend")}
          value={answers.outcome}
          error={errorAt(errors, "outcome")}
          choices={DISPUTE_OUTCOMES.map((outcome) => ({
            value: outcome,
            label: t(`inboxDispute.decide.${outcome}`),
            hint: t(`inboxDispute.decide.hint.${outcome}`, { amount }),
            ...(outcome === "partly_upheld"
              ? {
                  extra: (
                    <Field
                      name="credit"
                      label={t("inboxDispute.decide.credit")}
                      error={errorAt(errors, "credit")}
                      value={answers.credit}
                      amount
                    />
                  ),
                }
              : {}),
          }))}
        />
        <Field
          name="explanation"
          label={t("inboxDispute.decide.explanation")}
          hint={t("inboxDispute.decide.explanationHint")}
          error={errorAt(errors, "explanation")}
          value={answers.explanation}
          multiline
        />
        <Stack>
          <Button>{t("inboxDispute.decide.button")}</Button>
        </Stack>
      </form>
    </section>
  );
}

function Write({ dispute, errors, answers }: ActsProps) {
  const { t } = useTranslation();
  return (
    <section>
      <h2>{t("inboxDispute.write.heading")}</h2>
      <form method="post" noValidate>
        <HiddenFields values={{ messageId: dispute.messageId }} />
        <Field
          name="message"
          label={t("inboxDispute.write.label")}
          hint={t("inboxDispute.write.hint")}
          error={errorAt(errors, "message")}
          value={answers.message}
          multiline
        />
        <Stack>
          <Button kind="second" name="act" value="ask">
            {t("inboxDispute.write.ask")}
          </Button>
          <Button kind="second" name="act" value="write">
            {t("inboxDispute.write.tell")}
          </Button>
        </Stack>
      </form>
    </section>
  );
}
