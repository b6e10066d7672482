import { HIGHLIGHT_COLORS, type HighlightColor } from '../../../main/shared/entities.ts';
import { t } from '../text.ts';
import styles from './ui.module.css';

interface Props {
  value: HighlightColor | null;
  onPick: (color: HighlightColor) => void;
  compact?: boolean;
}

/** The highlight colours in the order of their keys, 1 to 8. */
export function ColorPicker({ value, onPick, compact = false }: Props) {
  return (
    <div
      className={styles['colors']}
      data-compact={compact || undefined}
      role="group"
      aria-label={t('color.legend')}
    >
      {HIGHLIGHT_COLORS.map((color, index) => (
        <button
          key={color}
          type="button"
          data-color={color}
          aria-pressed={value === color}
          aria-label={t(`color.${color}`)}
          title={t('ui.keyed', { label: t(`color.${color}`), keys: index + 1 })}
          onClick={() => onPick(color)}
        />
      ))}
    </div>
  );
}
