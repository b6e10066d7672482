import { Check, ChevronRight } from 'lucide-react';
import type { Article } from '../../../../main/shared/entities.ts';
import { runCommand, useCommands } from '../../commands/registry.ts';
import { areChosen } from '../../state/chosen.ts';
import { notifyFailure, openDialog, openScreen } from '../../state/view.ts';
import { t } from '../../text.ts';
import { Button } from '../../ui/Button.tsx';
import { moveToTrash, restoreFromTrash, setState } from './article-actions.ts';
import styles from './article-end.module.css';

/** What one does with an article that is read. */
export function ArticleEnd({ article }: { article: Article }) {
  const read = article.state === 'read';
  const toggleRead = () => setState(article, read ? 'reading' : 'read');
  const alone = () => !areChosen();
  useCommands({
    'article.markRead': { run: toggleRead, when: alone },
    'article.markInbox': { run: () => setState(article, 'inbox'), when: alone },
    'article.trash': {
      run: () => moveToTrash(article),
      when: () => alone() && article.trashed === null,
    },
    'article.restore': {
      run: () => restoreFromTrash(article),
      when: () => alone() && article.trashed !== null,
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
