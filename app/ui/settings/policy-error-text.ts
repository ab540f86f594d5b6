import type { TextKey, Translator } from "#app/i18n/translator.ts";
import type { LabelledError } from "./labelled-errors.ts";
import type { PolicyFaultView, PolicyField } from "./policy-fields.ts";

const OTHER_LABELS: Readonly<Record<string, TextKey>> = {
  frequencies: "settings.policy.field.frequencies",
  allowedDays: "settings.policy.field.allowedDays",
  methods: "settings.policy.field.methods",
  perMonth1: "settings.policy.trial.perMonth1",
  perMonth2: "settings.policy.trial.perMonth2",
  perMonth3: "settings.policy.trial.perMonth3",
  upTo: "settings.policy.edit.upTo",
};

/** What is wrong; `label` names the field, for the list on top, where many of them would look alike. */
export function policyErrors(faults: readonly PolicyFaultView[], { t }: Translator): LabelledError[] {
  return faults.map(({ field, kind, min = 0, max = 0 }) => {
    const bare = field.replace(/^band\d+_/, "");
    const other = OTHER_LABELS[bare];
    const label = other ? t(other) : t(`settings.policy.field.${bare as PolicyField}`);
    return { field, label: label.replace(/\?$/, ""), message: t(`settings.policy.error.${kind}`, { min, max }) };
  });
}
