import { ZERO } from "#app/domain/money.ts";
import { ArrangementSummary } from "#app/ui/arrangement/arrangement-summary.tsx";
import { type ArrangementView, dueNow, isRunning } from "#app/ui/arrangement/arrangement-view.ts";
import { formatAmount, formatDayWithWeekday } from "#app/ui/format.ts";
import { RichText } from "#app/ui/parts/rich-text.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import { openTogether } from "./claim-state.ts";
import type { ClaimView } from "./claim-view.ts";

export type AfterPayingProps = {
  /** The claims that were paid on, as they are now. */
  claims: readonly ClaimView[];
  /** The one over these claims that waits or runs, or did. */
  arrangement: ArrangementView | null;
  creditor: string;
};

/** What is left to do once money has come in: nothing, the next instalment, or what is still open and by when. */
export function AfterPaying({ claims, arrangement, creditor }: AfterPayingProps) {
  const { t } = useTranslation();
  if (claims.every(({ statement }) => statement.open === ZERO)) return <p>{t("return.paid.settled")}</p>;
  if (arrangement !== null && saysWhatIsNext(arrangement)) {
    return <ArrangementSummary arrangement={arrangement} creditor={creditor} />;
  }
  return <StillOpen claims={claims.filter(({ status }) => status === "open")} />;
}

function saysWhatIsNext(arrangement: ArrangementView): boolean {
  const { status } = arrangement;
  return status === "proposed" || status === "countered" || (isRunning(arrangement) && dueNow(arrangement) !== null);
}

/** Of what rests nobody asks anything now. */
function StillOpen({ claims }: Pick<AfterPayingProps, "claims">) {
  const { t, language } = useTranslation();
  const [first] = claims
    .flatMap(({ statement }) => statement.invoices)
    .filter(({ open }) => open > 0n)
    .map(({ dueOn }) => dueOn)
    .sort();
  const [claim] = claims;
  const open = openTogether(claims);
  if (claim === undefined || open === ZERO) return <p>{t("return.paid.rests")}</p>;
  const amount = formatAmount(open, language);
  if (first === undefined) return <RichLine text={t("return.paid.stillOpen", { amount })} />;
  const inTime = claim.statement.asOf <= first;
  const values = { amount, day: formatDayWithWeekday(first, language) };
  return <RichLine text={t(inTime ? "return.paid.openUntil" : "return.paid.openSince", values)} />;
}

function RichLine({ text }: { text: string }) {
  return (
    <p>
      <RichText text={text} />
    </p>
  );
}
