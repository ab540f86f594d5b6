import type { Translator } from "#app/i18n/translator.ts";
import type { ReceiverDiagnosis } from "#app/server/webhooks/diagnose-endpoint.server.ts";
import type { ReceiverFaultCode } from "#app/server/webhooks/receiver-faults.server.ts";

/** A diagnosis in words, for somebody at the creditor: never a debtor. */
export type ExplainedDiagnosis = {
  /** The receiver in one line. */
  readonly title: string;
  /** What became of the events that have not arrived: none is lost. */
  readonly meaning: string;
  /** Most important first. */
  readonly faults: readonly {
    readonly code: ReceiverFaultCode;
    readonly happened: string;
    readonly next: string;
  }[];
};

export function explainDiagnosis(diagnosis: ReceiverDiagnosis, { t }: Pick<Translator, "t">): ExplainedDiagnosis {
  const { state, faults, missing } = diagnosis;
  const count = missing.waiting + missing.held;
  return {
    title: t(`receiver.state.${state}`),
    meaning: count === 0 ? t("receiver.meaning.nothingMissing") : t(`receiver.meaning.${state}`, { count }),
    faults: faults.map(({ code, values }) => ({
      code,
      happened: t(`receiver.happened.${code}`, values),
      next: t(`receiver.next.${code}`),
    })),
  };
}
