import fc from "fast-check";
import { expect, test } from "vitest";
import {
  ATTEMPT_DELAYS_MS,
  decideAfterAttempt,
  type AttemptResult,
} from "#app/server/webhooks/retry-schedule.server.ts";

const unavailable: AttemptResult = { kind: "answered", status: 503 };

test("twelve attempts, the last 123 hours and 35 minutes after the first", () => {
  expect(ATTEMPT_DELAYS_MS.map((delay) => delay / 1_000)).toEqual([
    0, 5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400, 86_400, 86_400,
  ]);
  expect(ATTEMPT_DELAYS_MS.reduce((total, delay) => total + delay, 0)).toBe((123 * 60 + 35) * 60_000 + 5_000);
});

test.each([
  [{ kind: "answered", status: 200 }, { kind: "delivered" }],
  [{ kind: "answered", status: 204 }, { kind: "delivered" }],
  [{ kind: "answered", status: 299 }, { kind: "delivered" }],
  [{ kind: "answered", status: 410 }, { kind: "gone" }],
  [
    { kind: "answered", status: 199 },
    { kind: "retry", delayMs: 5_000 },
  ],
  [
    { kind: "answered", status: 301 },
    { kind: "retry", delayMs: 5_000 },
  ],
  [
    { kind: "answered", status: 308 },
    { kind: "retry", delayMs: 5_000 },
  ],
  [
    { kind: "answered", status: 404 },
    { kind: "retry", delayMs: 5_000 },
  ],
  [
    { kind: "answered", status: 500 },
    { kind: "retry", delayMs: 5_000 },
  ],
  [
    { kind: "answered", status: 429 },
    { kind: "retry", delayMs: 60_000 },
  ],
  [
    { kind: "answered", status: 502 },
    { kind: "retry", delayMs: 60_000 },
  ],
  [
    { kind: "answered", status: 504 },
    { kind: "retry", delayMs: 60_000 },
  ],
  [
    { kind: "failed", reason: "timeout" },
    { kind: "retry", delayMs: 60_000 },
  ],
  [
    { kind: "failed", reason: "connect" },
    { kind: "retry", delayMs: 5_000 },
  ],
  [
    { kind: "failed", reason: "blocked_address" },
    { kind: "retry", delayMs: 5_000 },
  ],
] as const)("after a first attempt with %j: %j", (result, decision) => {
  expect(decideAfterAttempt({ attempt: 1, result, random: 0 })).toEqual(decision);
});

test.each([
  [120_000, 120_000],
  [90_000, 90_000],
  [1_000, 60_000],
  [864_000_000, 120_000],
])("429 with Retry-After %d ms waits %d ms: between one and two times the plan", (retryAfterMs, delayMs) => {
  const result = { kind: "answered", status: 429, retryAfterMs } as const;
  expect(decideAfterAttempt({ attempt: 1, result, random: 0 })).toEqual({ kind: "retry", delayMs });
});

test("the twelfth failure is the last, the twelfth success still counts", () => {
  expect(decideAfterAttempt({ attempt: 12, result: unavailable, random: 0 })).toEqual({ kind: "exhausted" });
  expect(decideAfterAttempt({ attempt: 12, result: { kind: "answered", status: 200 }, random: 0 })).toEqual({
    kind: "delivered",
  });
});

const failure: fc.Arbitrary<AttemptResult> = fc.oneof(
  fc.record({ kind: fc.constant("failed" as const), reason: fc.constantFrom("timeout", "reset", "dns", "tls") }),
  fc
    .record({
      kind: fc.constant("answered" as const),
      status: fc.constantFrom(301, 400, 404, 429, 500, 502, 503, 504),
      retryAfterMs: fc.nat(10 * 86_400_000),
    })
    .chain(({ retryAfterMs, ...answer }) => fc.constantFrom(answer, { ...answer, retryAfterMs })),
);
const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test("whatever fails, a delivery is tried twelve times over at least five days", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(failure, random), { minLength: 12, maxLength: 12 }), (attempts) => {
      const decisions = attempts.map(([result, chance], index) =>
        decideAfterAttempt({ attempt: index + 1, result, random: chance }),
      );
      expect(decisions.map(({ kind }) => kind)).toEqual([...Array(11).fill("retry"), "exhausted"]);
      const delays = decisions.flatMap((decision) => (decision.kind === "retry" ? [decision.delayMs] : []));
      expect(delays.reduce((total, delay) => total + delay, 0)).toBeGreaterThanOrEqual(120 * 3_600_000);
    }),
  );
});

test("a wait is never shorter than planned, at most a tenth longer without Retry-After, at most double with it", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 11 }), failure, random, (attempt, result, chance) => {
      const decision = decideAfterAttempt({ attempt, result, random: chance });
      const planned = Math.max(ATTEMPT_DELAYS_MS[attempt] ?? 0, 60_000);
      const asked = result.kind === "answered" ? result.retryAfterMs : undefined;
      expect(decision.kind).toBe("retry");
      if (decision.kind !== "retry") return;
      expect(decision.delayMs).toBeGreaterThanOrEqual(ATTEMPT_DELAYS_MS[attempt] ?? 0);
      expect(decision.delayMs).toBeLessThanOrEqual(planned * (asked === undefined ? 1.1 : 2.2));
      if (asked !== undefined && asked <= planned) return;
      if (asked !== undefined) expect(decision.delayMs).toBeGreaterThan(ATTEMPT_DELAYS_MS[attempt] ?? 0);
    }),
  );
});

test("without jitter the waits never get shorter", () => {
  const waits = ATTEMPT_DELAYS_MS.slice(1).map((_delay, index) =>
    decideAfterAttempt({ attempt: index + 1, result: unavailable, random: 0 }),
  );
  const delays = waits.map((wait) => (wait.kind === "retry" ? wait.delayMs : 0));
  expect(delays).toEqual([...delays].sort((left, right) => left - right));
});
