import type { LucideIcon } from 'lucide-react';
import type { ButtonHTMLAttributes } from 'react';
import { t } from '../text.ts';
import styles from './ui.module.css';

interface Props extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'aria-label' | 'title'> {
  label: string;
  icon: LucideIcon;
  /** Shown in the tooltip. */
  keys?: string | undefined;
  small?: boolean;
  pressed?: boolean;
}

export function IconButton({ label, icon: Icon, keys, small = false, pressed, ...rest }: Props) {
  return (
    <button
      type="button"
      {...rest}
      className={styles['iconButton']}
      data-small={small || undefined}
      aria-label={label}
      aria-pressed={pressed}
      title={keys === undefined ? label : t('ui.keyed', { label, keys })}
    >
      <Icon aria-hidden size={small ? 15 : 18} strokeWidth={1.75} />
    </button>
  );
}
