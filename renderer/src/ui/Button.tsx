import type { LucideIcon } from 'lucide-react';
import type { ButtonHTMLAttributes } from 'react';
import styles from './ui.module.css';

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  primary?: boolean;
  /** It does what can't be undone. */
  danger?: boolean;
  icon?: LucideIcon;
}

export function Button({ primary = false, danger = false, icon: Icon, children, ...rest }: Props) {
  return (
    <button
      type="button"
      {...rest}
      className={styles['button']}
      data-primary={primary || undefined}
      data-danger={danger || undefined}
    >
      {Icon === undefined ? null : <Icon aria-hidden size={16} strokeWidth={1.75} />}
      {children}
    </button>
  );
}
