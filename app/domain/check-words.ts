const WORDS = `
  aap agenda akker amandel ananas anker antenne appel arend asperge avond baard bakker balkon ballon banaan
  berg bever bezem bloem blok boek boerin boog boom boor boot bord borstel bos boter braam brief bril broek
  brood brug bus camera dadel dak dans deken deur diamant doek domino doos dorp draad druif duif duin eekhoorn
  eend egel emmer erwt ezel fakkel fiets film fles fluit foto framboos gans garnaal gitaar glas gordel gras
  haai haan haas hamer hand haven hek helm hemel herfst hert heuvel hoed hond honing hotel huis iris jas kaart
  kaas kachel kalender kameel kamer kanarie kano kast kasteel kat kers ketel kiwi klok klomp knoop koala koe
  koffer koffie kom komeet koning kraan krant krekel kroon kruik kuiken kussen laars ladder lam lamp lantaarn
  lelie lente lepel linde lolly lucht maan mais mand mango markt mast matras melk meloen merel meter meubel
  mier minuut molen mossel motor munt muts muur muziek naald nacht nest noot oase oceaan olifant oranje orgel
  otter paard palm pan panda panter papier parel park pasta peer pen penseel perzik piano pinda pizza plaat
  plank plant pluim polder pony poort pop potlood pruim puzzel raam raket regen rivier robot roos rugzak salade
  schaap schaar schelp schip school sjaal slak sleutel sneeuw soep sok spiegel sport stal ster stoel storm
  strand suiker tafel tak tas tent thee theepot tomaat toren trap trui tuin tulp uil vaas viool vis vlag
  vleugel vlinder vogel vos vuur wafel wagen walnoot wekker wiel winkel winter wolk wortel zadel zand zebra zee
  zeep zomer zon
`
  .trim()
  .split(/\s+/);

/** Two words that a message carries and the portal shows back. */
export type CheckWords = readonly [string, string];

/**
 * Two different words for the first two bytes of what is secret: one pair out of 65,280. The list never changes its order,
 * because words already stand in letters. Dutch in every language; no `ei` or `ij`, no `au` or `ou`, so that they can be
 * said over the telephone.
 */
export function checkWordsFrom(bytes: Uint8Array): CheckWords {
  const [first, second] = bytes;
  if (first === undefined || second === undefined) throw new RangeError("two check words take two bytes");
  return [wordAt(first), wordAt(second === first ? second + 1 : second)];
}

function wordAt(index: number): string {
  const word = WORDS[index % WORDS.length];
  if (word === undefined) throw new RangeError(`there is no check word ${index}`);
  return word;
}
