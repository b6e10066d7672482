import { colorName } from '../../../main/shared/commands.ts';
import { HIGHLIGHT_COLORS, type HighlightColor } from '../../../main/shared/highlight-colors.ts';
import { useSettings } from '../features/shell/settings.ts';
import { t, translator } from '../text.ts';
import styles from './ui.module.css';

interface Props {
  value: HighlightColor | null;
  onPick: (color: HighlightColor) => void;
  compact?: boolean;
  /** Whether the keys of the colours do here what a click does. */
  keyed?: boolean;
}

/** The user's highlight colours in the order of their keys, 1 to 8. */
export function ColorPicker({ value, onPick, compact = false, keyed = true }: Props) {
  const { highlightColors } = useSettings();
  return (
    <div
      className={styles['colors']}
      data-compact={compact || undefined}
      role="group"
      aria-label={t('color.legend')}
    >
      {highlightColors.map((choice, index) => (
        <button
          key={choice.color}
          type="button"
          data-color={choice.color}
          aria-pressed={value === choice.color}
          aria-label={colorName(choice, translator())}
          title={
            keyed
              ? t('ui.keyed', { label: colorName(choice, translator()), keys: index + 1 })
              : colorName(choice, translator())
          }
          onClick={() => onPick(choice.color)}
        />
      ))}
    </div>
  );
}

/** Every colour that a highlight may have, by the user's names, those in use first. */
export function useColorNames(): { id: HighlightColor; name: string }[] {
  const { highlightColors } = useSettings();
  const used = highlightColors.map((choice) => ({
    id: choice.color,
    name: colorName(choice, translator()),
  }));
  const others = HIGHLIGHT_COLORS.filter((color) => !used.some(({ id }) => id === color));
  return [...used, ...others.map((id) => ({ id, name: t(`color.${id}`) }))];
}
