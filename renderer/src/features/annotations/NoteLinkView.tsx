import type { MethodOutput } from '../../../../main/shared/contract.ts';
import { linkLabel, type NoteLink } from '../../../../main/shared/note-links.ts';
import { openArticle } from '../../state/open-article.ts';
import { focusAnnotation, showPane, useView } from '../../state/view.ts';
import { t } from '../../text.ts';
import styles from './note-text.module.css';

interface Props {
  link: NoteLink;
  /** Where it leads now; null when that is gone, undefined until it is known. */
  to: MethodOutput<'notes.resolve'>['links'][number]['to'] | undefined;
  /** Whether the Tab key stops at it. */
  isStation: boolean;
}

/** A link to an article or a passage, called as that is called now. */
export function NoteLinkView({ link, to, isStation }: Props) {
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
    const { screen } = useView.getState();
    openArticle(articleId);
    if (screen.name !== 'library') useView.setState({ cameFrom: screen });
    if (link.kind === 'note') focusAnnotation(link.id);
    showPane('reader');
  };
  return (
    <button
      type="button"
      className={styles['link']}
      tabIndex={isStation ? undefined : -1}
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
