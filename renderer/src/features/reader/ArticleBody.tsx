import { createContext, Fragment, memo, useContext, type ReactNode } from 'react';
import { ownDirection, type Direction } from '../../../../main/shared/text/language.ts';
import type { Block, Cell, Inline, ListItem } from '../../../../main/shared/text/reading.ts';
import { t } from '../../text.ts';
import styles from './article-body.module.css';
import type { Chunk } from './chunks.ts';
import { MarginNotes } from './MarginNotes.tsx';
import { ImageView, InsideLink } from './ImageView.tsx';

/** The direction of the article that a block stands in. */
export const ArticleDirection = createContext<Direction>('ltr');

/** The offsets of the article's headings, by the names that links in it call them. */
export const ArticleSections = createContext<ReadonlyMap<string, number>>(new Map());

/** The article as a page. The characters inside each leaf are exactly its reading text. */
export function ArticleBody({ chunks, until }: { chunks: readonly Chunk[]; until: number }) {
  return chunks.map((chunk) => (
    <ChunkView key={chunk.start} chunk={chunk} mounted={chunk.start < until} />
  ));
}

/** Chunks far from what is in sight are skipped by layout and painting; their heights are guessed. */
const ChunkView = memo(function ChunkView({ chunk, mounted }: { chunk: Chunk; mounted: boolean }) {
  const height = heightOf(chunk.width, chunk.blocks.length);
  return (
    <div
      className={styles['chunk']}
      data-chunk={chunk.start}
      style={mounted ? { containIntrinsicBlockSize: `auto ${height}` } : { blockSize: height }}
    >
      {mounted ? <Blocks blocks={chunk.blocks} margin /> : null}
    </div>
  );
});

/** A guess at the height of so many characters in so many blocks, as CSS. */
export function heightOf(width: number, blocks: number): string {
  return `calc(${width} * 1lh / var(--line-length) + ${blocks} * 1.45em)`;
}

interface BlocksProps {
  blocks: readonly Block[];
  /** Notes on them are printed in the margin. */
  margin?: boolean;
}

export function Blocks({ blocks, margin = false }: BlocksProps): ReactNode {
  return blocks.map((block, index) => (
    <Fragment key={index}>
      {margin ? <MarginNotes block={block} /> : null}
      <BlockView block={block} caption={isCaption(block, blocks[index - 1])} />
    </Fragment>
  ));
}

function BlockView({ block, caption }: { block: Block; caption: boolean }) {
  switch (block.type) {
    case 'paragraph':
      return (
        <Paragraph
          className={isFigure(block) ? styles['figure'] : caption ? styles['caption'] : undefined}
          start={block.start}
          end={block.end}
          inlines={block.children}
        />
      );
    case 'heading': {
      // The article's title is the page's h1.
      const Tag = (['h2', 'h2', 'h3', 'h4', 'h5', 'h6'] as const)[block.depth - 1] ?? 'h6';
      return (
        <Tag data-start={block.start} data-end={block.end}>
          <Inlines inlines={block.children} />
        </Tag>
      );
    }
    case 'code':
      return (
        <pre tabIndex={0} aria-label={t('reader.code')}>
          <code data-start={block.start} data-end={block.end}>
            {block.value}
          </code>
        </pre>
      );
    case 'quote':
      return (
        <blockquote>
          <Blocks blocks={block.children} />
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
          {block.items.map((item) => (
            <li key={item.label} data-note={item.label}>
              <Blocks blocks={item.children} />
              <a
                className={styles['noteBack']}
                href={`#footnote-${item.label}`}
                data-note-back={item.label}
                aria-label={t('reader.footnoteBack', { label: item.label })}
              />
            </li>
          ))}
        </ol>
      );
    case 'rule':
      return <hr />;
  }
}

interface ParagraphProps {
  className: string | undefined;
  start: number;
  end: number;
  inlines: readonly Inline[];
}

/** A paragraph in a script that runs the other way than the article's is set that way. */
function Paragraph({ className, start, end, inlines }: ParagraphProps) {
  const direction = ownDirection(wordsOf(inlines), useContext(ArticleDirection));
  return (
    <p className={className} data-start={start} data-end={end} dir={direction}>
      <Inlines inlines={inlines} />
    </p>
  );
}

function wordsOf(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) =>
      'value' in inline ? inline.value : 'children' in inline ? wordsOf(inline.children) : '',
    )
    .join('');
}

function ItemView({ item }: { item: ListItem }) {
  return (
    <li data-checked={item.checked ?? undefined}>
      <Blocks blocks={item.children} />
    </li>
  );
}

function TableView({ align, rows }: { align: (string | null)[]; rows: Cell[][] }) {
  const [head, ...body] = rows;
  const cells = (row: Cell[], Tag: 'th' | 'td') =>
    row.map((cell, index) => (
      <Tag
        key={index}
        data-start={cell.start}
        data-end={cell.end}
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

function Inlines({ inlines }: { inlines: readonly Inline[] }): ReactNode {
  return inlines.map((inline, index) => (
    <Fragment key={index}>
      <InlineView inline={inline} />
    </Fragment>
  ));
}

function InlineView({ inline }: { inline: Inline }): ReactNode {
  switch (inline.type) {
    case 'text':
      return inline.value;
    case 'code':
      return <code>{inline.value}</code>;
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
      return (
        <LinkView url={inline.url}>
          <Inlines inlines={inline.children} />
        </LinkView>
      );
    case 'image':
      return <ImageView url={inline.url} alt={inline.alt} />;
    case 'footnote':
      return (
        <sup>
          <a
            className={styles['footnote']}
            href={`#footnote-${inline.label}`}
            data-note-call={inline.label}
            aria-label={t('reader.footnote', { label: inline.label })}
          />
        </sup>
      );
  }
}

function isFigure(block: Block | undefined): boolean {
  return (
    block?.type === 'paragraph' && block.children.length > 0 && block.children.every(isPicture)
  );
}

/** Importers put captions below their picture, in italics. */
function isCaption(block: Block, before: Block | undefined): boolean {
  return (
    block.type === 'paragraph' &&
    isFigure(before) &&
    block.children.length > 0 &&
    block.children.every(({ type }) => type === 'emphasis')
  );
}

/** Whether there is nothing else to see: an image, a link around one, the space between. */
function isPicture(inline: Inline): boolean {
  if (inline.type === 'link') return inline.children.every(isPicture);
  return inline.type === 'image' || (inline.type === 'text' && inline.value.trim() === '');
}

/** What a click on a link does is up to `ArticleLinks`. */
function LinkView({ url, children }: { url: string; children: ReactNode }) {
  const target = useContext(ArticleSections).get(decoded(url));
  if (target !== undefined) {
    return (
      <a href={url} data-jump={target}>
        {children}
      </a>
    );
  }
  if (!/^https?:/i.test(url)) return <span title={url}>{children}</span>;
  return (
    <a href={url} target="_blank" rel="noreferrer noopener" data-link>
      <InsideLink value>{children}</InsideLink>
    </a>
  );
}

function decoded(url: string): string {
  if (!url.startsWith('#')) return '';
  try {
    return decodeURIComponent(url.slice(1)).toLowerCase();
  } catch {
    return '';
  }
}
