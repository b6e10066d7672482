import type { Article } from '../../../../main/shared/entities.ts';
import { call } from '../../api/client.ts';
import { say } from '../../state/said.ts';
import { making, remember } from '../../state/undo.ts';
import { t } from '../../text.ts';

/** Writes the note on an article as a whole; empty takes it away. */
export function setArticleNote({ id, note: before }: Article, note: string): Promise<void> {
  const put = (text: string) => call('articles.update', { ids: [id], change: { note: text } });
  const write = async () => {
    await put(note);
    say(t(note === '' ? 'said.noteRemoved' : 'said.noteSaved'));
    remember({
      label: t('undo.articleNote'),
      undo: () => put(before),
      redo: () => put(note),
      at: { articleId: id, annotationId: null, offset: null },
    });
  };
  return making(write());
}
