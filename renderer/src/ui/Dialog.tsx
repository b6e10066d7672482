import { X } from 'lucide-react';
import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { t } from '../text.ts';
import { IconButton } from './IconButton.tsx';
import { addDialog } from './top-dialog.ts';
import styles from './ui.module.css';

interface Props {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** Buttons at the lower edge. */
  footer?: ReactNode;
  size?: 'small' | 'medium' | 'large';
  /** The title is said to assistive technology but not shown. */
  bare?: boolean;
}

/**
 * A modal dialog on the platform's own `<dialog>`: focus is kept inside and given back, the rest
 * of the page is inert, and no style sheet is injected, which the content security policy denies.
 */
export function Dialog({ title, onClose, children, footer, size = 'medium', bare = false }: Props) {
  const element = useRef<HTMLDialogElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const titleId = useId();
  // Of the layout: closed while it is still in the page, a dialog gives the focus back.
  useLayoutEffect(() => {
    const dialog = element.current;
    if (dialog === null) return;
    if (!dialog.open) {
      dialog.showModal();
      // Else the first control would have it, which is the one that closes.
      const first = dialog.querySelector<HTMLElement>('[data-autofocus]');
      (first ?? body.current)?.focus();
    }
    const remove = addDialog(dialog);
    return () => {
      remove();
      dialog.close();
    };
  }, []);

  return (
    <dialog
      ref={element}
      className={styles['dialog']}
      data-size={size}
      data-bare={bare || undefined}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        if (event.target === element.current) onClose();
      }}
    >
      <div className={styles['dialogBox']}>
        <div className={styles['dialogHead']}>
          <h2 id={titleId}>{title}</h2>
          {bare ? null : <IconButton label={t('ui.close')} icon={X} onClick={onClose} />}
        </div>
        {/* Long contents scroll with the arrow keys. */}
        <div ref={body} className={styles['dialogBody']} tabIndex={bare ? -1 : 0}>
          {children}
        </div>
        {footer === undefined ? null : <div className={styles['dialogFoot']}>{footer}</div>}
      </div>
    </dialog>
  );
}
