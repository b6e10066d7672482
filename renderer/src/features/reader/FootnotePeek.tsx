import { Popover } from 'radix-ui';
import { useEffect, useId, useMemo, useRef } from 'react';
import type { Block } from '../../../../main/shared/text/reading.ts';
import { t } from '../../text.ts';
import { Dress, MarkdownBlocks } from '../../ui/MarkdownBlocks.tsx';
import { ARTICLE_DRESS } from './ArticleBody.tsx';
import styles from './article-links.module.css';
import type { Chunk } from './chunks.ts';

interface Props {
  anchor: HTMLElement;
  label: string;
  chunks: readonly Chunk[];
  onStay: () => void;
  onLeave: () => void;
  onClose: () => void;
}

/** The note that a call leads to, beside the call: while that has the pointer or the focus. */
export function FootnotePeek({ anchor, label, chunks, onStay, onLeave, onClose }: Props) {
  const id = useId();
  const place = useRef(anchor);
  const note = useMemo(() => noteOf(chunks, label), [chunks, label]);
  useEffect(() => {
    anchor.setAttribute('aria-describedby', id);
    return () => anchor.removeAttribute('aria-describedby');
  }, [anchor, id]);
  if (note === null) return null;
  return (
    <Popover.Root open onOpenChange={(open) => !open && onClose()}>
      <Popover.Anchor virtualRef={place} />
      <Popover.Portal>
        <Popover.Content
          id={id}
          className={styles['note']}
          role="note"
          aria-label={t('reader.footnote', { label })}
          sideOffset={6}
          collisionPadding={8}
          // Reading goes on where it was.
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
          onPointerEnter={onStay}
          onPointerLeave={onLeave}
        >
          <Dress value={ARTICLE_DRESS}>
            <MarkdownBlocks blocks={note} />
          </Dress>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function noteOf(chunks: readonly Chunk[], label: string): readonly Block[] | null {
  for (const { blocks } of chunks.toReversed()) {
    for (const block of blocks) {
      const item =
        block.type === 'footnotes' ? block.items.find((one) => one.label === label) : undefined;
      if (item !== undefined) return item.children;
    }
  }
  return null;
}
