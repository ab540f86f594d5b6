import { expect, test } from "vitest";
import { eventBody } from "#app/server/webhooks/event-body.server.ts";

const timestamp = new Date("2026-11-22T10:00:00.123Z");
const ofClaim = { timestamp, sequence: 7, claim: { id: "clm_1", reference: "2026-00123" } };

test("the body is type, timestamp and data, sequence and claim first", () => {
  const data = { payment: { id: "pay_1", amount: { currency: "EUR", value: "120.00" } } };
  expect(eventBody({ type: "payment.paid", ...ofClaim, data })).toBe(
    `{"type":"payment.paid","timestamp":"2026-11-22T10:00:00.123Z","data":{"sequence":7,` +
      `"claim":{"id":"clm_1","reference":"2026-00123"},"payment":{"id":"pay_1","amount":{"currency":"EUR","value":"120.00"}}}}`,
  );
});

test("nothing in the data takes the place of sequence or claim", () => {
  expect(eventBody({ type: "claim.opened", ...ofClaim, data: { sequence: 1, claim: null } })).toBe(
    eventBody({ type: "claim.opened", ...ofClaim, data: {} }),
  );
});

test("a test event is about no claim", () => {
  expect(eventBody({ type: "webhook.test", timestamp, data: {} })).toBe(
    `{"type":"webhook.test","timestamp":"2026-11-22T10:00:00.123Z","data":{}}`,
  );
});

test("20,000 bytes fit, counted in UTF-8, and one more does not", () => {
  const build = (text: string) => eventBody({ type: "dispute.message", ...ofClaim, data: { text } });
  const room = 20_000 - build("").length;
  expect(Buffer.byteLength(build("x".repeat(room)))).toBe(20_000);
  expect(() => build("x".repeat(room + 1))).toThrow(RangeError);
  expect(() => build(`€${"x".repeat(room - 2)}`)).toThrow(RangeError);
});
