import { expect, test } from "vitest";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { PaymentProvider, ProviderFailure } from "./payment-provider.server.ts";
import { acrossAccounts } from "./provider-of-payment.server.ts";

type Says = "sees" | "not_found" | "withdrawn" | "refuses" | "no_answer";

const FAILURES: Record<Exclude<Says, "sees">, ProviderFailure> = {
  not_found: { kind: "not_found" },
  withdrawn: { kind: "refused", status: 401, field: null },
  refuses: { kind: "refused", status: 422, field: null },
  no_answer: { kind: "no_answer" },
};

/** Accounts by what they say of the payment, the one in force first; who is asked, and what comes of it. */
async function asked(...accounts: [Says, ...Says[]]): Promise<{ asked: number[]; answer: unknown }> {
  const seen: number[] = [];
  const [inForce, ...earlier] = accounts.map((says, index): PaymentProvider => {
    const answer = (): Promise<Result<never, ProviderFailure>> => {
      seen.push(index);
      return Promise.resolve(says === "sees" ? ok({ account: index } as never) : err(FAILURES[says]));
    };
    return { fetch: answer } as unknown as PaymentProvider;
  });
  if (!inForce) throw new Error("no account is in force");
  const answer = await acrossAccounts(inForce, () => Promise.resolve(earlier)).fetch("tr_1");
  return { asked: seen, answer: answer.ok ? answer.value : answer.error.kind };
}

test.each<[[Says, ...Says[]], number[], unknown]>([
  [["sees", "sees"], [0], { account: 0 }],
  [["not_found", "sees", "sees"], [0, 1], { account: 1 }],
  [["not_found", "not_found", "sees"], [0, 1, 2], { account: 2 }],
  [["not_found", "withdrawn", "sees"], [0, 1, 2], { account: 2 }],
  [["withdrawn", "sees"], [0, 1], { account: 1 }],
  [["refuses", "sees"], [0], "refused"],
  [["not_found", "refuses", "sees"], [0, 1], "refused"],
  [["no_answer", "sees"], [0], "no_answer"],
  [["not_found", "no_answer", "not_found"], [0, 1], "no_answer"],
  [["not_found", "not_found"], [0, 1], "not_found"],
  [["not_found", "withdrawn"], [0, 1], "not_found"],
  [["withdrawn", "not_found"], [0, 1], "refused"],
  [["not_found"], [0], "not_found"],
])("%j", async (accounts, who, answer) => {
  expect(await asked(...accounts)).toEqual({ asked: who, answer });
});

test("a search goes on to the accounts after the one where nothing was found, and the same key is asked once", async () => {
  const searched: string[] = [];
  const account = (name: string, found: string | null) => {
    const findByAttempt = () => {
      searched.push(name);
      return Promise.resolve(ok(found));
    };
    return { findByAttempt } as unknown as PaymentProvider;
  };
  const inForce = account("in force", null);
  const same = account("same", null);
  const earlier = () => Promise.resolve([same, inForce, same, account("oldest", "tr_1")]);
  expect(await acrossAccounts(inForce, earlier).findByAttempt("pay_1", new Date(0))).toEqual(ok("tr_1"));
  expect(searched).toEqual(["in force", "same", "oldest"]);
  const nowhere = acrossAccounts(inForce, () => Promise.resolve([same]));
  expect(await nowhere.findByAttempt("pay_1", new Date(0))).toEqual(ok(null));
});

test("what the key in force sees costs no look at the others", async () => {
  const revokeMandate = () => Promise.resolve(ok(null));
  const inForce = { revokeMandate } as unknown as PaymentProvider;
  const provider = acrossAccounts(inForce, () => Promise.reject(new Error("looked")));
  expect(await provider.revokeMandate({ customerId: "cst_1", mandateId: "mdt_1" })).toEqual(ok(null));
});
