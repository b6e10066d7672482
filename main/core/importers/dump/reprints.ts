/** Reprints inside a post: a title over a report's dateline, or after a line that announces it. */
import { plainTitle } from './article-head.ts';
import { readDateline } from './dateline.ts';
import { gapBefore, type DumpText } from './dump-text.ts';
import { titleForm, wordCount } from './title-form.ts';

export interface Reprint {
  titleAt: number;
  title: string;
  /** Last line, blank lines that follow included; 0-based. */
  end: number;
  dated: boolean;
  /** The line that announces it; null when none does. */
  introducedAt: number | null;
}

const ANNOUNCED =
  /(?:following|below|next) (?:\S+ ){0,6}(?:articles?|reports?|texts?|statements?|speech|interview|piece|stor(?:y|ies))\b.{0,80}\b(?:published|appeared|released|issued|reprinted|carried)|(?:we|is|are) (?:re(?:print|publish|produce))|(?:folgende|nachstehende)\p{L}* (?:artikel|bericht|text|beitrag)|(?:l['’]article|le texte|l'entretien) (?:suivant|ci-dessous)|(?:el|los) (?:siguientes?) (?:artículos?|textos?)|(?:o|os) (?:seguintes?) (?:artigos?|textos?)|следующ\p{L}+ (?:стат|материал|текст)|المقال(?:ات)? التالي|以下文章|下面的文章|以下为|以下は|다음은/iu;

interface Candidate {
  at: number;
  dated: boolean;
  introducedAt: number | null;
}

/** Reprints between two lines of one article; `from` is its first line of text. */
export function findReprints(dump: DumpText, from: number, end: number): Reprint[] {
  const found: Candidate[] = [];
  let announcedAt: number | null = null;
  const first = dump.lines[from]?.text === '' ? (dump.next[from] ?? end) : from;
  for (let at = first; at < end; at = dump.next[at] ?? end) {
    const line = dump.lines[at];
    if (!line || line.code) continue;
    if (line.text.length <= 500 && ANNOUNCED.test(line.text)) {
      announcedAt = at;
      continue;
    }
    const under = dump.next[at] ?? end;
    if (under >= end || titleForm(dump, at) < 0.45 || wordCount(line.text) < 2) continue;
    if (dump.habits.spaced && gapBefore(dump, at) === 0) continue;
    const dated = readDateline(dump.lines[under]?.text ?? '') !== null;
    const introduced = announcedAt !== null && dump.previous[at] === announcedAt;
    if (dated || (introduced && titleForm(dump, at) >= 0.6 && wordCount(line.text) >= 3)) {
      found.push({ at, dated, introducedAt: announcedAt });
    }
  }
  return found.map((one, i) => {
    const line = dump.lines[one.at];
    return {
      titleAt: one.at,
      title: line ? plainTitle(line) : '',
      end: (found[i + 1]?.at ?? end) - 1,
      dated: one.dated,
      introducedAt: one.introducedAt,
    };
  });
}
