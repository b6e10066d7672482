/** From a screen to a passage in its article, and back to the screen. */
import { openArticle } from './open-article.ts';
import { openScreen, useView, type ScreenName } from './view.ts';

export function openPassage(articleId: string, annotationId: string, from: ScreenName): void {
  openArticle(articleId);
  useView.setState({ annotationId, cameFrom: from });
}

/** Back to the screen that led here; false when none did. */
export function returnToScreen(): boolean {
  const { cameFrom } = useView.getState();
  if (cameFrom !== null) openScreen(cameFrom);
  return cameFrom !== null;
}
