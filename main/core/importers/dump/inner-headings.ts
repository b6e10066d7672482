/** Which one-line paragraphs of a text article are its inner headings, and which labels are speakers. */
import type { TextBlock } from './text-blocks.ts';
import { cellWidth } from './text-line.ts';

const LONGEST_HEADING = 70;
const MOST_WORDS = 10;
const LEAST_PROSE = 100;
const NO_HEADING =
  /[.!,:;。，、：；।۔…"”»’)\]]$|^[\p{Ll}"“„«»‹「『‘'(–—@•*>|\d-]|:\/\/|^(?:photo|image|source|credit|foto|quelle|bild)\b|[:：]\s/iu;

function isProse(block: TextBlock | undefined): boolean {
  if (!block) return false;
  if (block.kind === 'list') return true;
  return block.kind === 'paragraph' && cellWidth(block.text) >= LEAST_PROSE;
}

function isHeading(
  block: TextBlock,
  before: TextBlock | undefined,
  after: TextBlock | undefined,
): boolean {
  if (block.kind !== 'paragraph' || !before || !isProse(after)) return false;
  const { text } = block;
  if (cellWidth(text) > LONGEST_HEADING || text.split(/\s+/u).length > MOST_WORDS) return false;
  if (NO_HEADING.test(text) || !/\p{L}/u.test(text)) return false;
  // A question or a short line after a colon is part of the talk, not a heading.
  if (before.kind === 'paragraph' && /[:：]$/u.test(before.text)) return false;
  if (before.kind !== 'paragraph') return true;
  return cellWidth(before.text) >= LEAST_PROSE || /[.!?。！？۔।]$/u.test(before.text);
}

const LEAST_HEADINGS = 2;

/** Makes headings of lines that look like one, where the article has at least two of them. */
export function withInnerHeadings(blocks: readonly TextBlock[], depth: 2 | 3): TextBlock[] {
  const found = new Set(
    blocks.flatMap((block, i) => (isHeading(block, blocks[i - 1], blocks[i + 1]) ? [i] : [])),
  );
  const few = found.size < LEAST_HEADINGS;
  return blocks.map((block, i) => {
    if (block.kind === 'heading') return { ...block, depth };
    if (few || !found.has(i) || block.kind !== 'paragraph') return block;
    return { kind: 'heading', text: block.text, depth };
  });
}

const LABEL = /^([^\s:：][^:：]{0,48}[:：])(?=\s|$|[^\p{ASCII}])/u;
const QUESTION_LABEL = /^(?:Q|A|F|P|R|В|О|س|ج|问|答|問|문|답)\s?\d{0,2}[:：.]$/iu;
const LEAST_TURNS = 2;

/** The label that opens a turn of speech ("Reporter:"), when it opens several in the article. */
export function speakerLabels(blocks: readonly TextBlock[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const block of blocks) {
    const label = block.kind === 'paragraph' ? LABEL.exec(block.text)?.[1] : undefined;
    if (label === undefined || label.split(/\s+/u).length > 5) continue;
    if (!/^[\p{Lu}\p{Lo}]/u.test(label) || /https?:$/u.test(label)) continue;
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const labels = new Set<string>();
  for (const [label, count] of counts) {
    if (count >= LEAST_TURNS || QUESTION_LABEL.test(label)) labels.add(label);
  }
  return labels;
}

/** The speaker's label at the start of a paragraph; null when there is none. */
export function labelOf(text: string, labels: ReadonlySet<string>): string | null {
  const label = LABEL.exec(text)?.[1];
  return label !== undefined && labels.has(label) ? label : null;
}
