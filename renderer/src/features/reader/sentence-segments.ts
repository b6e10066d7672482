/**
 * A paragraph's sentences by Unicode's rules (UAX #29), mended where these cut what readers don't: after
 * titles, other abbreviations and initials, and behind the bracket or quote that opens the next sentence.
 */
const segmenter = new Intl.Segmenter(undefined, { granularity: 'sentence' });

/** Of titles and references, which hardly end a sentence; the letters of initials. */
const GOES_ON =
  /(?:^|[^\p{L}\p{N}])(?:\p{Lu}|Mrs?|Ms|Mx|Dr|Prof|St|Ste|Gen|Sen|Rep|Gov|Lt|Col|Capt|Sgt|Rev|Hon|Fr|Hr|Mme|Mlle|Sra?|Nr|[Nn]o|[Nn]os|vs|cf|[Ff]igs?|[Vv]ols?|[Pp]p|[Aa]rt|[Cc]h|ca|approx|[Ee]st|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.\s*$/u;
/** What opens the next sentence, at the end of one that a full stop without a space has ended. */
const OPENING = /[「『（《〈【“‘([]+$/u;

/** UTF-16 code units; together they are the whole paragraph. */
export function sentenceSegments(paragraph: string): { index: number; segment: string }[] {
  const found: { index: number; segment: string }[] = [];
  let carried = '';
  for (const { segment } of segmenter.segment(paragraph)) {
    const whole = carried + segment;
    const last = found.at(-1);
    const opening = OPENING.exec(whole)?.[0] ?? '';
    carried = whole.length === opening.length ? '' : opening;
    const sentence = carried === '' ? whole : whole.slice(0, -carried.length);
    if (last !== undefined && GOES_ON.test(last.segment)) last.segment += sentence;
    else found.push({ index: last ? last.index + last.segment.length : 0, segment: sentence });
  }
  const last = found.at(-1);
  if (last !== undefined) last.segment += carried;
  return found;
}
