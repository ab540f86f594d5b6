import { createHash } from "node:crypto";
import pg from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import type { Database } from "#app/server/platform/database/client.server.ts";

/** So many acts in so many seconds, counted in the database so that a restart forgets nothing. */
export type RateLimitRule = { readonly name: string; readonly points: number; readonly seconds: number };

export type RateLimitState = {
  readonly allowed: boolean;
  readonly remaining: number;
  /** Seconds until the count starts anew. */
  readonly resetSeconds: number;
};

export type RateLimiter = {
  /** Counts one act of a subject (an address, a key). Subjects are stored as hashes. */
  count(rule: RateLimitRule, subject: string): Promise<RateLimitState>;
  /** Looks without counting. */
  look(rule: RateLimitRule, subject: string): Promise<RateLimitState>;
};

export function openRateLimiter(database: Pick<Database, "pool">): RateLimiter {
  const limiters = new Map<string, RateLimiterPostgres>();
  // The library reckons with the driver's own number types, not with the bigint our pool gives.
  const storeClient = { query: (query: pg.QueryConfig) => database.pool.query({ ...query, types: pg.types }) };

  function limiterFor(rule: RateLimitRule): RateLimiterPostgres {
    const known = limiters.get(rule.name);
    if (known) return known;
    const limiter = new RateLimiterPostgres({
      storeClient,
      storeType: "client",
      tableName: "rate_limit",
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: rule.name,
      points: rule.points,
      duration: rule.seconds,
    });
    limiters.set(rule.name, limiter);
    return limiter;
  }

  return {
    async count(rule, subject) {
      try {
        return toState(rule, await limiterFor(rule).consume(keyOf(subject)));
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return { ...toState(rule, refusal), allowed: false };
        throw refusal;
      }
    },
    async look(rule, subject) {
      const state = await limiterFor(rule).get(keyOf(subject));
      if (!state) return { allowed: true, remaining: rule.points, resetSeconds: rule.seconds };
      return { ...toState(rule, state), allowed: state.consumedPoints < rule.points };
    },
  };
}

function toState(rule: RateLimitRule, state: RateLimiterRes): RateLimitState {
  return {
    allowed: true,
    remaining: Math.max(0, rule.points - state.consumedPoints),
    resetSeconds: Math.max(1, Math.ceil(state.msBeforeNext / 1000)),
  };
}

const keyOf = (subject: string): string => createHash("sha256").update(subject).digest("base64url");
