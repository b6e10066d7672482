import { Tooltip as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import styles from './ui.module.css';

interface Props {
  text: string;
  /** One element that can have the focus. */
  children: ReactNode;
}

/** Words about an element while it is hovered or has the focus. */
export function Tooltip({ text, children }: Props) {
  return (
    <Primitive.Provider delayDuration={250}>
      <Primitive.Root>
        <Primitive.Trigger asChild>{children}</Primitive.Trigger>
        <Primitive.Portal>
          <Primitive.Content className={styles['tooltip']} sideOffset={5} collisionPadding={8}>
            {text}
          </Primitive.Content>
        </Primitive.Portal>
      </Primitive.Root>
    </Primitive.Provider>
  );
}
