import type { DisputeScope } from "#app/domain/dispute/scope.ts";
import type { Translator } from "#app/i18n/translator.ts";
import { formatAmount } from "#app/ui/format.ts";

/** Which part is disputed, in words: `Rekening 2026-0412, de incassokosten`. */
export function scopeText(
  { scope, invoiceNumbers }: { scope: DisputeScope; invoiceNumbers: readonly string[] },
  { t, language }: Translator,
): string {
  switch (scope.kind) {
    case "whole":
      return t("disputePage.scope.whole");
    case "amount":
      return t("disputePage.scope.amount", { amount: formatAmount(scope.amount, language) });
    case "parts": {
      const parts = [
        ...invoiceNumbers.map((number) => t("disputePage.scope.invoice", { number })),
        ...(scope.interest ? [t("disputePage.scope.interest")] : []),
        ...(scope.costs ? [t("disputePage.scope.costs")] : []),
      ];
      return parts.join("\n");
    }
  }
}
