import type { DisabledReason } from "#app/server/webhooks/endpoint-health.server.ts";

/** What is wrong with a receiver, by a name that stays: people look it up and programs go by it. */
export const RECEIVER_FAULTS = [
  "fine",
  "untried",
  "disabled_by_you",
  "disabled_gone",
  "disabled_failing",
  "resting",
  "dns",
  "blocked_address",
  "connect",
  "tls",
  "timeout",
  "reset",
  "not_http",
  "redirect",
  "signature_refused",
  "not_found",
  "gone",
  "too_large",
  "refused",
  "overloaded",
  "broken",
  "unsteady",
  "given_up",
  "slow",
] as const;

export type ReceiverFaultCode = (typeof RECEIVER_FAULTS)[number];

export type ReceiverFault = {
  readonly code: ReceiverFaultCode;
  /** What the text of the fault fills in: `status`, `seconds`, `failures`, `attempts` or `count`. */
  readonly values: Readonly<Record<string, number>>;
};

type Attempt = { readonly statusCode: number | null; readonly failure: string | null; readonly durationMs: number };

const SLOW_MS = 5_000;

/** One outage that is over is two turns. */
const UNSTEADY_TURNS = 3;

/**
 * What the state of an endpoint and its last attempts, newest first, say is wrong, most important first. A receiver that
 * answers 400, 401 or 403 most likely does not take our signature.
 */
export function findReceiverFaults(found: {
  readonly endpoint: {
    readonly status: "enabled" | "disabled";
    readonly disabledReason: DisabledReason | null;
    readonly breakerOpenUntil: Date | null;
    readonly consecutiveFailures: number;
  };
  readonly attempts: readonly Attempt[];
  readonly givenUp: number;
}): readonly [ReceiverFault, ...ReceiverFault[]] {
  const { endpoint, attempts, givenUp } = found;
  const failed = attempts.filter((attempt) => !hasArrived(attempt));
  const succeeded = attempts.filter(hasArrived);
  const [lastFailed] = failed;
  const fails =
    endpoint.consecutiveFailures > 0 ||
    endpoint.disabledReason === "failing_for_days" ||
    endpoint.breakerOpenUntil !== null;
  const slowest = Math.max(0, ...succeeded.map(({ durationMs }) => durationMs));
  const faults: ReceiverFault[] = [
    ...(endpoint.status === "disabled" ? [fault(DISABLED[endpoint.disabledReason ?? "by_creditor"])] : []),
    ...(endpoint.status === "enabled" && endpoint.breakerOpenUntil !== null
      ? [fault("resting", { failures: failed.length, attempts: attempts.length })]
      : []),
    ...(fails && lastFailed && endpoint.disabledReason !== "gone" ? [causeOf(lastFailed)] : []),
    ...(turns(attempts) >= UNSTEADY_TURNS
      ? [fault("unsteady", { failures: failed.length, attempts: attempts.length })]
      : []),
    ...(givenUp > 0 ? [fault("given_up", { count: givenUp })] : []),
    ...(slowest >= SLOW_MS ? [fault("slow", { seconds: Math.round(slowest / 1_000) })] : []),
  ];
  const [first, ...others] = faults;
  return first ? [first, ...others] : [fault(attempts.length === 0 ? "untried" : "fine")];
}

/** How often it went from arriving to failing, or back. */
function turns(attempts: readonly Attempt[]): number {
  return attempts.filter((attempt, index) => {
    const before = attempts[index + 1];
    return before !== undefined && hasArrived(before) !== hasArrived(attempt);
  }).length;
}

const DISABLED: Readonly<Record<DisabledReason, ReceiverFaultCode>> = {
  by_creditor: "disabled_by_you",
  gone: "disabled_gone",
  failing_for_days: "disabled_failing",
};

const SIGNATURE_STATUSES = new Set([400, 401, 403]);
const OVERLOADED_STATUSES = new Set([408, 425, 429, 502, 503, 504]);

function causeOf({ statusCode: status, failure, durationMs }: Attempt): ReceiverFault {
  if (status === null) return causeWithoutAnswer(failure, durationMs);
  const values = { status };
  if (status < 200) return fault("not_http");
  if (status < 400) return fault("redirect", values);
  if (SIGNATURE_STATUSES.has(status)) return fault("signature_refused", values);
  if (status === 404 || status === 405) return fault("not_found", values);
  if (status === 410) return fault("gone", values);
  if (status === 413) return fault("too_large", values);
  if (OVERLOADED_STATUSES.has(status)) return fault("overloaded", values);
  return fault(status < 500 ? "refused" : "broken", values);
}

function causeWithoutAnswer(failure: string | null, durationMs: number): ReceiverFault {
  switch (failure) {
    case "dns":
    case "blocked_address":
    case "connect":
    case "tls":
    case "reset":
      return fault(failure);
    case "timeout":
      return fault("timeout", { seconds: Math.round(durationMs / 1_000) });
    default:
      return fault("not_http");
  }
}

function fault(code: ReceiverFaultCode, values: Readonly<Record<string, number>> = {}): ReceiverFault {
  return { code, values };
}

/** Only 2xx is success. */
export function hasArrived({ statusCode }: Pick<Attempt, "statusCode">): boolean {
  return statusCode !== null && statusCode >= 200 && statusCode <= 299;
}
