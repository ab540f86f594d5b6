import type { OpenPaymentView } from "#app/ui/claim/claim-view.ts";
import { ContinuePayment, PaymentUnderWay } from "#app/ui/claim/payment-under-way.tsx";
import { formatAmount, formatDayWithWeekday } from "#app/ui/format.ts";
import { Amount } from "#app/ui/parts/amount.tsx";
import { ButtonLink } from "#app/ui/parts/button-link.tsx";
import { Note } from "#app/ui/parts/note.tsx";
import { RichText } from "#app/ui/parts/rich-text.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import { payBehindHref, payInstalmentHref, payPage } from "./arrangement-addresses.ts";
import { type DueNow, dueNow, type RunningView } from "./arrangement-view.ts";

/** What to pay first, when, and the way to do it. */
export function InstalmentCard({
  arrangement,
  openPayment,
}: {
  arrangement: RunningView;
  openPayment: OpenPaymentView | null;
}) {
  const { t, language } = useTranslation();
  const due = dueNow(arrangement);
  if (due === null) return <p>{t("arrangementPage.running.allPaid")}</p>;
  const { state, amount, by } = due;
  const day = formatDayWithWeekday(by, language);
  const collected = arrangement.mandate?.status === "valid" && (state === "upcoming" || state === "due");
  return (
    <>
      <p className="mb-0 text-ink-soft">{t(`arrangementPage.due.${state}.label`)}</p>
      <p className="mb-0">
        <Amount cents={amount} size="large" />
      </p>
      <p>
        <RichText
          text={t(collected ? "arrangementPage.due.collected" : `arrangementPage.due.${state}.when`, { day })}
        />
      </p>
      <BehindNote due={due} again={arrangement.mandate?.status === "valid"} />
      {openPayment === null ? (
        <PayButtons arrangement={arrangement} due={due} collected={collected} />
      ) : (
        <>
          <PaymentUnderWay payment={openPayment} />
          {state !== "collecting" && (
            <Stack>
              <ContinuePayment payment={openPayment} />
              <CannotPayLink />
            </Stack>
          )}
        </>
      )}
    </>
  );
}

/**
 * Friendly where something was missed or could not be collected; plain about what happens next where the last letter went
 * out. `again`: a collection that failed is tried once more.
 */
function BehindNote({ due: { state, alsoLate, by }, again }: { due: DueNow; again: boolean }) {
  const { t, language } = useTranslation();
  if (state === "collection_failed") {
    return (
      <Note tone="wait">
        <p>{t("arrangementPage.due.collection_failed.repair")}</p>
        {again && (
          <p>{t("arrangementPage.due.collection_failed.again", { day: formatDayWithWeekday(by, language) })}</p>
        )}
      </Note>
    );
  }
  if (state === "late") {
    return (
      <Note tone="wait">
        <p>{t("arrangementPage.due.late.repair")}</p>
        {alsoLate > 0n && <p>{t("arrangementPage.due.late.also", { amount: formatAmount(alsoLate, language) })}</p>}
      </Note>
    );
  }
  if (state !== "last_letter") return null;
  return (
    <Note tone="wait">
      <p>{t("arrangementPage.due.last_letter.repair")}</p>
      <p>{t("arrangementPage.due.last_letter.otherwise")}</p>
      <p>{t("arrangementPage.due.last_letter.talk")}</p>
    </Note>
  );
}

type PayButtonsProps = { arrangement: RunningView; due: DueNow; collected: boolean };

function PayButtons({ arrangement, due: { state, seq }, collected }: PayButtonsProps) {
  const { t } = useTranslation();
  const href = state === "last_letter" ? payBehindHref(arrangement) : payInstalmentHref(arrangement, seq);
  return (
    <Stack>
      <ButtonLink href={href} kind={collected ? "second" : "main"}>
        {t(collected ? "arrangementPage.pay.myself" : `arrangementPage.pay.${state}`)}
      </ButtonLink>
      <ButtonLink href={payPage(arrangement)} kind="second">
        {t("arrangementPage.pay.more")}
      </ButtonLink>
      <CannotPayLink />
    </Stack>
  );
}

function CannotPayLink() {
  const { t } = useTranslation();
  return (
    <ButtonLink href={`#${CANNOT_PAY}`} kind="second">
      {t("arrangementPage.pay.cannot")}
    </ButtonLink>
  );
}

/** The id of the section about what is possible when an instalment cannot be paid. */
export const CANNOT_PAY = "cannot-pay";
