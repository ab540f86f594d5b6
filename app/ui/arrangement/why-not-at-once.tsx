import type { Reason } from "#app/domain/arrangement/reasons.ts";
import { BulletList } from "#app/ui/parts/bullet-list.tsx";
import { LinkList } from "#app/ui/parts/link-list.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import { changeHref } from "./arrange-fields.ts";
import { whyText } from "./why-text.ts";

/** The reasons in words, and the way to the budget sheet when that is what is asked for. */
export function WhyNotAtOnce({
  reasons,
  creditor,
  nothingToSpare,
}: {
  reasons: readonly Reason[];
  creditor: string;
  nothingToSpare: boolean;
}) {
  // prettier-ignore
  const translator = useTranslation();
  const { t } = translator;
  const sentences = nothingToSpare
    ? [t("arrange.why.nothing_to_spare")]
    : reasons.map((reason) => whyText(reason, { creditor, translator }));
  const budgetHelps = !nothingToSpare && reasons.some(({ code }) => code === "budget_form_needed");
  return (
    <section>
      <h2>{t("arrange.check.whyHeading")}</h2>
      <BulletList>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </BulletList>
      {budgetHelps && <LinkList links={[{ href: changeHref("budget"), text: t("arrange.spare.budget") }]} />}
    </section>
  );
}
