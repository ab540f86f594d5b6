import type { CreditorView, OpenPaymentView } from "#app/ui/claim/claim-view.ts";
import { formatDay } from "#app/ui/format.ts";
import { LinkList } from "#app/ui/parts/link-list.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import { agreementFile } from "./arrangement-addresses.ts";
import type { RunningView } from "./arrangement-view.ts";
import { AutomaticCollection } from "./automatic-collection.tsx";
import { CannotPay } from "./cannot-pay.tsx";
import { InstalmentCard } from "./instalment-card.tsx";
import { PlanProgress } from "./plan-progress.tsx";
import { PlanRules } from "./plan-rules.tsx";
import { PlanTable } from "./plan-table.tsx";

/** A plan that runs: what is next, how far it is, all of it, and the air it has. */
export function RunningArrangement({
  arrangement,
  creditor,
  openPayment,
}: {
  arrangement: RunningView;
  creditor: CreditorView;
  openPayment: OpenPaymentView | null;
}) {
  const { t, language } = useTranslation();
  const { plan, acceptedOn, collection } = arrangement;
  return (
    <>
      <InstalmentCard arrangement={arrangement} openPayment={openPayment} />
      <PlanProgress plan={plan} />
      <h2>{t("arrangementPage.running.tableHeading")}</h2>
      <PlanTable
        instalments={plan.instalments}
        caption={t("arrangementPage.table.plan")}
        collecting={collection === "under_way" ? (plan.next?.seq ?? null) : null}
      />
      <CannotPay arrangement={arrangement} creditor={creditor} />
      <AutomaticCollection arrangement={arrangement} />
      <h2>{t("arrangementPage.running.rulesHeading")}</h2>
      <PlanRules arrangement={arrangement} withMissed />
      <LinkList
        links={[
          {
            href: agreementFile(arrangement),
            text: t("arrangementPage.running.agreement"),
            ...(acceptedOn === null
              ? {}
              : { meta: t("arrangementPage.running.agreed", { day: formatDay(acceptedOn, language) }) }),
          },
        ]}
      />
    </>
  );
}
