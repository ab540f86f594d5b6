import { useTranslation } from "#app/ui/translation.tsx";
import type { OwingView } from "./inbox-view.ts";

/** Who owes, how they are reached, a line each, and how they asked to be. `without`: what stands there when nothing of that is known. */
export function DebtorLines({ debtor, without }: { debtor: OwingView["debtor"]; without?: string }) {
  const { t } = useTranslation();
  const lines = [debtor.address, debtor.email, debtor.phone].filter((line) => line !== null);
  return (
    <>
      <h2>{t("inbox.item.who")}</h2>
      <p className="mb-1 font-semibold">{debtor.name}</p>
      {debtor.reference !== null && <p className="mb-1">{t("inbox.item.customer", { reference: debtor.reference })}</p>}
      {lines.map((line) => (
        <p key={line} className="mb-1 text-ink-soft [overflow-wrap:anywhere]">
          {line}
        </p>
      ))}
      {debtor.channel !== null && <p className="mb-1">{t(`inbox.item.channel.${debtor.channel}`)}</p>}
      {lines.length === 0 && without !== undefined && <p className="text-ink-soft">{without}</p>}
    </>
  );
}
