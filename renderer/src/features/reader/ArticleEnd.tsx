import { Check, ChevronRight } from 'lucide-react';
import type { Article } from '../../../../main/shared/entities.ts';
import { runCommand, useCommands } from '../../commands/registry.ts';
import { notifyFailure, openDialog, openScreen } from '../../state/view.ts';
import { t } from '../../text.ts';
import { Button } from '../../ui/Button.tsx';
import { moveToTrash, restoreFromTrash, setState } from './article-actions.ts';
import styles from './reader.module.css';

/** What one does with an article that is read. */
export function ArticleEnd({ article }: { article: Article }) {
  const read = article.state === 'read';
  const toggleRead = () => setState(article, read ? 'reading' : 'read');
  useCommands({
    'article.markRead': toggleRead,
    'article.markInbox': () => setState(article, 'inbox'),
    'article.trash': { run: () => moveToTrash(article), when: () => article.trashed === null },
    'article.restore': {
      run: () => restoreFromTrash(article),
      when: () => article.trashed !== null,
    },
    'article.compare': {
      run: () => openScreen({ name: 'compare', articleId: article.id }),
      when: () => article.earlier.length > 0,
    },
    'article.showSource': () => openDialog({ name: 'source', articleId: article.id }),
  });
  return (
    <footer className={styles['end']}>
      <Button
        icon={Check}
        onClick={() => void toggleRead().catch(notifyFailure)}
        aria-pressed={read}
      >
        {read ? t('reader.read') : t('reader.markRead')}
      </Button>
      <Button icon={ChevronRight} onClick={() => runCommand('list.next')}>
        {t('reader.next')}
      </Button>
    </footer>
  );
}
