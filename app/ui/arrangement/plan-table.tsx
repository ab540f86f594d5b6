import type { FollowedInstalment, InstalmentState } from "#app/domain/arrangement/follow-plan.ts";
import type { Translator } from "#app/i18n/translator.ts";
import { formatAmount, formatDay } from "#app/ui/format.ts";
import { Amount } from "#app/ui/parts/amount.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

const SIGNS: Readonly<Record<InstalmentState, { readonly mark: string; readonly look: string }>> = {
  paid: { mark: "✓", look: "border-green bg-green text-card" },
  not_needed: { mark: "–", look: "border-line text-ink-soft" },
  late: { mark: "!", look: "border-amber bg-amber-soft text-amber" },
  due: { mark: "›", look: "border-ink text-ink" },
  partly_paid: { mark: "½", look: "border-green text-green" },
  upcoming: { mark: "", look: "border-line" },
};

type Props = {
  instalments: readonly FollowedInstalment[];
  caption: string;
  /** The number of the one that is being collected: it is not late. */
  collecting?: number | null;
};

/** Every instalment of a plan with its day, its amount and how it stands. */
export function PlanTable({ instalments, caption, collecting = null }: Props) {
  const { t } = useTranslation();
  return (
    <table className="mb-4 w-full border-collapse tabular-nums">
      <caption className="sr-only">{caption}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t("arrangementPage.table.day")}</th>
          <th scope="col">{t("arrangementPage.table.amount")}</th>
        </tr>
      </thead>
      <tbody>
        {instalments.map((instalment) => (
          <PlanRow key={instalment.seq} instalment={instalment} isCollected={instalment.seq === collecting} />
        ))}
      </tbody>
    </table>
  );
}

function PlanRow({ instalment, isCollected }: { instalment: FollowedInstalment; isCollected: boolean }) {
  const translator = useTranslation();
  const { dueOn, amount, state } = instalment;
  const done = state === "paid" || state === "not_needed";
  const { mark, look } = SIGNS[isCollected ? "due" : state];
  return (
    <tr className="border-b border-line align-baseline last:border-b-0 print:break-inside-avoid">
      <th scope="row" className="w-full py-3 pe-3 text-start font-normal">
        <span className="flex gap-3">
          <span
            aria-hidden="true"
            className={`mt-[2px] grid h-6 w-6 shrink-0 place-items-center rounded-full border-2 text-[0.875rem] font-bold leading-none ${look}`}
          >
            {mark}
          </span>
          <span className="min-w-0">
            <time dateTime={dueOn} className={`block ${done ? "" : "font-semibold"}`}>
              {formatDay(dueOn, translator.language)}
            </time>
            <span className="block text-small text-ink-soft">
              {isCollected ? translator.t("arrangementPage.state.collecting") : stateText(instalment, translator)}
            </span>
          </span>
        </span>
      </th>
      <td className={`py-3 text-end ${done ? "text-ink-soft" : "font-semibold"}`}>
        <Amount cents={state === "not_needed" ? instalment.planned : amount} />
      </td>
    </tr>
  );
}

/** How an instalment stands, and how its day came to differ from the agreed one. */
function stateText(instalment: FollowedInstalment, { t, language }: Translator): string {
  const { state, paid, open, paidOn, originalDueOn, movedFrom, postponed, skipped, dueOn } = instalment;
  const written = {
    paid: formatAmount(paid, language),
    open: formatAmount(open, language),
    day: paidOn === null ? "" : formatDay(paidOn, language),
  };
  const part = paid > 0n && (state === "late" || state === "due");
  const texts = [part ? t("arrangementPage.state.partOpen", written) : t(`arrangementPage.state.${state}`, written)];
  const from = formatDay(originalDueOn, language);
  if (originalDueOn !== dueOn && state !== "paid" && state !== "not_needed") {
    if (movedFrom !== null || skipped) texts.push(t("arrangementPage.state.moved", { day: from }));
    else if (postponed) texts.push(t("arrangementPage.state.postponed", { day: from }));
  }
  return texts.join(" ");
}
