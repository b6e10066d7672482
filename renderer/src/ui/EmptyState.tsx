import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './ui.module.css';

interface Props {
  icon: LucideIcon;
  title: string;
  children?: ReactNode;
}

export function EmptyState({ icon: Icon, title, children }: Props) {
  return (
    <div className={styles['empty']}>
      <Icon aria-hidden size={28} strokeWidth={1.25} />
      <h2>{title}</h2>
      <div>{children}</div>
    </div>
  );
}
