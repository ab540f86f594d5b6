import { expect, test } from "vitest";
import { findReceiverFaults } from "#app/server/webhooks/receiver-faults.server.ts";

type Found = Parameters<typeof findReceiverFaults>[0];

const enabled: Found["endpoint"] = {
  status: "enabled",
  disabledReason: null,
  breakerOpenUntil: null,
  consecutiveFailures: 0,
};
const failing = { ...enabled, consecutiveFailures: 1 };
const good = { statusCode: 204, failure: null, durationMs: 20 };
const bad = { statusCode: 500, failure: null, durationMs: 20 };
const without = (failure: string) => ({ statusCode: null, failure, durationMs: 15_000 });

const codes = (found: Partial<Found>) =>
  findReceiverFaults({ endpoint: enabled, attempts: [good], givenUp: 0, ...found }).map(({ code }) => code);

test.each(["dns", "blocked_address", "connect", "tls", "timeout", "reset"])("no answer because of %s", (failure) => {
  expect(codes({ endpoint: failing, attempts: [without(failure)] })).toEqual([failure]);
});

test("an answer that is none", () => {
  expect(codes({ endpoint: failing, attempts: [without("invalid_response")] })).toEqual(["not_http"]);
});

test("the last failure is the one that counts", () => {
  expect(codes({ endpoint: failing, attempts: [without("tls"), bad, without("dns")] })).toEqual(["tls"]);
});

test("an outage that is over is nothing to worry about; one that comes and goes is", () => {
  expect(codes({ attempts: [good, good, bad, bad, good] })).toEqual(["fine"]);
  expect(codes({ attempts: [good, bad, good, bad] })).toEqual(["unsteady"]);
  expect(codes({ endpoint: failing, attempts: [bad, good, bad, good] })).toEqual(["broken", "unsteady"]);
});

test("slow is five seconds and more; the slowest is named", () => {
  expect(codes({ attempts: [{ ...good, durationMs: 4_999 }] })).toEqual(["fine"]);
  const slow = [good, { ...good, durationMs: 12_400 }, { ...good, durationMs: 5_000 }];
  expect(findReceiverFaults({ endpoint: enabled, attempts: slow, givenUp: 0 })).toEqual([
    { code: "slow", values: { seconds: 12 } },
  ]);
});

test("events that were given up are named also when everything else works", () => {
  expect(codes({ givenUp: 2 })).toEqual(["given_up"]);
});

test("the state comes first, then its cause", () => {
  const disabled = { ...failing, status: "disabled", disabledReason: "failing_for_days" } as const;
  expect(codes({ endpoint: disabled, attempts: [without("connect")] })).toEqual(["disabled_failing", "connect"]);
  const resting = { ...failing, breakerOpenUntil: new Date(0) };
  expect(codes({ endpoint: resting, attempts: [without("timeout")], givenUp: 1 })).toEqual(["resting", "timeout", "given_up"]); // prettier-ignore
});
