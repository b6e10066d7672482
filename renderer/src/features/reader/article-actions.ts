import type { Article } from '../../../../main/shared/entities.ts';
import { call } from '../../api/client.ts';
import { remember, undo } from '../../state/undo.ts';
import { closeArticles } from '../../state/open-article.ts';
import { notify } from '../../state/view.ts';
import { t } from '../../text.ts';

export async function setState(article: Article, state: Article['state']): Promise<void> {
  if (article.state === state) return;
  const put = (next: Article['state']) =>
    call('articles.update', { ids: [article.id], change: { state: next } });
  await put(state);
  const label =
    state === 'read'
      ? t('undo.markRead')
      : state === 'inbox'
        ? t('undo.toInbox')
        : t('undo.startReading');
  remember({ label, undo: () => put(article.state), redo: () => put(state) });
}

export async function moveToTrash(article: Article): Promise<void> {
  const ids = [article.id];
  await call('articles.trash', { ids });
  remember({
    label: t('undo.trash', { title: article.title }),
    undo: () => call('articles.restore', { ids }),
    redo: () => call('articles.trash', { ids }),
  });
  closeArticles(ids);
  notify({
    kind: 'done',
    text: t('reader.toTrash'),
    action: { label: t('ui.undo'), run: () => void undo() },
  });
}

export async function restoreFromTrash(article: Article): Promise<void> {
  const ids = [article.id];
  await call('articles.restore', { ids });
  remember({
    label: t('undo.restore', { title: article.title }),
    undo: () => call('articles.trash', { ids }),
    redo: () => call('articles.restore', { ids }),
  });
  notify({
    kind: 'done',
    text: t('reader.restored'),
    action: { label: t('ui.undo'), run: () => void undo() },
  });
}
