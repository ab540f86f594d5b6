/** What makes a Dutch text hard to read for many people. */
export type HardSpot =
  | { readonly kind: "long_sentence"; readonly words: number; readonly sentence: string }
  | { readonly kind: "hard_word"; readonly word: string };

/** The longest sentence that level B1 bears. */
export const LONGEST_SENTENCE = 25;

/** Above B1, or a threat, or legal words that have a plain one. */
const HARD_WORDS =
  /(?<![\p{L}\d-])(sommatie|sommeren|verzuim|ingebrekestelling|schuldeiser|schuldenaar|hoofdsom|betwisten|voldoen|dient|dienen|middels|teneinde|derhalve|indien|omtrent|conform|reeds|desbetreffende|executie|beslag|deurwaarder|dagvaarding|gerechtelijke?|onverwijld|verschuldigde?)(?![\p{L}\d])/giu;

/**
 * The hard spots of a Dutch text, in the order in which they stand there: sentences over 25 words, and words above level B1.
 * Each word is named once.
 */
export function hardSpots(text: string): readonly HardSpot[] {
  const named = new Set<string>();
  return sentencesOf(text).flatMap(({ sentence, words }): HardSpot[] => {
    const long: HardSpot[] = words > LONGEST_SENTENCE ? [{ kind: "long_sentence", words, sentence }] : [];
    const hard = [...sentence.matchAll(HARD_WORDS)].flatMap(([word]): HardSpot[] => {
      const known = named.has(word.toLowerCase());
      named.add(word.toLowerCase());
      return known ? [] : [{ kind: "hard_word", word }];
    });
    return [...long, ...hard];
  });
}

/** The sentences of a text with how many words each has; what holds no word is none. */
export function sentencesOf(text: string): readonly { readonly sentence: string; readonly words: number }[] {
  return text
    .split(/[.?!:](?:\s|$)|\n\s*\n/)
    .map((sentence) => ({ sentence: sentence.trim(), words: wordsIn(sentence) }))
    .filter(({ words }) => words > 0);
}

function wordsIn(sentence: string): number {
  return sentence.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;
}
