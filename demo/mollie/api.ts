import { customerRoutes } from "./api-customers.ts";
import { methodRoutes } from "./api-methods.ts";
import { paymentRoutes } from "./api-payments.ts";
import { reversalRoutes } from "./api-reversals.ts";
import { problem, type Answer } from "./answers.ts";
import { applyFaults, type Reply, type Faults } from "./faults.ts";
import { admit } from "./idempotency.ts";
import { profileOfHeader } from "./profiles.ts";
import type { RequestLog } from "./request-log.ts";
import { findRoute } from "./routing.ts";
import type { Simulation } from "./simulation.ts";

const routes = [...paymentRoutes, ...reversalRoutes, ...customerRoutes, ...methodRoutes];

export type ApiRequest = {
  readonly method: string;
  readonly url: URL;
  readonly authorization: string | undefined;
  readonly idempotencyKey: string | undefined;
  /** The raw body. */
  readonly text: string;
};

/** Handles one request to `/v2/…` from log to answer, with the faults that were asked for. */
export async function answerApi(
  { simulation, faults, requests }: { simulation: Simulation; faults: Faults; requests: RequestLog },
  { method, url, authorization, idempotencyKey, text }: ApiRequest,
): Promise<Reply> {
  const profileId = profileOfHeader(authorization, simulation.withdrawnKeys);
  const body = parseJson(text);
  const logged = requests.add({
    at: simulation.clock.now(),
    ...{ method, path: url.pathname, query: url.search, profileId },
    ...{ body: body.ok ? body.value : text, idempotencyKey: idempotencyKey ?? null },
    ...{ outcome: null, replayed: false },
  });

  async function handle(): Promise<Reply> {
    if (profileId === null) return answered(problem(401, "Missing authentication, or failed to authenticate"));
    if (!body.ok) return answered(problem(400, "The request body is not valid JSON"));
    const admission = admit(simulation, {
      ...{ profileId, method, key: idempotencyKey, body: body.value },
      target: `${url.pathname}${url.search}`,
    });
    const hits = faults.take({ method, path: url.pathname });
    const before = await applyFaults(hits, "before");
    if (before) {
      if (admission.kind === "admitted") admission.finish(null);
      return before;
    }
    let answer: Answer;
    if (admission.kind === "answered") {
      logged.replayed = admission.replayed;
      answer = admission.answer;
    } else {
      answer = await answerRoute({ method, url, body: body.value, profileId });
      admission.finish(answer);
    }
    return (await applyFaults(hits, "after")) ?? answered(answer);
  }

  async function answerRoute(call: { method: string; url: URL; body: unknown; profileId: string }): Promise<Answer> {
    const found = findRoute(routes, { method: call.method, path: call.url.pathname });
    if (found.kind === "wrong_method") return problem(405, "The method is not allowed for this resource");
    if (found.kind === "unknown") return problem(404, "No such resource");
    return found.handle({ simulation, profileId: call.profileId, query: call.url.searchParams, body: call.body });
  }

  const result = await handle();
  logged.outcome = result.kind === "answer" ? result.answer.status : result.kind;
  return result;
}

function answered(answer: Answer): Reply {
  return { kind: "answer", answer };
}

function parseJson(text: string): { ok: true; value: unknown } | { ok: false } {
  if (text === "") return { ok: true, value: null };
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    return { ok: false };
  }
}
