import { createContext, Fragment, useContext, type ReactNode } from 'react';
import type { Block, Cell, Inline, ListItem } from '../../../main/shared/text/reading.ts';
import { t } from '../text.ts';
import styles from './markdown.module.css';

export interface Span {
  start: number;
  end: number;
}

export type ShowInlines = (inlines: readonly Inline[]) => ReactNode;

type Paragraph = Extract<Block, { type: 'paragraph' }>;

/** What differs between places where Markdown is shown: an article, a note on it. */
export interface MarkdownDress {
  /** Whether places in the page are places in the reading text: every leaf says its offsets. */
  offsets: boolean;
  /** The elements of headings, by their depth. */
  headings: readonly ('h2' | 'h3' | 'h4' | 'h5' | 'h6')[];
  /** What stands in a paragraph or a heading: its inlines, shown in one piece or in several. */
  leaf: (span: Span, inlines: readonly Inline[], show: ShowInlines) => ReactNode;
  text: (value: string) => ReactNode;
  /** Inside `code`. */
  code: (value: string) => ReactNode;
  link: (url: string, children: ReactNode) => ReactNode;
  image: (url: string, alt: string) => ReactNode;
  footnoteCall: (label: string) => ReactNode;
  /** Behind the text of a footnote. */
  footnoteBack: (label: string) => ReactNode;
  paragraph: (block: Paragraph, before: Block | undefined, children: ReactNode) => ReactNode;
  /** Before what a task in a list says. */
  task: (checked: boolean) => ReactNode;
}

export const Dress = createContext<MarkdownDress | null>(null);

function useDress(): MarkdownDress {
  const dress = useContext(Dress);
  if (dress === null) throw new Error('Markdown is shown without its dress');
  return dress;
}

/** Blocks of Markdown as HTML. In an article the characters inside each leaf are exactly its reading text. */
export function MarkdownBlocks({ blocks }: { blocks: readonly Block[] }): ReactNode {
  return blocks.map((block, index) => (
    <MarkdownBlock key={index} block={block} before={blocks[index - 1]} />
  ));
}

interface BlockProps {
  block: Block;
  before: Block | undefined;
}

export function MarkdownBlock({ block, before }: BlockProps): ReactNode {
  const dress = useDress();
  switch (block.type) {
    case 'paragraph':
      return dress.paragraph(block, before, dress.leaf(block, block.children, showInlines));
    case 'heading': {
      const Tag = dress.headings[block.depth - 1] ?? 'h6';
      return <Tag {...placeOf(block, dress)}>{dress.leaf(block, block.children, showInlines)}</Tag>;
    }
    case 'code':
      return (
        <pre role="group" tabIndex={0} aria-label={t('reader.code')}>
          <code {...placeOf(block, dress)}>{dress.code(block.value)}</code>
        </pre>
      );
    case 'quote':
      return (
        <blockquote>
          <MarkdownBlocks blocks={block.children} />
        </blockquote>
      );
    case 'list': {
      const items = block.items.map((item, index) => <ItemView key={index} item={item} />);
      return block.ordered ? <ol start={block.first}>{items}</ol> : <ul>{items}</ul>;
    }
    case 'table':
      return <TableView align={block.align} rows={block.rows} />;
    case 'footnotes':
      return (
        <ol className={styles['footnotes']} aria-label={t('reader.footnotes')}>
          {block.items.map(({ label, children }) => (
            <li key={label} data-note={label}>
              <MarkdownBlocks blocks={children} />
              {dress.footnoteBack(label)}
            </li>
          ))}
        </ol>
      );
    case 'rule':
      return <hr />;
  }
}

/** The offsets of a leaf, as attributes. */
function placeOf({ start, end }: Span, { offsets }: MarkdownDress) {
  return offsets ? { 'data-start': start, 'data-end': end } : {};
}

function ItemView({ item: { checked, children } }: { item: ListItem }) {
  const { task } = useDress();
  return (
    <li data-checked={checked ?? undefined}>
      {checked === null ? null : task(checked)}
      <MarkdownBlocks blocks={children} />
    </li>
  );
}

function TableView({ align, rows }: { align: (string | null)[]; rows: Cell[][] }) {
  const dress = useDress();
  const [head, ...body] = rows;
  const cells = (row: Cell[], Tag: 'th' | 'td') =>
    row.map((cell, index) => (
      <Tag
        key={index}
        {...placeOf(cell, dress)}
        data-align={align[index] ?? undefined}
        {...(Tag === 'th' ? { scope: 'col' as const } : {})}
      >
        <Inlines inlines={cell.children} />
      </Tag>
    ));
  return (
    <div className={styles['table']} tabIndex={0} role="group" aria-label={t('reader.table')}>
      <table>
        {head === undefined ? null : (
          <thead>
            <tr>{cells(head, 'th')}</tr>
          </thead>
        )}
        <tbody>
          {body.map((row, index) => (
            <tr key={index}>{cells(row, 'td')}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const showInlines: ShowInlines = (inlines) => <Inlines inlines={inlines} />;

function Inlines({ inlines }: { inlines: readonly Inline[] }): ReactNode {
  return inlines.map((inline, index) => (
    <Fragment key={index}>
      <InlineView inline={inline} />
    </Fragment>
  ));
}

function InlineView({ inline }: { inline: Inline }): ReactNode {
  const dress = useDress();
  switch (inline.type) {
    case 'text':
      return dress.text(inline.value);
    case 'code':
      return <code>{dress.code(inline.value)}</code>;
    case 'break':
      // The line feed is the reading text's; the page breaks at it because of `white-space`.
      return <span className={styles['break']}>{'\n'}</span>;
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
      return dress.link(inline.url, <Inlines inlines={inline.children} />);
    case 'image':
      return dress.image(inline.url, inline.alt);
    case 'footnote':
      return <sup>{dress.footnoteCall(inline.label)}</sup>;
  }
}
