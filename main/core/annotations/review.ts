/** What a person should look at after texts have changed: then and now, side by side. */
import type { MethodOutput, ParsedInput } from '../../shared/contract.ts';
import type { ReviewItem } from '../../shared/contract/annotations.ts';
import type { Annotation, Quote } from '../../shared/entities.ts';
import { isSure, needsReview } from '../../shared/text/needs-review.ts';
import type { Core } from '../core.ts';
import { inReadingOrder } from './order.ts';
import { visibleAnnotations } from './visible.ts';

/** UTF-16 code units shown on each side of a passage. */
const AROUND = 80;

/** The texts of the page are read, the others aren't. */
export async function reviewPage(
  { library, texts, anchoring }: Pick<Core, 'library' | 'texts' | 'anchoring'>,
  { offset, limit }: ParsedInput<'annotations.review'>,
): Promise<MethodOutput<'annotations.review'>> {
  const fresh = await anchoring.freshen(await visibleAnnotations(library));
  const open = inReadingOrder(library, fresh.filter(needsReview));
  const read = new Map<string, Promise<string>>();
  const textOf = (articleId: string) => {
    const known = read.get(articleId) ?? texts.now(articleId).then((now) => now.text());
    read.set(articleId, known);
    return known;
  };
  const items: ReviewItem[] = [];
  for (const annotation of open.slice(offset, offset + limit)) {
    const { title } = library.articles.require(annotation.articleId);
    items.push({ annotation, title, now: await nowAt(annotation, textOf) });
  }
  return { total: open.length, sure: open.filter(isSure).map(({ id }) => id), items };
}

async function nowAt(
  { articleId, anchor: { range } }: Annotation,
  textOf: (articleId: string) => Promise<string>,
): Promise<Quote | null> {
  if (range === null) return null;
  const text = await textOf(articleId);
  return {
    prefix: text.slice(Math.max(0, range.start - AROUND), range.start),
    exact: text.slice(range.start, range.end),
    suffix: text.slice(range.end, range.end + AROUND),
  };
}
