import { RotateCcw } from 'lucide-react';
import {
  DEFAULT_COLORS,
  HIGHLIGHT_COLORS,
  withColor,
} from '../../../../main/shared/highlight-colors.ts';
import { t } from '../../text.ts';
import { Button } from '../../ui/Button.tsx';
import type { Labelled } from '../../ui/fields.tsx';
import { useSettings } from '../shell/settings.ts';
import { changeColors } from './change-colors.ts';
import { ColorRow } from './ColorRow.tsx';
import styles from './highlight-colors.module.css';

/** What each colour stands for, its key, its hue and its line. */
export function HighlightColors({ label, describedBy }: Labelled) {
  const { highlightColors: choices } = useSettings();
  const unused = HIGHLIGHT_COLORS.filter((one) => !choices.some(({ color }) => color === one));
  const isDefault = JSON.stringify(choices) === JSON.stringify(DEFAULT_COLORS);
  return (
    <div className={styles['colors']}>
      <ol aria-label={label} aria-describedby={describedBy}>
        {choices.map((choice, index) => (
          <ColorRow key={choice.color} choice={choice} index={index} />
        ))}
      </ol>
      <div className={styles['answers']}>
        {unused.length === 0 ? null : (
          <select
            aria-label={t('color.add')}
            value=""
            onChange={(event) => {
              const color = unused.find((one) => one === event.target.value);
              if (color === undefined) return;
              const name = t(`color.${color}`);
              changeColors(t('undo.addColor', { color: name }), withColor(choices, color));
            }}
          >
            <option value="">{t('color.add')}</option>
            {unused.map((color) => (
              <option key={color} value={color}>
                {t(`color.${color}`)}
              </option>
            ))}
          </select>
        )}
        <Button
          icon={RotateCcw}
          disabled={isDefault}
          onClick={() => changeColors(t('undo.resetColors'), DEFAULT_COLORS)}
        >
          {t('color.reset')}
        </Button>
      </div>
    </div>
  );
}
