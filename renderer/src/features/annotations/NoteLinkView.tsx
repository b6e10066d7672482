import type { MethodOutput } from '../../../../main/shared/contract.ts';
import { linkLabel, type NoteLink } from '../../../../main/shared/note-links.ts';
import { openArticle } from '../../state/open-article.ts';
import { focusAnnotation, showPane } from '../../state/view.ts';
import { t } from '../../text.ts';
import styles from './note-text.module.css';

interface Props {
  link: NoteLink;
  /** Where it leads now; null when that is gone, undefined until it is known. */
  to: MethodOutput<'notes.resolve'>['links'][number]['to'] | undefined;
}

/** A link to an article or a passage, called as that is called now. */
export function NoteLinkView({ link, to }: Props) {
  const label = link.label || link.id;
  if (to === undefined) return <span>{label}</span>;
  if (to === null || to.trashed) {
    const why = to === null ? t('notes.linkGone') : t('notes.linkTrashed');
    return (
      <span className={styles['lost']}>
        {label} <small>{why}</small>
      </span>
    );
  }
  const { articleId, name } = to;
  const open = () => {
    openArticle(articleId);
    if (link.kind === 'note') focusAnnotation(link.id);
    showPane('reader');
  };
  return (
    <button
      type="button"
      className={styles['link']}
      title={link.kind === 'note' ? t('notes.linkToPassage') : t('notes.linkToArticle')}
      onClick={(event) => {
        event.stopPropagation();
        open();
      }}
    >
      {linkLabel(name)}
    </button>
  );
}
