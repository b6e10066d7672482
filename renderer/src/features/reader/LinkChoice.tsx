import { useQuery } from '@tanstack/react-query';
import { Popover } from 'radix-ui';
import { useRef } from 'react';
import { call } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { openArticle, openBehind } from '../../state/open-article.ts';
import { notify, notifyFailure } from '../../state/view.ts';
import { t } from '../../text.ts';
import { Button } from '../../ui/Button.tsx';
import { onOpenClick } from '../../ui/middle-click.ts';
import styles from './article-links.module.css';

/** Asks what to do with a link: open it outside, copy it, or open the article that the library has. */
export function LinkChoice({ anchor, onDone }: { anchor: HTMLAnchorElement; onDone: () => void }) {
  const url = anchor.href;
  const known = useQuery(queries.byUrl(url)).data?.article ?? null;
  const place = useRef(anchor);
  return (
    <Popover.Root open onOpenChange={(open) => !open && onDone()}>
      <Popover.Anchor virtualRef={place} />
      <Popover.Portal>
        <Popover.Content
          className={styles['choice']}
          sideOffset={6}
          collisionPadding={8}
          aria-label={t('link.title')}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            anchor.focus({ preventScroll: true });
          }}
        >
          {known === null ? null : <p dir="auto">{t('link.known', { title: known.title })}</p>}
          <p className={styles['address']}>{url}</p>
          <div>
            {known === null ? null : (
              <Button
                primary
                {...onOpenClick(
                  () => {
                    onDone();
                    openArticle(known.id);
                  },
                  () => {
                    onDone();
                    openBehind(known.id);
                  },
                )}
              >
                {t('link.openKnown')}
              </Button>
            )}
            <Button
              onClick={() => {
                onDone();
                openOutside(url);
              }}
            >
              {t('link.open')}
            </Button>
            <Button
              onClick={() => {
                onDone();
                copy(url).catch(notifyFailure);
              }}
            >
              {t('link.copy')}
            </Button>
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

export function openOutside(url: string): void {
  if (window.lectern === undefined) window.open(url, '_blank', 'noopener,noreferrer');
  else call('desktop.openLink', { url }).catch(notifyFailure);
}

async function copy(url: string): Promise<void> {
  await navigator.clipboard.writeText(url);
  notify({ kind: 'done', text: t('link.copied') });
}
