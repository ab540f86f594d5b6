import type { Translator } from "#app/i18n/translator.ts";
import type { Services } from "#app/server/services.server.ts";
import {
  diagnoseEndpoint,
  type DiagnosedAttempt,
  type ReceiverDiagnosis,
  stateOf,
} from "./diagnose-endpoint.server.ts";
import type { Endpoint, EndpointScope } from "./endpoint-store.server.ts";
import { explainDiagnosis } from "./explain-diagnosis.server.ts";
import { type DeliveryStatus, listDeliveries, type LoggedAttempt } from "./list-deliveries.server.ts";

const PAGE = 20;

/** An endpoint as the creditor's people see it: its settings and whether it does its work. */
export function endpointPage(endpoint: Endpoint) {
  const { id, url, events, description, signature, status, previousSecretUntil } = endpoint;
  return {
    ...{ id, url, events, description, signature, status },
    condition: conditionOf(endpoint),
    previousSecretUntil: previousSecretUntil?.toISOString() ?? null,
  };
}

function conditionOf(endpoint: Endpoint): "on" | "failing" | "resting" | "off" {
  const state = stateOf(endpoint, true);
  if (state === "disabled") return "off";
  return state === "failing" || state === "resting" ? state : "on";
}

/** A page of the delivery log, newest first; null when the endpoint is not the creditor's. */
export async function deliveriesPage(
  services: Services,
  page: EndpointScope & { readonly status: DeliveryStatus | null; readonly after: string | null },
) {
  const { status, after, ...scope } = page;
  const found = await listDeliveries(services, {
    ...scope,
    limit: PAGE + 1,
    ...(status === null ? {} : { status }),
    ...(after === null ? {} : { after }),
  });
  if (!found.ok) return null;
  const items = found.value.slice(0, PAGE);
  return {
    status,
    items: items.map(({ id, event, body, status: state, nextAttemptAt, attempts }) => ({
      ...{ id, eventId: event.id, type: event.type, body, status: state },
      occurredAt: event.occurredAt.toISOString(),
      nextAttemptAt: nextAttemptAt?.toISOString() ?? null,
      attempts: attempts.map(attemptView),
    })),
    next: found.value.length > PAGE ? (items.at(-1)?.id ?? null) : null,
  };
}

/** What is wrong with a receiver, in the words of the reader; null when the endpoint is not the creditor's. */
export async function receiverPage(services: Services, scope: EndpointScope, translator: Pick<Translator, "t">) {
  const found = await diagnoseEndpoint(services, scope);
  if (!found.ok) return null;
  const diagnosis = found.value;
  const { looked, lastAttempt, missing } = diagnosis;
  return {
    endpoint: endpointPage(diagnosis.endpoint),
    receiver: {
      ...explainDiagnosis(diagnosis, translator),
      tone: toneOf(diagnosis),
      looked,
      missing,
      lastAttempt: lastAttempt && lastView(lastAttempt),
      lastSuccessAt: diagnosis.lastSuccessAt?.toISOString() ?? null,
      nextAttemptAt: diagnosis.nextAttemptAt?.toISOString() ?? null,
      disabledAt: diagnosis.disabledAt?.toISOString() ?? null,
    },
  };
}

function toneOf({ state }: ReceiverDiagnosis): "done" | "busy" | "problem" {
  if (state === "working") return "done";
  return state === "untried" ? "busy" : "problem";
}

function attemptView({ number, startedAt, durationMs, statusCode, failure, request, responseBody }: LoggedAttempt) {
  return { number, startedAt: startedAt.toISOString(), durationMs, statusCode, failure, request, responseBody };
}

function lastView({ eventType, startedAt, durationMs, statusCode, failure, responseBody }: DiagnosedAttempt) {
  const attempt = { number: 0, startedAt: startedAt.toISOString(), durationMs, statusCode, failure, responseBody };
  return { ...attempt, type: eventType, request: null };
}
