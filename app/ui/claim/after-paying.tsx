import { ZERO } from "#app/domain/money.ts";
import { ArrangementSummary } from "#app/ui/arrangement/arrangement-summary.tsx";
import { type ArrangementView, dueNow, isRunning } from "#app/ui/arrangement/arrangement-view.ts";
import { formatAmount, formatDayWithWeekday } from "#app/ui/format.ts";
import { overviewHref } from "#app/ui/dispute/dispute-addresses.ts";
import { LinkList } from "#app/ui/parts/link-list.tsx";
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
  /** Of the same debtor with the same creditor, with something open. */
  others: readonly ClaimView[];
};

/** What is left to do once money has come in: nothing, the next instalment, or what is still open and by when. */
export function AfterPaying({ claims, arrangement, creditor, others }: AfterPayingProps) {
  const { t } = useTranslation();
  const afterClosing = claims.find(({ status, statement }) => status === "closed" && statement.credit > ZERO);
  if (afterClosing) return <Overpaid claim={afterClosing} creditor={creditor} />;
  const isSettled = claims.every(({ statement }) => statement.open === ZERO);
  const isOfPlan = ({ id }: ClaimView) => arrangement?.claimIds.includes(id) ?? false;
  if (arrangement !== null && saysWhatIsNext(arrangement) && (!isSettled || others.some(isOfPlan))) {
    return <ArrangementSummary arrangement={arrangement} creditor={creditor} />;
  }
  if (!isSettled) return <StillOpen claims={claims.filter(({ status }) => status === "open")} />;
  const overpaid = claims.find(({ statement }) => statement.credit > ZERO);
  return (
    <>
      {overpaid && <Overpaid claim={overpaid} creditor={creditor} />}
      {others.length > 0 && <OthersOpen creditor={creditor} others={others} />}
      {!overpaid && others.length === 0 && <p>{t("return.paid.settled")}</p>}
    </>
  );
}

/** Paid too much, or after the creditor had closed the claim: it is the debtor's. */
function Overpaid({ claim: { status, statement }, creditor }: { claim: ClaimView; creditor: string }) {
  const { t, language } = useTranslation();
  const values = { amount: formatAmount(statement.credit, language), name: creditor };
  return <p>{t(status === "closed" ? "overview.next.closedWithCredit" : "overview.next.settledWithCredit", values)}</p>;
}

/** Each claim's own page says what can be done about it, also where nobody asks it now. */
function OthersOpen({ creditor, others }: Pick<AfterPayingProps, "creditor" | "others">) {
  const { t, language } = useTranslation();
  const links = others.map(({ id, description, reference, statement }) => ({
    href: overviewHref(id),
    text: t("pay.amount.claim", {
      description: description || reference,
      amount: formatAmount(statement.open, language),
    }),
  }));
  return (
    <>
      <p>{t("return.paid.settledHere", { creditor })}</p>
      <LinkList links={links} />
    </>
  );
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
