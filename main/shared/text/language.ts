/**
 * Language and direction of a text, for hyphenation, quotes, line breaking and voices. What a
 * source declares counts; else the script says, and for Latin letters the most frequent short words.
 * Unknown stays unknown: hyphens of a wrong language are worse than none.
 */

export type Direction = 'ltr' | 'rtl';

/** UTF-16 code units looked at. */
const SAMPLE = 4000;

const RTL_LANGUAGES: ReadonlySet<string> = new Set(
  'ar arc ckb dv fa ha-arab he iw khw ks ku-arab nqo pnb ps sd syr ug ur yi'.split(' '),
);
const RTL =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu;
const LETTER = /\p{L}/gu;

/** Scripts that are enough to know the language, or nearly; the more telling ones first. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/[پچژگ]/gu, 'fa'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Greek}/gu, 'el'],
  [/[іїєґ]/gu, 'uk'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Georgian}/gu, 'ka'],
];

/** The part of the letters that has to be of a script; the first of each pair above is rarer. */
const TELLING: Readonly<Record<string, number>> = { ja: 0.1, fa: 0.02, uk: 0.02 };
const MOSTLY = 0.5;

const FREQUENT: Readonly<Record<string, string>> = {
  en: 'the of and to in that was is for with his on as it by had from this are not which',
  de: 'der die und das den von zu ist mit dem nicht ein eine auch sich auf für im des wurde',
  fr: 'le la les des et est une dans que pour qui sur pas du au avec il plus par ce sont',
  es: 'el la los las que en una por con del se para su al como más pero fue es un',
  it: 'il che di la per una del non con sono alla della gli dei nel è si da anche come',
  pt: 'o que de não uma com para os da do em as dos no na mais ao foi se é',
  nl: 'de het een van en dat niet is voor met zijn op te aan ook er maar bij naar was',
  sv: 'och att det som på är av för med den inte till har om ett var en från hade jag',
  da: 'og det at er på som af for med den ikke til har de en et var blev fra også',
  nb: 'og det at er på som av for med den ikke til har de en et var ble fra også',
  pl: 'i w na że się nie z do to jest o po jak był ale od za przez dla tym',
  fi: 'ja on ei että se oli hän mutta myös kun ovat niin jos ole joka kuin sen',
  tr: 've bir bu da de için ile olarak çok daha gibi olan ne kadar sonra ama en var',
};

/** The least part of the words that has to be among the frequent ones, and the lead over the next. */
const LEAST = 0.12;
const LEAD = 1.15;

/** A BCP 47 tag; empty where it isn't known. */
export function languageOf(declared: string | null, text: string): string {
  if (declared !== null && /^[a-z]{2,3}(?:[-_][a-z0-9]+)*$/i.test(declared.trim())) {
    return declared.trim().replaceAll('_', '-');
  }
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(LETTER)?.length ?? 0;
  if (letters === 0) return '';
  for (const [script, language] of SCRIPTS) {
    const part = (sample.match(script)?.length ?? 0) / letters;
    if (part > 0 && part >= (TELLING[language] ?? MOSTLY)) return language;
  }
  return latinLanguage(sample);
}

function latinLanguage(sample: string): string {
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < 8) return '';
  const scores = Object.entries(FREQUENT)
    .map(([language, frequent]) => {
      const known = new Set(frequent.split(' '));
      return { language, score: words.filter((word) => known.has(word)).length / words.length };
    })
    .toSorted((a, b) => b.score - a.score);
  const [first, second] = scores;
  if (first === undefined || first.score < LEAST) return '';
  return first.score >= (second?.score ?? 0) * LEAD ? first.language : '';
}

/** By the language; where that is unknown, by what most of the letters are. */
export function directionOf(language: string, text: string): Direction {
  const tag = language.toLowerCase();
  const [primary = ''] = tag.split('-');
  if (RTL_LANGUAGES.has(tag) || RTL_LANGUAGES.has(primary)) return 'rtl';
  return language === '' ? mostLetters(text) : 'ltr';
}

/** The direction that most letters of a text have. */
export function mostLetters(text: string): Direction {
  return lettersOf(text) ?? 'ltr';
}

/** The direction of a passage where it differs from the text's around it; letters alone count. */
export function ownDirection(passage: string, around: Direction): Direction | undefined {
  const own = lettersOf(passage);
  return own === null || own === around ? undefined : own;
}

function lettersOf(text: string): Direction | null {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(LETTER)?.length ?? 0;
  if (letters === 0) return null;
  return (sample.match(RTL)?.length ?? 0) * 2 > letters ? 'rtl' : 'ltr';
}
