import { expect, test } from "vitest";
import { afterFailure, type EndpointHealth } from "./endpoint-health.server.ts";

const healthy: EndpointHealth = { failingSince: null, consecutiveFailures: 0, failureNoticeAt: null };
const at = (text: string) => new Date(`2026-11-${text}Z`);
const failed = (text: string) => ({ gone: false, startedAt: at(text), now: at(text) });

test("the first failure starts the count and has no consequence", () => {
  expect(afterFailure(healthy, failed("22T10:00:00"))).toEqual({
    failingSince: at("22T10:00:00"),
    consecutiveFailures: 1,
    failureNoticeAt: null,
    consequence: { kind: "none" },
  });
});

test("the fourth failure in a row is told, the third and the fifth are not", () => {
  const kinds = [2, 3, 4].map(
    (failures) =>
      afterFailure(
        { ...healthy, failingSince: at("22T10:00:00"), consecutiveFailures: failures },
        failed("22T10:35:05"),
      ).consequence.kind,
  );
  expect(kinds).toEqual(["none", "tell", "none"]);
});

test("an endpoint that comes and goes is told about once a day", () => {
  const third = { ...healthy, consecutiveFailures: 3, failureNoticeAt: at("22T10:00:00") };
  expect(afterFailure(third, failed("23T09:59:59")).consequence).toEqual({ kind: "none" });
  expect(afterFailure(third, failed("23T10:00:00"))).toMatchObject({
    failureNoticeAt: at("23T10:00:00"),
    consequence: { kind: "tell" },
  });
});

test("120 hours without a success disable, a second less does not", () => {
  const failing = { ...healthy, failingSince: at("22T10:00:00"), consecutiveFailures: 11 };
  expect(afterFailure(failing, failed("27T09:59:59")).consequence).toEqual({ kind: "none" });
  expect(afterFailure(failing, failed("27T10:00:00")).consequence).toEqual({
    kind: "disable",
    reason: "failing_for_days",
  });
});

test("410 disables at the first failure", () => {
  const gone = { ...failed("22T10:00:00"), gone: true };
  expect(afterFailure(healthy, gone).consequence).toEqual({ kind: "disable", reason: "gone" });
});

test("of attempts at the same time the one that began first says since when it fails", () => {
  const second = { ...healthy, failingSince: at("22T10:00:05"), consecutiveFailures: 1 };
  expect(afterFailure(second, failed("22T10:00:01")).failingSince).toEqual(at("22T10:00:01"));
});
