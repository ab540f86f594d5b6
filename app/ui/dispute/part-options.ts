import { type DisputeGround, usualScope } from "#app/domain/dispute/grounds.ts";
import { costsAskedOf, type DisputeScope } from "#app/domain/dispute/scope.ts";
import { type Cents, plus } from "#app/domain/money.ts";
import type { Language } from "#app/i18n/languages.ts";
import { amountText } from "#app/ui/arrangement/amount-text.ts";
import type { ClaimView } from "#app/ui/claim/claim-view.ts";

/** What there is to disagree with. */
export type PartOptions = {
  readonly open: Cents;
  /** With something open, each with the interest over it. */
  readonly invoices: readonly { readonly id: string; readonly number: string; readonly amount: Cents }[];
  /** Null when there is none. */
  readonly interest: Cents | null;
  /** With VAT; zero when they are announced only. Null when there are none. */
  readonly costs: Cents | null;
};

/** What was filled in. `choice`: whole, parts, amount, or empty before the first answer. */
export type PartAnswers = { readonly choice: string; readonly parts: readonly string[]; readonly amount: string };

export function partOptions({ statement, invoices }: Pick<ClaimView, "statement" | "invoices">): PartOptions {
  const { open, costs, interest } = statement;
  // Also when they were paid: a payment goes to costs first, whoever agrees with them.
  const costsAsked = costsAskedOf(statement);
  return {
    open,
    invoices: invoices.flatMap(({ id, number }) => {
      const balance = statement.invoices.find(({ invoiceId }) => invoiceId === id);
      const amount = balance && plus(balance.open, balance.interestOpen);
      return amount !== undefined && amount > 0n ? [{ id, number, amount }] : [];
    }),
    interest: interest.open > 0n ? interest.open : null,
    costs: costsAsked > 0n || (costs.total === 0n && costs.dueFrom !== null) ? costsAsked : null,
  };
}

/** One bill without interest or costs has no parts. */
export function hasParts({ invoices, interest, costs }: PartOptions): boolean {
  return invoices.length > 1 || interest !== null || costs !== null;
}

export function partAnswers(scope: DisputeScope, language: Language): PartAnswers {
  switch (scope.kind) {
    case "whole":
      return { choice: "whole", parts: [], amount: "" };
    case "parts": {
      const { invoices, interest, costs } = scope;
      const parts = [...invoices, ...(interest ? ["interest"] : []), ...(costs ? ["costs"] : [])];
      return { choice: "parts", parts, amount: "" };
    }
    case "amount":
      return { choice: "amount", parts: [], amount: amountText(scope.amount, language) };
  }
}

/** What is proposed before the first answer: what such a ground is usually about, and of a payment what was paid. */
export function firstPart(
  { open, interest, costs }: PartOptions,
  { ground, paidAmount }: { ground: DisputeGround; paidAmount: Cents | null },
  language: Language,
): PartAnswers {
  if (paidAmount !== null && paidAmount < open) return partAnswers({ kind: "amount", amount: paidAmount }, language);
  const usual = usualScope(ground);
  const part = { kind: "parts", invoices: [], interest: usual === "interest", costs: usual === "costs" } as const;
  if (usual === "amount") return { choice: "amount", parts: [], amount: "" };
  const isThere = (usual === "costs" && costs !== null) || (usual === "interest" && interest !== null);
  return partAnswers(isThere ? part : { kind: "whole" }, language);
}
