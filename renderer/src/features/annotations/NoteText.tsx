import { useQuery } from '@tanstack/react-query';
import { createContext, Fragment, useContext, useMemo, useState, type ReactNode } from 'react';
import type { NoteLink } from '../../../../main/shared/note-links.ts';
import type { Block, Inline } from '../../../../main/shared/text/reading.ts';
import { queries } from '../../api/queries.ts';
import { t } from '../../text.ts';
import { LinkChoice } from '../reader/LinkChoice.tsx';
import { NoteLinkView } from './NoteLinkView.tsx';
import styles from './note-text.module.css';
import { readNote, textAndLinks } from './read-note.ts';

const Links = createContext<readonly NoteLink[]>([]);
const AskAbout = createContext<(anchor: HTMLAnchorElement) => void>(() => {});

/** A note as its Markdown says. Raw HTML is not shown, images are named, and links ask. */
export function NoteText({ note }: { note: string }) {
  const { blocks, links } = useMemo(() => readNote(note), [note]);
  const [asked, setAsked] = useState<HTMLAnchorElement | null>(null);
  return (
    <div className={styles['noteText']} dir="auto">
      <Links value={links}>
        <AskAbout value={setAsked}>
          <Blocks blocks={blocks} />
        </AskAbout>
      </Links>
      {asked === null ? null : <LinkChoice anchor={asked} onDone={() => setAsked(null)} />}
    </div>
  );
}

function Blocks({ blocks }: { blocks: readonly Block[] }): ReactNode {
  return blocks.map((block, index) => <BlockView key={index} block={block} />);
}

function BlockView({ block }: { block: Block }): ReactNode {
  const links = useContext(Links);
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          <Inlines inlines={block.children} />
        </p>
      );
    case 'heading':
      return (
        <p className={styles['heading']} role="heading" aria-level={Math.min(6, block.depth + 2)}>
          <Inlines inlines={block.children} />
        </p>
      );
    case 'code':
      return (
        <pre>
          <code>{plain(block.value, links)}</code>
        </pre>
      );
    case 'quote':
      return (
        <blockquote>
          <Blocks blocks={block.children} />
        </blockquote>
      );
    case 'list': {
      const items = block.items.map(({ checked, children }, index) => (
        <li key={index} data-task={checked === null ? undefined : true}>
          {checked === null ? null : (
            <input
              type="checkbox"
              checked={checked}
              disabled
              aria-label={checked ? t('notes.taskDone') : t('notes.taskOpen')}
            />
          )}
          <Blocks blocks={children} />
        </li>
      ));
      return block.ordered ? <ol start={block.first}>{items}</ol> : <ul>{items}</ul>;
    }
    case 'table':
      return (
        <table>
          <tbody>
            {block.rows.map((row, at) => (
              <tr key={at}>
                {row.map((cell, index) =>
                  at === 0 ? (
                    <th key={index}>
                      <Inlines inlines={cell.children} />
                    </th>
                  ) : (
                    <td key={index}>
                      <Inlines inlines={cell.children} />
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      );
    case 'footnotes':
      return (
        <ol>
          {block.items.map(({ label, children }) => (
            <li key={label}>
              <Blocks blocks={children} />
            </li>
          ))}
        </ol>
      );
    case 'rule':
      return <hr />;
  }
}

function Inlines({ inlines }: { inlines: readonly Inline[] }): ReactNode {
  return inlines.map((inline, index) => (
    <Fragment key={index}>
      <InlineView inline={inline} />
    </Fragment>
  ));
}

function InlineView({ inline }: { inline: Inline }): ReactNode {
  const links = useContext(Links);
  switch (inline.type) {
    case 'text':
      return textAndLinks(inline.value, links).map((piece, index) =>
        typeof piece === 'string' ? (
          <Fragment key={index}>{piece}</Fragment>
        ) : (
          <ResolvedLink key={index} link={piece} links={links} />
        ),
      );
    case 'code':
      return <code>{plain(inline.value, links)}</code>;
    case 'break':
      return <br />;
    case 'emphasis':
      return (
        <em>
          <Inlines inlines={inline.children} />
        </em>
      );
    case 'strong':
      return (
        <strong>
          <Inlines inlines={inline.children} />
        </strong>
      );
    case 'delete':
      return (
        <del>
          <Inlines inlines={inline.children} />
        </del>
      );
    case 'link':
      if (!/^https?:/i.test(inline.url)) return <Inlines inlines={inline.children} />;
      return (
        <OutsideLink url={inline.url}>
          <Inlines inlines={inline.children} />
        </OutsideLink>
      );
    case 'image':
      return inline.alt;
    case 'footnote':
      return <sup>{inline.label}</sup>;
  }
}

/** A click asks what to do with it, as in articles. */
function OutsideLink({ url, children }: { url: string; children: ReactNode }) {
  const ask = useContext(AskAbout);
  return (
    <a
      href={url}
      rel="noreferrer noopener"
      onClick={(event) => {
        event.preventDefault();
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
  return <NoteLinkView link={link} to={resolved?.to} />;
}

function plain(text: string, links: readonly NoteLink[]): string {
  return textAndLinks(text, links)
    .map((piece) => (typeof piece === 'string' ? piece : piece.label || piece.id))
    .join('');
}
