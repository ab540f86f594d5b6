import { expect, test } from "vitest";
import { nextCheck } from "./check-schedule.server.ts";
import { retryAfterMs } from "./settle-notices.server.ts";

const createdAt = new Date("2026-11-22T10:00:00Z");
const after = (minutes: number) => new Date(createdAt.getTime() + minutes * 60_000);

function plan(more: { paid: boolean; openAtProvider: boolean }, minutes: number): string | null {
  return nextCheck({ ...more, createdAt, now: after(minutes) })?.toISOString() ?? null;
}

test("an open payment is asked about after 1, 5, 15 and 60 minutes, then every hour", () => {
  const asked = [];
  for (let now = createdAt; asked.length < 7;) {
    now = nextCheck({ paid: false, openAtProvider: true, createdAt, now }) ?? now;
    asked.push((now.getTime() - createdAt.getTime()) / 60_000);
  }
  expect(asked).toEqual([1, 5, 15, 60, 120, 180, 240]);
});

test("a check that came late is followed by the next that is planned", () => {
  expect(plan({ paid: false, openAtProvider: true }, 7)).toBe("2026-11-22T10:15:00.000Z");
});

test("a payment that ended without money is asked about daily for two weeks", () => {
  const ended = { paid: false, openAtProvider: false };
  expect(plan(ended, 20)).toBe("2026-11-23T10:20:00.000Z");
  expect(plan(ended, 14 * 1440 - 1)).toBe("2026-12-07T09:59:00.000Z");
  expect(plan(ended, 14 * 1440)).toBeNull();
});

test("a paid one is asked about weekly up to day 120", () => {
  const paid = { paid: true, openAtProvider: false };
  expect(plan(paid, 3)).toBe("2026-11-29T10:03:00.000Z");
  expect(plan(paid, 119 * 1440)).toBe("2027-03-28T10:00:00.000Z");
  expect(plan(paid, 120 * 1440)).toBeNull();
});

test("a notice without answer is tried again after 5 s, 15 s, 1 min, 5 min and then every 15 min, for hours", () => {
  expect([1, 2, 3, 4, 5, 19].map(retryAfterMs)).toEqual([5_000, 15_000, 60_000, 300_000, 900_000, 900_000]);
  expect(retryAfterMs(20)).toBeNull();
});
