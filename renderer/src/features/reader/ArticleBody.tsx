import { createContext, Fragment, memo, useContext, type ReactNode } from 'react';
import { ownDirection, type Direction } from '../../../../main/shared/text/language.ts';
import type { Block, Inline } from '../../../../main/shared/text/reading.ts';
import { t } from '../../text.ts';
import { Dress, MarkdownBlock, type MarkdownDress } from '../../ui/MarkdownBlocks.tsx';
import styles from './article-body.module.css';
import type { Chunk } from './chunks.ts';
import { BoxedNotes, NotedLeaf } from './MarginNotes.tsx';
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
      {mounted ? <ChunkBlocks blocks={chunk.blocks} /> : null}
    </div>
  );
});

/** A guess at the height of so many characters in so many blocks, as CSS. */
export function heightOf(width: number, blocks: number): string {
  return `calc(${width} * 1lh / var(--line-length) + ${blocks} * 1.45em)`;
}

/** With the notes on them that are printed in the margin. */
function ChunkBlocks({ blocks }: { blocks: readonly Block[] }) {
  return (
    <Dress value={ARTICLE_DRESS}>
      {blocks.map((block, index) => (
        <Fragment key={index}>
          <BoxedNotes block={block} />
          <MarkdownBlock block={block} before={blocks[index - 1]} />
        </Fragment>
      ))}
    </Dress>
  );
}

export const ARTICLE_DRESS: MarkdownDress = {
  offsets: true,
  // The article's title is the page's h1.
  headings: ['h2', 'h2', 'h3', 'h4', 'h5', 'h6'],
  leaf: (span, inlines, show) => <NotedLeaf span={span} inlines={inlines} show={show} />,
  text: (value) => value,
  code: (value) => value,
  link: (url, children) => <LinkView url={url}>{children}</LinkView>,
  image: (url, alt) => <ImageView url={url} alt={alt} />,
  footnoteCall: (label) => (
    <a
      className={styles['footnote']}
      href={`#footnote-${label}`}
      data-note-call={label}
      aria-label={t('reader.footnote', { label })}
    />
  ),
  footnoteBack: (label) => (
    <a
      className={styles['noteBack']}
      href={`#footnote-${label}`}
      data-note-back={label}
      aria-label={t('reader.footnoteBack', { label })}
    />
  ),
  paragraph: (block, before, children) => (
    <Paragraph block={block} before={before}>
      {children}
    </Paragraph>
  ),
  // Drawn by the style sheet.
  task: () => null,
};

interface ParagraphProps {
  block: Extract<Block, { type: 'paragraph' }>;
  before: Block | undefined;
  children: ReactNode;
}

/** A paragraph in a script that runs the other way than the article's is set that way. */
function Paragraph({ block, before, children }: ParagraphProps) {
  const direction = ownDirection(wordsOf(block.children), useContext(ArticleDirection));
  const dress = isFigure(block) ? 'figure' : isCaption(block, before) ? 'caption' : null;
  return (
    <p
      className={dress === null ? undefined : styles[dress]}
      data-start={block.start}
      data-end={block.end}
      dir={direction}
    >
      {children}
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

/**
 * What a click on a link does is up to `ArticleLinks`. Links can't be dragged away: who presses the
 * button on their words begins to select them.
 */
function LinkView({ url, children }: { url: string; children: ReactNode }) {
  const target = useContext(ArticleSections).get(decoded(url));
  if (target !== undefined) {
    return (
      <a href={url} draggable={false} data-jump={target}>
        {children}
      </a>
    );
  }
  if (!/^https?:/i.test(url)) return <span title={url}>{children}</span>;
  return (
    <a href={url} target="_blank" rel="noreferrer noopener" draggable={false} data-link>
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
