import type { ReactNode } from 'react';
import styles from './settings.module.css';

/** Something to read rather than to set, with what can be done about it. */
export function Fact({ children, actions }: { children: ReactNode; actions?: ReactNode }) {
  return (
    <div className={styles['fact']}>
      <p>{children}</p>
      {actions}
    </div>
  );
}
