import type { LucideIcon } from 'lucide-react';
import type { ButtonHTMLAttributes } from 'react';
import { formatCount } from '../../ui/dates.ts';
import { WithMenu, type MenuItem } from '../../ui/WithMenu.tsx';
import styles from './places.module.css';

export interface PlaceItemProps extends Omit<
  ButtonHTMLAttributes<HTMLButtonElement>,
  'name' | 'type' | 'title'
> {
  icon: LucideIcon;
  name: string;
  /** None is shown for 0. */
  count: number | undefined;
  current: boolean;
  onPick: () => void;
  menu?: readonly MenuItem[];
  /** The icon's colour, as a CSS value. */
  tint?: string | undefined;
}

/** One line of the places: a list of articles that can be shown. */
export function PlaceItem({
  icon: Icon,
  name,
  count,
  current,
  onPick,
  menu,
  tint,
  ...rest
}: PlaceItemProps) {
  const button = (
    <button
      type="button"
      {...rest}
      className={styles['place']}
      aria-current={current ? 'page' : undefined}
      onClick={onPick}
      title={name}
    >
      <Icon aria-hidden size={16} strokeWidth={1.75} style={{ color: tint }} />
      <span className={styles['placeName']} dir="auto">
        {name}
      </span>
      <span className={styles['placeCount']}>{count ? formatCount(count) : ''}</span>
    </button>
  );
  if (menu === undefined) return button;
  return <WithMenu menu={menu}>{button}</WithMenu>;
}
