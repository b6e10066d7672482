import { hueWord, type ColorChoice } from '../../../../main/shared/highlight-colors.ts';
import { colorName } from '../../../../main/shared/commands.ts';
import { t, translator } from '../../text.ts';
import { Button } from '../../ui/Button.tsx';
import { Range } from '../../ui/fields.tsx';
import styles from './highlight-colors.module.css';

interface Props {
  id: string;
  choice: ColorChoice;
  onMove: (hue: number) => void;
  /** When the slider is let go. */
  onSettle: () => void;
  onReset: () => void;
}

/** Where the slider stands for colours that are as the theme has them: about their hues there. */
const THEMES_HUES = {
  yellow: 95,
  green: 145,
  blue: 245,
  pink: 350,
  orange: 65,
  purple: 300,
  red: 30,
  grey: 85,
} as const satisfies Record<ColorChoice['color'], number>;

/** A hue of the user's own for a colour: how light and how strong it is stays the theme's affair. */
export function OwnHue({ id, choice, onMove, onSettle, onReset }: Props) {
  const label = t('color.hueOf', { color: colorName(choice, translator()) });
  const degrees = choice.hue ?? THEMES_HUES[choice.color];
  return (
    <div id={id} className={styles['hue']} role="group" aria-label={label}>
      <Range
        label={label}
        describedBy={undefined}
        shown={
          choice.hue === undefined
            ? t('color.asInTheme')
            : t('color.degrees', { word: t(`hue.${hueWord(degrees)}`), degrees })
        }
        value={degrees}
        min={0}
        max={359}
        step={1}
        onChange={onMove}
        onSettle={onSettle}
      />
      <Button disabled={choice.hue === undefined} onClick={onReset}>
        {t('color.asInTheme')}
      </Button>
    </div>
  );
}
