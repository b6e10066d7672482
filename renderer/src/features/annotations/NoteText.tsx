import { useQuery } from '@tanstack/react-query';
import { createContext, Fragment, useContext, useMemo, useState, type ReactNode } from 'react';
import type { NoteLink } from '../../../../main/shared/note-links.ts';
import { queries } from '../../api/queries.ts';
import { t } from '../../text.ts';
import { Dress, MarkdownBlocks, type MarkdownDress } from '../../ui/MarkdownBlocks.tsx';
import { LinkChoice } from '../reader/LinkChoice.tsx';
import { NoteLinkView } from './NoteLinkView.tsx';
import styles from './note-text.module.css';
import { readNote, textAndLinks } from './read-note.ts';

const AskAbout = createContext<(anchor: HTMLAnchorElement) => void>(() => {});

/** Whether links of notes are stations of the Tab key: in a list, those of the chosen row alone. */
export const LinksAreStations = createContext(true);

/** A note as its Markdown says. Raw HTML is not shown, images are named, and links ask. */
export function NoteText({ note }: { note: string }) {
  const { blocks, links } = useMemo(() => readNote(note), [note]);
  const dress = useMemo(() => noteDress(links), [links]);
  const [asked, setAsked] = useState<HTMLAnchorElement | null>(null);
  return (
    <div className={styles['noteText']} dir="auto">
      <Dress value={dress}>
        <AskAbout value={setAsked}>
          <MarkdownBlocks blocks={blocks} />
        </AskAbout>
      </Dress>
      {asked === null ? null : <LinkChoice anchor={asked} onDone={() => setAsked(null)} />}
    </div>
  );
}

function noteDress(links: readonly NoteLink[]): MarkdownDress {
  return {
    offsets: false,
    leaf: (_, inlines, show) => show(inlines),
    headings: ['h3', 'h4', 'h5', 'h6'],
    text: (value) =>
      textAndLinks(value, links).map((piece, index) =>
        typeof piece === 'string' ? (
          <Fragment key={index}>{piece}</Fragment>
        ) : (
          <ResolvedLink key={index} link={piece} links={links} />
        ),
      ),
    code: (value) => plain(value, links),
    link: (url, children) =>
      /^https?:/i.test(url) ? <OutsideLink url={url}>{children}</OutsideLink> : children,
    image: (_url, alt) => alt,
    footnoteCall: (label) => label,
    footnoteBack: () => null,
    paragraph: (_block, _before, children) => <p>{children}</p>,
    task: (checked) => (
      <input
        type="checkbox"
        checked={checked}
        disabled
        aria-label={checked ? t('notes.taskDone') : t('notes.taskOpen')}
      />
    ),
  };
}

/** A click asks what to do with it, as in articles. */
function OutsideLink({ url, children }: { url: string; children: ReactNode }) {
  const ask = useContext(AskAbout);
  const isStation = useContext(LinksAreStations);
  return (
    <a
      href={url}
      rel="noreferrer noopener"
      tabIndex={isStation ? undefined : -1}
      onClick={(event) => {
        event.preventDefault();
        event.stopPropagation();
        ask(event.currentTarget);
      }}
    >
      {children}
    </a>
  );
}

/** All links of a note are looked up together. */
function ResolvedLink({ link, links }: { link: NoteLink; links: readonly NoteLink[] }) {
  const found = useQuery(queries.noteLinks(links.map(({ kind, id }) => ({ kind, id }))));
  const resolved = found.data?.links.find(({ kind, id }) => kind === link.kind && id === link.id);
  return <NoteLinkView link={link} to={resolved?.to} isStation={useContext(LinksAreStations)} />;
}

function plain(text: string, links: readonly NoteLink[]): string {
  return textAndLinks(text, links)
    .map((piece) => (typeof piece === 'string' ? piece : piece.label || piece.id))
    .join('');
}
