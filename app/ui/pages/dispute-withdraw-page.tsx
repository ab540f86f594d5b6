import { disputeHref } from "#app/ui/dispute/dispute-addresses.ts";
import { type DisputeFrame, DisputeShell } from "#app/ui/dispute/dispute-shell.tsx";
import type { DisputeView } from "#app/ui/dispute/dispute-view.ts";
import { HiddenFields } from "#app/ui/forms/hidden-fields.tsx";
import { formatAmount } from "#app/ui/format.ts";
import { Button } from "#app/ui/parts/button.tsx";
import { ButtonLink } from "#app/ui/parts/button-link.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

type DisputeWithdrawPageProps = DisputeFrame & { readonly dispute: Pick<DisputeView, "id" | "number" | "disputedNow"> };

/** Is it really taken back? */
export function DisputeWithdrawPage({ dispute, claim, creditor, path }: DisputeWithdrawPageProps) {
  const { t, language } = useTranslation();
  const backHref = disputeHref(claim);
  return (
    <DisputeShell {...{ creditor, path, backHref }} title={t("disputePage.withdraw.title")}>
      <p>{t("disputePage.withdraw.lead", { number: dispute.number, creditor: creditor.name })}</p>
      <ul className="mb-4 list-disc space-y-2 ps-6">
        <li>{t("disputePage.withdraw.pay", { amount: formatAmount(dispute.disputedNow, language) })}</li>
        <li>{t("disputePage.withdraw.costs")}</li>
        <li>{t("disputePage.withdraw.again")}</li>
      </ul>
      <form method="post" action={disputeHref(claim)}>
        <HiddenFields values={{ dispute: dispute.id }} />
        <Stack>
          <Button name="act" value="withdraw">
            {t("disputePage.withdraw.yes")}
          </Button>
          <ButtonLink href={backHref} kind="second">
            {t("disputePage.withdraw.no")}
          </ButtonLink>
        </Stack>
      </form>
    </DisputeShell>
  );
}
