import { ArrowLeft } from 'lucide-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useCommands } from '../commands/registry.ts';
import { t } from '../text.ts';
import { IconButton } from './IconButton.tsx';
import { usePageTitle } from './page-title.ts';
import styles from './ui.module.css';

interface Props {
  title: string;
  /** By Escape and the arrow in the head. */
  onClose: () => void;
  children: ReactNode;
  /** At the other end of the head. */
  actions?: ReactNode;
  /** Where the keys of commands with this scope work. */
  scope?: string;
}

/** A view that fills the window, in the place of the library. */
export function Screen({ title, onClose, children, actions, scope }: Props) {
  const element = useRef<HTMLElement>(null);
  const titleId = useId();
  useCommands({ 'app.cancel': onClose });
  usePageTitle(title);
  useEffect(() => {
    const first = element.current?.querySelector<HTMLElement>('[data-autofocus]');
    (first ?? element.current)?.focus();
  }, []);
  return (
    <main
      ref={element}
      className={styles['screen']}
      aria-labelledby={titleId}
      tabIndex={-1}
      data-scope={scope}
    >
      <header className={styles['screenHead']}>
        <IconButton label={t('ui.backToLibrary')} keys="Esc" icon={ArrowLeft} onClick={onClose} />
        <h1 id={titleId}>{title}</h1>
        {actions === undefined ? null : <div className={styles['screenActions']}>{actions}</div>}
      </header>
      <div className={styles['screenBody']}>{children}</div>
    </main>
  );
}
