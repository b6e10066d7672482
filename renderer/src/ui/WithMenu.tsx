import { ContextMenu } from 'radix-ui';
import type { ReactElement } from 'react';
import styles from './ui.module.css';

export interface MenuItem {
  label: string;
  run: () => unknown;
  danger?: boolean;
}

/** A control with a menu of its own: by the right button, Shift+F10 or the menu key. */
export function WithMenu({
  menu,
  children,
}: {
  menu: readonly MenuItem[];
  children: ReactElement;
}) {
  return (
    // Not modal: what a modal menu does to the page needs a style sheet that the page denies.
    <ContextMenu.Root modal={false}>
      <ContextMenu.Trigger asChild>{children}</ContextMenu.Trigger>
      <ContextMenu.Portal>
        <ContextMenu.Content className={styles['menu']} collisionPadding={8}>
          {menu.map(({ label, run, danger }) => (
            <ContextMenu.Item
              key={label}
              className={styles['menuItem']}
              data-danger={danger || undefined}
              onSelect={() => void run()}
            >
              {label}
            </ContextMenu.Item>
          ))}
        </ContextMenu.Content>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  );
}
