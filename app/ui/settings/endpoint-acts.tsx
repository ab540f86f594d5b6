import { CheckboxList } from "#app/ui/forms/checkbox-list.tsx";
import { ChoiceCards } from "#app/ui/forms/choice-cards.tsx";
import { errorAt } from "#app/ui/forms/error-at.ts";
import type { FormError } from "#app/ui/forms/error-summary.tsx";
import { Field } from "#app/ui/forms/field.tsx";
import { HiddenFields } from "#app/ui/forms/hidden-fields.tsx";
import { OpeningAct } from "#app/ui/inbox/opening-act.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import { EndpointFields } from "./endpoint-fields.tsx";
import type { EndpointView } from "./endpoint-view.ts";
import { answerOf, answersOf, type FormAnswers } from "./form-answers.ts";

type Acting = { readonly endpoint: EndpointView; readonly answers: FormAnswers; readonly errors: readonly FormError[] };

const RANGE_FIELDS: readonly string[] = ["since", "until"];

/** What an owner can do with an endpoint, each act opening to its questions. */
export function EndpointActs({ endpoint, answers, errors, formId }: Acting & { formId: string }) {
  const { t } = useTranslation();
  const inRange = errors.some(({ field }) => RANGE_FIELDS.includes(field));
  const on = endpoint.status === "enabled";
  return (
    <section>
      <h2>{t("settings.webhooks.acts")}</h2>
      {on && <SimpleAct act="test" button={t("settings.webhooks.test.button")} />}
      {!on && <SimpleAct act="enable" button={t("settings.webhooks.enable.button")} />}
      <OpeningAct summary={t("settings.webhooks.change.summary")} open={errors.length > 0 && !inRange}>
        <form method="post" noValidate>
          <HiddenFields values={{ act: "change" }} />
          <EndpointFields answers={answers} errors={errors} />
          <Stack>
            <Button>{t("settings.save")}</Button>
          </Stack>
        </form>
      </OpeningAct>
      <OpeningAct summary={t("settings.webhooks.range.summary")} open={inRange}>
        <RangeForm answers={answers} errors={errors} />
      </OpeningAct>
      <Confirmed act="rotate" formId={formId} />
      {on && <Confirmed act="disable" formId={formId} />}
      <Confirmed act="delete" formId={formId} />
    </section>
  );
}

function SimpleAct({ act, button }: { act: string; button: string }) {
  return (
    <form method="post" className="mb-4">
      <HiddenFields values={{ act }} />
      <Button>{button}</Button>
    </form>
  );
}

function Confirmed({ act, formId }: { act: "rotate" | "disable" | "delete"; formId: string }) {
  const { t } = useTranslation();
  return (
    <OpeningAct summary={t(`settings.webhooks.${act}.summary`)} open={false}>
      <p className="text-ink-soft">{t(`settings.webhooks.${act}.what`)}</p>
      <form method="post">
        <HiddenFields values={{ act, formId }} />
        <Stack>
          <Button>{t(`settings.webhooks.${act}.button`)}</Button>
        </Stack>
      </form>
    </OpeningAct>
  );
}

function RangeForm({ answers, errors }: Omit<Acting, "endpoint">) {
  const { t } = useTranslation();
  return (
    <form method="post" noValidate>
      <HiddenFields values={{ act: "range" }} />
      <p className="text-ink-soft">{t("settings.webhooks.range.what")}</p>
      {(["since", "until"] as const).map((name) => (
        <Field
          key={name}
          name={name}
          type="date"
          label={t(`settings.webhooks.range.${name}`)}
          value={answerOf(answers, name)}
          error={errorAt(errors, name)}
        />
      ))}
      <CheckboxList
        name="delivered"
        legend={t("settings.webhooks.range.delivered")}
        legendHidden
        values={answersOf(answers, "delivered")}
        choices={[
          {
            value: "yes",
            label: t("settings.webhooks.range.delivered"),
            hint: t("settings.webhooks.range.deliveredHint"),
          },
        ]}
      />
      <Stack>
        <Button>{t("settings.webhooks.range.button")}</Button>
      </Stack>
    </form>
  );
}

/** The way in which messages are signed; chosen when an address is added, and for good. */
export function SignatureChoice({ answers }: { answers: FormAnswers }) {
  const { t } = useTranslation();
  return (
    <ChoiceCards
      name="signature"
      legend={t("settings.webhooks.form.signature")}
      value={answerOf(answers, "signature")}
      choices={(["v1", "v1a"] as const).map((value) => ({
        value,
        label: t(`settings.webhooks.signature.${value}`),
        hint: t(`settings.webhooks.signatureHint.${value}`),
      }))}
    />
  );
}
