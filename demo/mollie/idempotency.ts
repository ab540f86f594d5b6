import { createHash } from "node:crypto";
import { problem, type Answer } from "./answers.ts";
import type { Simulation } from "./simulation.ts";
import type { RememberedAnswer } from "./state.ts";

/** Mollie remembers a key this long. */
const REMEMBERED_MS = 60 * 60_000;

export type KeyedRequest = {
  readonly profileId: string;
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  /** The parameters; the order of fields does not matter. */
  readonly body: unknown;
  readonly key: string | undefined;
};

export type Admission =
  | { readonly kind: "answered"; readonly answer: Answer; readonly replayed: boolean }
  | { readonly kind: "admitted"; readonly finish: (answer: Answer | null) => void };

/**
 * Idempotency of POST requests: the same key with the same request gives the first answer again, marked
 * `Idempotent-Replayed: true`; with another request 400; while the first is being handled 409. Only an answer that did
 * something is remembered: after a refusal the key is free. Call `finish` exactly once, with null when nothing was done.
 */
export function admit(simulation: Simulation, request: KeyedRequest): Admission {
  const { state, clock } = simulation;
  if (request.key === undefined || request.method !== "POST") return { kind: "admitted", finish: () => undefined };
  const id = `${request.profileId} ${request.key}`;
  const fingerprint = fingerprintOf(request);
  forgetOldAnswers(simulation);
  const earlier = state.answers.get(id);
  if (earlier) {
    if (earlier.fingerprint !== fingerprint) {
      return refused(400, "The idempotency key was used before with other parameters or another endpoint");
    }
    if (!earlier.answer) return refused(409, "A request with this idempotency key is still being processed");
    return {
      kind: "answered",
      answer: { ...earlier.answer, headers: { "idempotent-replayed": "true" } },
      replayed: true,
    };
  }
  const remembered: RememberedAnswer = { fingerprint, at: clock.now(), answer: null };
  state.answers.set(id, remembered);
  return {
    kind: "admitted",
    finish: (answer) => {
      if (answer && answer.status < 300) remembered.answer = { status: answer.status, body: answer.body };
      else if (state.answers.get(id) === remembered) state.answers.delete(id);
      simulation.changed();
    },
  };
}

function refused(status: number, detail: string): Admission {
  return { kind: "answered", answer: problem(status, detail), replayed: false };
}

function forgetOldAnswers({ state, clock }: Simulation): void {
  for (const [id, { at }] of state.answers) {
    if (clock.now() - at < REMEMBERED_MS) return;
    state.answers.delete(id);
  }
}

function fingerprintOf({ method, target, body }: KeyedRequest): string {
  const parameters = JSON.stringify(body, (_, value: unknown) =>
    value !== null && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)))
      : value,
  );
  return createHash("sha256").update(`${method} ${target}\n${parameters}`).digest("hex");
}
