import { expect, test } from "vitest";
import { day } from "../calendar.ts";
import { asCents } from "../money.ts";
import { mayPropose } from "./may-propose.ts";
import { DEFAULT_POLICY } from "./policy.ts";

const FREE: Parameters<typeof mayPropose>[0] = {
  policy: DEFAULT_POLICY,
  claimStatuses: ["open", "open"],
  total: asCents(50_00n),
  openProposals: 0,
  lastDeclinedOn: null,
  today: day("2026-11-22"),
};

test("open claims, nothing open and nothing declined lately", () => {
  expect(mayPropose(FREE)).toEqual({ ok: true, value: null });
});

test.each(["paused", "arranged", "disputed", "settled", "closed"] as const)("not over a claim that is %s", (status) => {
  expect(mayPropose({ ...FREE, claimStatuses: ["open", status] })).toMatchObject({
    error: { code: "claim_not_open", params: { status } },
  });
});

test("not where arrangements are off, or the claim is too small", () => {
  const off = { ...FREE, policy: { ...DEFAULT_POLICY, enabled: false } };
  expect(mayPropose(off)).toMatchObject({ error: { code: "arrangements_off" } });
  expect(mayPropose({ ...FREE, total: asCents(49_99n) })).toMatchObject({ error: { code: "claim_too_small" } });
});

test("one open proposal at a time", () => {
  expect(mayPropose({ ...FREE, openProposals: 1 })).toMatchObject({
    error: { code: "already_proposed", params: { max: 1 } },
  });
});

test("seven days after one was declined", () => {
  const declined = { ...FREE, lastDeclinedOn: day("2026-11-16") };
  expect(mayPropose(declined)).toMatchObject({ error: { code: "cooldown", params: { until: "2026-11-23" } } });
  expect(mayPropose({ ...declined, today: day("2026-11-23") }).ok).toBe(true);
});
