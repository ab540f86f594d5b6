import { useTranslation } from "#app/ui/translation.tsx";
import { addressLines } from "./address-lines.ts";
import type { AddresseeView } from "./claim-view.ts";

/** Who is asked to pay, in small print: the name and address that the creditor has. */
export function AddressedTo({ addressee, name }: { addressee: AddresseeView; name: string }) {
  const { t, language } = useTranslation();
  return (
    <p className="text-small">
      {t("overview.who.addressee")}
      <strong className="block [overflow-wrap:anywhere]">
        <bdi>{addressee.name}</bdi>
      </strong>
      {addressLines(addressee, language).map((line) => (
        <span key={line} className="block [overflow-wrap:anywhere]">
          <bdi>{line}</bdi>
        </span>
      ))}
      <span className="mt-1 block text-ink-soft">{t("overview.who.addresseeWrong", { name })}</span>
    </p>
  );
}
