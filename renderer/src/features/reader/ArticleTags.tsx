import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { MethodInput } from '../../../../main/shared/contract.ts';
import type { Article } from '../../../../main/shared/entities.ts';
import { call } from '../../api/client.ts';
import { useCommands } from '../../commands/registry.ts';
import { areChosen } from '../../state/chosen.ts';
import { remember } from '../../state/undo.ts';
import { notifyFailure } from '../../state/view.ts';
import { t } from '../../text.ts';
import { useTags } from '../annotations/NotesPanel.tsx';
import { TagField } from '../annotations/TagField.tsx';
import { TagChip } from '../../ui/TagChip.tsx';
import styles from './article-tags.module.css';

type Change = MethodInput<'articles.update'>['change'];

/** The tags of the article as a whole. */
export function ArticleTags({ article }: { article: Article }) {
  const [editing, setEditing] = useState(false);
  const tags = useTags();
  useCommands({ 'article.tag': { run: () => setEditing(true), when: () => !areChosen() } });

  const change = async (made: Change, back: Change, label: string) => {
    const put = (one: Change) => call('articles.update', { ids: [article.id], change: one });
    await put(made);
    remember({ label, undo: () => put(back), redo: () => put(made) });
  };
  const add = async (name: string) => {
    const { id } = await call('tags.ensure', { name });
    // Several may be typed before the first is on: each is added to what is there then.
    if (!article.tags.includes(id)) {
      await change({ addTags: [id] }, { removeTags: [id] }, t('undo.tag', { name }));
    }
  };
  const remove = (id: string) => {
    change({ removeTags: [id] }, { addTags: [id] }, t('undo.removeTag')).catch(notifyFailure);
  };

  return (
    <div className={styles['articleTags']}>
      {article.tags.map((id) => (
        <TagChip
          key={id}
          id={id}
          tag={tags.get(id)}
          remove={{
            label: t('reader.removeTag', { name: tags.get(id)?.name ?? id }),
            run: () => remove(id),
          }}
        />
      ))}
      {editing ? (
        <TagField
          present={article.tags}
          onAdd={(name) => void add(name).catch(notifyFailure)}
          onRemoveLast={() => {
            const last = article.tags.at(-1);
            if (last !== undefined) remove(last);
          }}
          onDone={() => setEditing(false)}
        />
      ) : (
        <button type="button" className={styles['addTag']} onClick={() => setEditing(true)}>
          <Plus aria-hidden size={13} /> {t('reader.addTag')}
        </button>
      )}
    </div>
  );
}
