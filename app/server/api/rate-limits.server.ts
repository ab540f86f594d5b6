import { err, ok, type Result } from "#app/domain/result.ts";
import type { RateLimitRule } from "#app/server/platform/rate-limit/rate-limit.server.ts";
import type { Services } from "#app/server/services.server.ts";
import type { Problem } from "./problem.server.ts";

const REQUESTS_OF_KEY: RateLimitRule = { name: "api-key", points: 600, seconds: 60 };
const WRONG_KEYS_OF_ADDRESS: RateLimitRule = { name: "api-wrong-key", points: 100, seconds: 60 };

type Headers = Readonly<Record<string, string>>;

/** Counts a request of a key. The headers tell how many are left and until when, also with the answer that refuses. */
export async function countRequest(services: Services, keyId: string): Promise<Result<Headers, Problem>> {
  return count(services, REQUESTS_OF_KEY, keyId);
}

/** Counts a wrong key against the address it came from. Right keys from there are let through: many share an address. */
export async function countWrongKey(services: Services, clientAddress: string): Promise<Result<Headers, Problem>> {
  return count(services, WRONG_KEYS_OF_ADDRESS, clientAddress);
}

async function count(services: Services, rule: RateLimitRule, subject: string): Promise<Result<Headers, Problem>> {
  const state = await services.limiter.count(rule, subject);
  const headers = {
    "RateLimit-Limit": String(rule.points),
    "RateLimit-Remaining": String(state.remaining),
    "RateLimit-Reset": String(state.resetSeconds),
  };
  if (state.allowed) return ok(headers);
  return err({ code: "too_many_requests", headers: { ...headers, "Retry-After": String(state.resetSeconds) } });
}
