import { disputeHref } from "#app/ui/dispute/dispute-addresses.ts";
import { ClaimShell } from "#app/ui/claim/claim-shell.tsx";
import type { DisputeFrame, DisputeView } from "#app/ui/dispute/dispute-view.ts";
import { HiddenFields } from "#app/ui/forms/hidden-fields.tsx";
import { formatAmount } from "#app/ui/format.ts";
import { BulletList } from "#app/ui/parts/bullet-list.tsx";
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
    <ClaimShell {...{ creditor, path, backHref }} title={t("disputePage.withdraw.title")}>
      <p>{t("disputePage.withdraw.lead", { number: dispute.number, creditor: creditor.name })}</p>
      <BulletList>
        <li>{t("disputePage.withdraw.pay", { amount: formatAmount(dispute.disputedNow, language) })}</li>
        <li>{t("disputePage.withdraw.costs")}</li>
        <li>{t("disputePage.withdraw.again")}</li>
      </BulletList>
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
    </ClaimShell>
  );
}
