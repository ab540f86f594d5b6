import { Fragment } from "react";
import type { ArrangementView } from "#app/ui/arrangement/arrangement-view.ts";
import { ButtonLink } from "#app/ui/parts/button-link.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import { isPayable } from "./claim-state.ts";
import type { ClaimView, OpenPaymentView } from "./claim-view.ts";
import { ContinuePayment, PaymentUnderWay } from "./payment-under-way.tsx";

type PayActionProps = {
  claims: readonly ClaimView[];
  openPayment: OpenPaymentView | null;
  href: string;
  /** The one over these claims that waits or runs: then that is the way on, not paying. */
  arrangement: ArrangementView | null;
  /** Null when the creditor makes no arrangements here. */
  arrangementHref: string | null;
  /** Disagreeing, or the objection that is being looked at. */
  disputeHref: string;
};

/**
 * The one filled button of the page: pay, or go on with a payment under way; paying in parts and disagreeing are the choices
 * right below, as large, also while a payment is under way. Nobody is pushed to pay what rests: there the button is one of the lesser ones.
 */
export function PayAction({ claims, openPayment, href, arrangement, arrangementHref, disputeHref }: PayActionProps) {
  const { t } = useTranslation();
  const payable = claims.filter(isPayable);
  if (payable.length === 0) return null;
  const waits = arrangement?.status === "proposed" || arrangement?.status === "countered";
  const asked = !waits && payable.some(({ status }) => status === "open");
  const arranged = payable.some(({ status }) => status === "arranged");
  const inParts =
    arranged || waits || (asked && arrangementHref !== null) ? (
      <ButtonLink href={arrangementHref ?? "/claim/arrangement"} kind={asked ? "second" : "main"}>
        {t(waits ? "overview.pay.proposal" : arranged ? "overview.pay.arrangement" : "overview.pay.inParts")}
      </ButtonLink>
    ) : null;
  const disputed = payable.every(({ status }) => status === "disputed");
  const disagree = (
    <ButtonLink href={disputeHref} kind={disputed && !asked && inParts === null ? "main" : "second"}>
      {t(disputed ? "overview.pay.dispute" : "overview.pay.disagree")}
    </ButtonLink>
  );
  if (openPayment !== null) {
    return (
      <>
        <PaymentUnderWay payment={openPayment} />
        <Stack>
          <ContinuePayment payment={openPayment} />
          {inParts}
          {disagree}
        </Stack>
      </>
    );
  }
  const pay = (
    <ButtonLink href={href} kind={asked ? "main" : "second"}>
      {asked ? t(payable.length > 1 ? "overview.pay.together" : "overview.pay.now") : t("overview.pay.anyway")}
    </ButtonLink>
  );
  const choices = asked ? [pay, inParts, disagree] : disputed ? [inParts, disagree, pay] : [inParts, pay, disagree];
  return (
    <Stack>
      {choices.map((choice, index) => (
        <Fragment key={index}>{choice}</Fragment>
      ))}
    </Stack>
  );
}
