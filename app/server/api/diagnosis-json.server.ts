import { translatorFor } from "#app/i18n/translator.ts";
import type { ReceiverDiagnosis } from "#app/server/webhooks/diagnose-endpoint.server.ts";
import { explainDiagnosis } from "#app/server/webhooks/explain-diagnosis.server.ts";
import type { DiagnosisJson } from "./schemas/diagnosis-schema.server.ts";
import { knownType } from "./webhook-json.server.ts";

/** In English, as everything that the API says to people. */
export function diagnosisJson(diagnosis: ReceiverDiagnosis): DiagnosisJson {
  const { endpoint, state, looked, lastAttempt, missing } = diagnosis;
  const { meaning, faults } = explainDiagnosis(diagnosis, translatorFor("en"));
  return {
    endpoint: endpoint.id,
    state,
    code: diagnosis.faults[0].code,
    meaning,
    faults: faults.map((fault) => ({ ...fault })),
    looked: { ...looked },
    lastAttempt: lastAttempt && {
      event: { id: lastAttempt.eventId, type: knownType(lastAttempt.eventType) },
      trigger: lastAttempt.trigger,
      startedAt: lastAttempt.startedAt.toISOString(),
      durationMs: lastAttempt.durationMs,
      statusCode: lastAttempt.statusCode,
      failure: lastAttempt.failure,
      responseBody: lastAttempt.responseBody,
    },
    lastSuccessAt: diagnosis.lastSuccessAt?.toISOString() ?? null,
    missing: { ...missing },
    missingSince: diagnosis.missingSince?.toISOString() ?? null,
    nextAttemptAt: diagnosis.nextAttemptAt?.toISOString() ?? null,
    disabledAt: diagnosis.disabledAt?.toISOString() ?? null,
  };
}
