import type { Allocation } from "#app/domain/account.ts";
import type { Translator } from "#app/i18n/translator.ts";
import { absolute } from "#app/ui/claim/statement-rows.ts";
import { formatAmount, formatDay } from "#app/ui/format.ts";
import { Card } from "#app/ui/parts/card.tsx";
import { DetailsRow } from "#app/ui/parts/details-row.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import type { ClaimFactView } from "./claims-view.ts";
import { methodText } from "./method-text.ts";

const PARTS = ["costs", "vat", "interest", "principal", "credit"] as const satisfies readonly (keyof Allocation)[];

/** Payments, credits and what went back, the newest first, each with where it went. */
export function ClaimFacts({ facts }: { facts: readonly ClaimFactView[] }) {
  const translator = useTranslation();
  const { t, language } = translator;
  if (facts.length === 0) return null;
  return (
    <section>
      <h2>{t("inboxClaim.facts.heading")}</h2>
      <Card>
        {facts.map((fact) => (
          <DetailsRow
            key={fact.factKey}
            summary={t(`inboxClaim.facts.entry.${fact.type}`, { day: formatDay(fact.date, language) })}
            value={formatAmount(fact.amount, language)}
          >
            {linesOf(fact, translator).map((line) => (
              <p key={line} className="mb-1 [overflow-wrap:anywhere]">
                {line}
              </p>
            ))}
          </DetailsRow>
        ))}
      </Card>
    </section>
  );
}

function linesOf({ allocation, method, reference, reason }: ClaimFactView, translator: Translator): string[] {
  const { t, language } = translator;
  const where = PARTS.filter((part) => allocation[part] !== 0n).map((part) => t("inboxClaim.facts.went", { part: t(`inboxClaim.facts.part.${part}`), amount: formatAmount(absolute(allocation[part]), language) })); // prettier-ignore
  return [
    ...(method === null ? [] : [t("inboxClaim.facts.method", { method: methodText(method, translator) })]),
    ...(reference === null || reference === "" ? [] : [t("inboxClaim.facts.reference", { reference })]),
    ...(reason === "" ? [] : [t("inboxClaim.facts.reason", { reason })]),
    ...where,
  ];
}
