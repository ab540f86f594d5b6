import { formatAmount } from "#app/ui/format.ts";
import { ButtonLink } from "#app/ui/parts/button-link.tsx";
import { Note } from "#app/ui/parts/note.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import { isPayable } from "./claim-state.ts";
import type { ClaimView, OpenPaymentView } from "./claim-view.ts";

type PayActionProps = { claims: readonly ClaimView[]; openPayment: OpenPaymentView | null; href: string };

/**
 * The one filled button of the page: pay, or go on with a payment under way. Nobody is pushed to pay what rests: there
 * the button is one of the lesser ones.
 */
export function PayAction({ claims, openPayment, href }: PayActionProps) {
  const { t, language } = useTranslation();
  const payable = claims.filter(isPayable);
  if (payable.length === 0) return null;
  if (openPayment !== null) {
    return (
      <>
        <Note tone="wait">
          <p>{t("overview.openPayment", { amount: formatAmount(openPayment.amount, language) })}</p>
        </Note>
        <Stack>
          <ButtonLink href="/claim/pay">{t("overview.pay.continue")}</ButtonLink>
        </Stack>
      </>
    );
  }
  const asked = payable.some(({ status }) => status === "open");
  return (
    <Stack>
      <ButtonLink href={href} kind={asked ? "main" : "second"}>
        {asked ? t(payable.length > 1 ? "overview.pay.together" : "overview.pay.now") : t("overview.pay.anyway")}
      </ButtonLink>
    </Stack>
  );
}
