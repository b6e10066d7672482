import { ArrowDown, ArrowUp, RotateCcw, X } from 'lucide-react';
import { useState } from 'react';
import {
  DEFAULT_COLORS,
  HIGHLIGHT_COLORS,
  HIGHLIGHT_SHAPES,
  movedColor,
  withColor,
  type ColorChoice,
  type HighlightColor,
} from '../../../../main/shared/highlight-colors.ts';
import { colorName } from '../../../../main/shared/commands.ts';
import { notifyFailure } from '../../state/view.ts';
import { t, translator } from '../../text.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { changeSettings, useSettings } from '../shell/settings.ts';
import type { Labelled } from '../../ui/fields.tsx';
import styles from './highlight-colors.module.css';
import { countInColor, removeColor } from './remove-color.ts';
import { OwnHue } from './OwnHue.tsx';
import { RemoveColor } from './RemoveColor.tsx';

/** What each colour stands for, its key, its hue and its line. */
export function HighlightColors({ label, describedBy }: Labelled) {
  const { highlightColors: choices } = useSettings();
  /** The colour that is about to go while highlights are in it, and how many these are. */
  const [removing, setRemoving] = useState<{ color: HighlightColor; count: number } | null>(null);
  /** The colour whose hue is being chosen. */
  const [inHue, setInHue] = useState<HighlightColor | null>(null);
  const unused = HIGHLIGHT_COLORS.filter((one) => !choices.some(({ color }) => color === one));
  const remove = async (choice: ColorChoice) => {
    const count = await countInColor(choice.color);
    if (count > 0) setRemoving({ color: choice.color, count });
    else await removeColor(choice.color, colorName(choice, translator()), null);
  };
  const put = (highlightColors: ColorChoice[]) => changeSettings({ highlightColors });
  const change = (index: number, part: Partial<ColorChoice>) =>
    put(choices.map((choice, at) => (at === index ? { ...choice, ...part } : choice)));
  const isDefault = JSON.stringify(choices) === JSON.stringify(DEFAULT_COLORS);
  return (
    <div className={styles['colors']}>
      <ol aria-label={label} aria-describedby={describedBy}>
        {choices.map((choice, index) => {
          const name = colorName(choice, translator());
          return (
            <li key={choice.color}>
              <kbd>{index + 1}</kbd>
              <button
                type="button"
                className={styles['sample']}
                style={{
                  background: `var(--hl-${choice.color})`,
                  textDecoration: `var(--shape-${choice.color}) color-mix(in srgb, var(--dot-${choice.color}) 65%, var(--text))`,
                }}
                aria-label={t('color.hueOf', { color: name })}
                aria-expanded={inHue === choice.color}
                title={t('color.hueOf', { color: name })}
                onClick={() => setInHue(inHue === choice.color ? null : choice.color)}
              >
                {t('color.sample')}
              </button>
              <input
                type="text"
                value={choice.name}
                maxLength={40}
                placeholder={t(`color.${choice.color}`)}
                aria-label={t('color.nameOf', { color: t(`color.${choice.color}`) })}
                onChange={(event) => change(index, { name: event.target.value })}
              />
              <select
                value={choice.shape}
                aria-label={t('color.lineOf', { color: name })}
                onChange={(event) => {
                  const shape = HIGHLIGHT_SHAPES.find((one) => one === event.target.value);
                  if (shape !== undefined) change(index, { shape });
                }}
              >
                {HIGHLIGHT_SHAPES.map((shape) => (
                  <option key={shape} value={shape}>
                    {t(`shape.${shape}`)}
                  </option>
                ))}
              </select>
              <IconButton
                label={t('color.moveUp', { color: name })}
                icon={ArrowUp}
                small
                disabled={index === 0}
                onClick={() => put(movedColor(choices, index, index - 1))}
              />
              <IconButton
                label={t('color.moveDown', { color: name })}
                icon={ArrowDown}
                small
                disabled={index === choices.length - 1}
                onClick={() => put(movedColor(choices, index, index + 1))}
              />
              <IconButton
                label={t('color.remove', { color: name })}
                icon={X}
                small
                disabled={choices.length === 1}
                onClick={() => void remove(choice).catch(notifyFailure)}
              />
              {inHue === choice.color ? (
                <OwnHue
                  choice={choice}
                  onChange={(changed) =>
                    put(choices.map((one) => (one.color === changed.color ? changed : one)))
                  }
                />
              ) : null}
              {removing?.color === choice.color ? (
                <RemoveColor
                  choice={choice}
                  count={removing.count}
                  onDone={() => setRemoving(null)}
                />
              ) : null}
            </li>
          );
        })}
      </ol>
      <div className={styles['answers']}>
        {unused.length === 0 ? null : (
          <select
            aria-label={t('color.add')}
            value=""
            onChange={(event) => {
              const color = unused.find((one) => one === event.target.value);
              if (color !== undefined) put(withColor(choices, color));
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
        <Button icon={RotateCcw} disabled={isDefault} onClick={() => put(DEFAULT_COLORS)}>
          {t('color.reset')}
        </Button>
      </div>
    </div>
  );
}
