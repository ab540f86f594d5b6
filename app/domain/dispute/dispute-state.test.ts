import { expect, test } from "vitest";
import { DISPUTE_ACTS, DISPUTE_STATUSES, disputeAfter, isDisputeEnded } from "./dispute-state.ts";

test("every act in every status", () => {
  const table = DISPUTE_STATUSES.map((status) => {
    const after = DISPUTE_ACTS.map((act) => {
      const moved = disputeAfter(status, act);
      return moved.ok ? moved.value : "no";
    });
    return [status, ...after].join(" ");
  });
  // ask, write, answer, withdraw, resolve
  expect(table).toEqual([
    "open awaiting_debtor open open withdrawn resolved",
    "awaiting_debtor awaiting_debtor awaiting_debtor open withdrawn resolved",
    "resolved no no no no no",
    "withdrawn no no no no no",
  ]);
  expect(disputeAfter("resolved", "answer")).toEqual({
    ok: false,
    error: { kind: "not_possible", status: "resolved" },
  });
});

test("which have ended", () => {
  expect(DISPUTE_STATUSES.filter(isDisputeEnded)).toEqual(["resolved", "withdrawn"]);
});
