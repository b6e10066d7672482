/** Characters of a passage that become its tag. */
const LONGEST = 60;

/** The words of a passage as the name of a tag: on one line, cut between words where it is long. */
export function inVivoName(words: string): string {
  const line = words.replace(/\s+/gu, ' ').trim();
  const graphemes = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(line)];
  const beyond = graphemes[LONGEST];
  if (beyond === undefined) return line;
  const cut = line.slice(0, beyond.index);
  const space = cut.lastIndexOf(' ');
  const whole = beyond.segment === ' ' || space <= 0 ? cut : cut.slice(0, space);
  return whole.replace(/[\p{P}\s]+$/u, '') || whole;
}
