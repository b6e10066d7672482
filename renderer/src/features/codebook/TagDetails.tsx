import { CircleSlash, FileText, FolderTree, Merge, Trash2, type LucideIcon } from 'lucide-react';
import type { ListedTag } from '../../../../main/shared/contract/tags.ts';
import type { CommandId } from '../../../../main/shared/commands.ts';
import { withKey } from '../../commands/keymap.ts';
import { runCommand } from '../../commands/registry.ts';
import { notifyFailure, showConditions } from '../../state/view.ts';
import { t } from '../../text.ts';
import { Button } from '../../ui/Button.tsx';
import { ColorPicker } from '../../ui/ColorPicker.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { pathOf } from '../library/tree.ts';
import { changeTag } from './codebook-actions.ts';
import styles from './codebook.module.css';
import { TagWords } from './TagWords.tsx';

interface Props {
  tag: ListedTag;
  tags: readonly ListedTag[];
  base: { annotations: number; articles: number };
}

/** What a tag is called and means, where it lies, and on how much it stands. */
export function TagDetails({ tag, tags, base }: Props) {
  const change = (part: Parameters<typeof changeTag>[1]) => changeTag(tag, part);
  const recolor = (color: ListedTag['color']) => void change({ color }).catch(notifyFailure);
  const above = pathOf(tag, tags).slice(0, -1);
  return (
    <section className={styles['details']} aria-label={t('codebook.tag')}>
      <div className={styles['row']}>
        <TagWords
          key={`name-${tag.id}-${tag.name}`}
          id="tag-name"
          label={t('codebook.name')}
          value={tag.name}
          onSave={(name) => change({ name })}
          onLeave={() => document.getElementById(`tag-${tag.id}`)?.focus()}
        />
        <div className={styles['color']}>
          <span>{t('codebook.color')}</span>
          <div>
            <ColorPicker value={tag.color} onPick={recolor} keyed={false} />
            <IconButton
              label={t('codebook.noColor')}
              icon={CircleSlash}
              small
              pressed={tag.color === null}
              onClick={() => recolor(null)}
            />
          </div>
        </div>
        <div className={styles['actions']}>
          <Action id="tag.move" label={t('codebook.move')} icon={FolderTree} />
          <Action id="tag.merge" label={t('codebook.merge')} icon={Merge} />
          <Action id="tag.delete" label={t('codebook.delete')} icon={Trash2} />
        </div>
      </div>
      <div className={styles['row']}>
        <TagWords
          key={`description-${tag.id}-${tag.description}`}
          label={t('codebook.description')}
          value={tag.description}
          long
          onSave={(description) => change({ description })}
          onLeave={() => document.getElementById(`tag-${tag.id}`)?.focus()}
        />
        <TagWords
          key={`memo-${tag.id}-${tag.memo}`}
          label={t('codebook.memo')}
          value={tag.memo}
          long
          onSave={(memo) => change({ memo })}
          onLeave={() => document.getElementById(`tag-${tag.id}`)?.focus()}
        />
      </div>
      <p className={styles['base']}>
        <span>
          {t('codebook.base', {
            passages: tag.annotations,
            ofPassages: t('count.passages', { count: base.annotations }),
            articles: tag.articles,
            ofArticles: t('count.articles', { count: base.articles }),
          })}
        </span>
        {above.length === 0 ? null : (
          <span dir="auto">
            {t('codebook.liesUnder', { path: above.map(({ name }) => name).join(' › ') })}
          </span>
        )}
        <button type="button" onClick={() => showConditions({ tagId: tag.id })}>
          <FileText aria-hidden size={14} /> {t('codebook.showArticles')}
        </button>
      </p>
    </section>
  );
}

function Action({ id, label, icon }: { id: CommandId; label: string; icon: LucideIcon }) {
  return (
    <Button icon={icon} title={withKey(label, id)} onClick={() => runCommand(id)}>
      {label}
    </Button>
  );
}
