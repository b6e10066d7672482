import type { ListedNote } from '../../../../main/shared/contract/notes.ts';
import { notify, openScreen } from '../../state/view.ts';
import { openPassage } from '../../state/way-back.ts';
import { t } from '../../text.ts';

/** To the passage in its article; Escape, Back and the notice lead back to the screen. */
export function jumpToNote(
  { annotation, article }: ListedNote,
  from: { name: 'codebook' | 'notes' },
): void {
  openPassage(article.id, annotation.id, from);
  const label = from.name === 'notes' ? t('passages.back') : t('codebook.back');
  notify({
    kind: 'done',
    text: article.title,
    action: { label, run: () => openScreen(from) },
  });
}
