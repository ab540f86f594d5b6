import { hardSpots } from "#app/domain/plain-language.ts";
import { BulletList } from "#app/ui/parts/bullet-list.tsx";
import { Note } from "#app/ui/parts/note.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

/** What debtors may find hard to read in a creditor's own text, as advice: nothing is refused for it. */
export function PlainLanguageNote({ text }: { text: string }) {
  const { t } = useTranslation();
  const spots = hardSpots(text);
  if (spots.length === 0) return null;
  return (
    <Note tone="wait">
      <p className="font-semibold">{t("settings.plain.heading")}</p>
      <BulletList>
        {spots.map((spot) =>
          spot.kind === "hard_word" ? (
            <li key={spot.word}>{t("settings.plain.hardWord", { word: spot.word })}</li>
          ) : (
            <li key={spot.sentence}>
              {t("settings.plain.longSentence", { words: spot.words, sentence: shortened(spot.sentence) })}
            </li>
          ),
        )}
      </BulletList>
      <p>{t("settings.plain.advice")}</p>
    </Note>
  );
}

const LONGEST_QUOTE = 60;

function shortened(sentence: string): string {
  return sentence.length <= LONGEST_QUOTE ? sentence : `${sentence.slice(0, LONGEST_QUOTE).trimEnd()}…`;
}
