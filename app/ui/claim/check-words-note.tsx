import type { CheckWords } from "#app/domain/check-words.ts";
import { useTranslation } from "#app/ui/translation.tsx";
import type { ClaimView } from "./claim-view.ts";

type Props = {
  claims: readonly Pick<ClaimView, "id" | "reference">[];
  /** Of each claim by its id. */
  checkWords: Readonly<Record<string, CheckWords>>;
};

/** The words that messages about these claims carry, to compare them with; of several claims each by its reference. */
export function CheckWordsNote({ claims, checkWords }: Props) {
  const { t } = useTranslation();
  const several = claims.length > 1;
  return (
    <section>
      <h2>{t("overview.checkWords.heading")}</h2>
      <p className="mb-1">{t(several ? "overview.checkWords.each" : "overview.checkWords.one")}</p>
      <ul className="mb-3">
        {claims.map(({ id, reference }) => (
          <li key={id}>
            {several && (
              <span className="text-ink-soft [overflow-wrap:anywhere]">
                <bdi>{reference}</bdi>:{" "}
              </span>
            )}
            <strong lang="nl">
              <bdi>{checkWords[id]?.join(", ")}</bdi>
            </strong>
          </li>
        ))}
      </ul>
      <p className="text-small text-ink-soft">{t("overview.checkWords.differ")}</p>
    </section>
  );
}
