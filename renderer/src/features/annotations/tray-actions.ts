/** What can be done about a highlight whose text has changed, each with its undo. */
import type { Annotation, TextRange } from '../../../../main/shared/entities.ts';
import { openArticle } from '../../state/open-article.ts';
import { openScreen, useView } from '../../state/view.ts';
import { t } from '../../text.ts';
import { changeAnnotation } from './actions.ts';

/** No guess is taken for its passage any more; the highlight and its note stay. */
export function keepOrphan(annotation: Annotation): Promise<void> {
  const change = { target: annotation.target, orphaned: true };
  return changeAnnotation(annotation, change, t('undo.keepOrphan'));
}

/** Opens its article to have other words selected for it. */
export function startReattaching(annotation: Annotation): void {
  const { anchor, target, articleId, id } = annotation;
  const offset = (anchor.range ?? target.position).start;
  openArticle(articleId, { terms: [], offset });
  useView.setState({ reattaching: { id, words: target.quote.exact } });
}

export async function reattach(annotation: Annotation, range: TextRange): Promise<void> {
  await changeAnnotation(annotation, { range }, t('undo.reattach'));
  stopReattaching();
}

/** Back to where it was started. */
export function stopReattaching(): void {
  useView.setState({ reattaching: null });
  openScreen({ name: 'tray' });
}
