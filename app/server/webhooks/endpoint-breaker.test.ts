import { expect, test } from "vitest";
import {
  type Breaker,
  breakerAfterFailure,
  breakerWindowFrom,
  closedBreaker,
  isProbe,
} from "#app/server/webhooks/endpoint-breaker.server.ts";

const NOW = new Date("2026-11-22T10:00:00Z");
const after = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000);
const closed = closedBreaker(NOW);

test.each([
  [9, 9, false],
  [10, 6, false],
  [10, 7, true],
  [100, 69, false],
  [100, 70, true],
])("of %d attempts %d failed: it rests is %s", (attempts, failures, rests) => {
  const breaker = breakerAfterFailure(closed, { startedAt: NOW, now: after(1), window: { attempts, failures } });
  expect(breaker.breakerOpenUntil).toEqual(rests ? after(31) : null);
});

test("each probe that fails doubles the rest, up to five minutes", () => {
  let breaker: Breaker = { ...closed, breakerOpenUntil: NOW, breakerTrips: 1 };
  const rests: number[] = [];
  for (let probe = 0; probe < 6; probe += 1) {
    const at = breaker.breakerOpenUntil ?? NOW;
    breaker = breakerAfterFailure(breaker, { startedAt: at, now: at, window: { attempts: 1, failures: 1 } });
    rests.push(((breaker.breakerOpenUntil ?? at).getTime() - at.getTime()) / 1_000);
  }
  expect(rests).toEqual([60, 120, 240, 300, 300, 300]);
});

test("what was under way when the rest began is no probe and makes it no longer", () => {
  const open: Breaker = { ...closed, breakerOpenUntil: after(30), breakerTrips: 1 };
  expect(isProbe(open, after(29))).toBe(false);
  expect(isProbe(open, after(30))).toBe(true);
  expect(isProbe(closed, after(30))).toBe(false);
  const straggler = { startedAt: after(-5), now: after(40), window: { attempts: 20, failures: 20 } };
  expect(breakerAfterFailure(open, straggler)).toBe(open);
});

test("five minutes count, and nothing from before it was closed", () => {
  expect(breakerWindowFrom({ ...closed, breakerCountsFrom: null }, NOW)).toEqual(after(-300));
  expect(breakerWindowFrom(closedBreaker(after(-600)), NOW)).toEqual(after(-300));
  expect(breakerWindowFrom(closedBreaker(after(-60)), NOW)).toEqual(after(-60));
});
