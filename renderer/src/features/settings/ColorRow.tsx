import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import {
  HIGHLIGHT_SHAPES,
  movedColor,
  withHue,
  type ColorChoice,
} from '../../../../main/shared/highlight-colors.ts';
import { colorName } from '../../../../main/shared/commands.ts';
import { notifyFailure } from '../../state/view.ts';
import { t, translator } from '../../text.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { changeSettings, currentSettings, inHue, useSettings } from '../shell/settings.ts';
import { changeColors } from './change-colors.ts';
import styles from './highlight-colors.module.css';
import { OwnHue } from './OwnHue.tsx';
import { countInColor, removeColor } from './remove-color.ts';
import { RemoveColor } from './RemoveColor.tsx';

interface Props {
  choice: ColorChoice;
  index: number;
}

/** What one colour stands for, its hue, its line and its place. */
export function ColorRow({ choice, index }: Props) {
  const { highlightColors: choices } = useSettings();
  const hueId = useId();
  const [hueOpen, setHueOpen] = useState(false);
  /** Where the slider is while it is moved. */
  const [moved, setMoved] = useState<number | null>(null);
  /** How many highlights are in it, while it is asked what is to become of them. */
  const [removing, setRemoving] = useState<number | null>(null);
  /** The colours before its name was written. */
  const unnamed = useRef<ColorChoice[]>(choices);
  const { color } = choice;
  const name = colorName(choice, translator());
  const shown = moved === null ? choice : { ...choice, hue: moved };

  const withChoice = (changed: ColorChoice) =>
    currentSettings().highlightColors.map((one) => (one.color === color ? changed : one));
  const change = (changed: ColorChoice) =>
    changeColors(t('undo.editColor', { color: name }), withChoice(changed));
  const changeHue = (hue: number | null) =>
    change(withHue(choice, hue, (word) => t(`hue.${word}`)));
  const move = (to: number) =>
    changeColors(t('undo.moveColor', { color: name }), movedColor(choices, index, to));
  const remove = async () => {
    const count = await countInColor(color);
    if (count > 0) setRemoving(count);
    else await removeColor(color, name, null);
  };
  const settle = () => {
    if (moved !== null && moved !== choice.hue) changeHue(moved);
    setMoved(null);
  };

  return (
    <li>
      <kbd>{index + 1}</kbd>
      <button
        type="button"
        className={styles['sample']}
        style={{
          ...(moved === null
            ? {}
            : {
                [`--hl-${color}`]: inHue('--hue-fill', moved),
                [`--dot-${color}`]: inHue('--hue-dot', moved),
              }),
          background: `var(--hl-${color})`,
          textDecoration: `var(--shape-${color}) color-mix(in srgb, var(--dot-${color}) 65%, var(--text))`,
        }}
        aria-label={t('color.hueOf', { color: name })}
        title={t('color.hueOf', { color: name })}
        aria-expanded={hueOpen}
        aria-controls={hueOpen ? hueId : undefined}
        onClick={() => setHueOpen(!hueOpen)}
      >
        {t('color.sample')}
      </button>
      <input
        type="text"
        value={choice.name}
        maxLength={40}
        placeholder={t(`color.${color}`)}
        aria-label={t('color.nameOf', { color: t(`color.${color}`) })}
        onFocus={() => {
          unnamed.current = choices;
        }}
        onChange={(event) =>
          changeSettings({ highlightColors: withChoice({ ...choice, name: event.target.value }) })
        }
        onBlur={() => {
          const before = unnamed.current.find((one) => one.color === color);
          if (before === undefined || before.name === choice.name) return;
          changeColors(t('undo.editColor', { color: name }), choices, unnamed.current);
        }}
      />
      <select
        value={choice.shape}
        aria-label={t('color.lineOf', { color: name })}
        onChange={(event) => {
          const shape = HIGHLIGHT_SHAPES.find((one) => one === event.target.value);
          if (shape !== undefined) change({ ...choice, shape });
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
        onClick={() => move(index - 1)}
      />
      <IconButton
        label={t('color.moveDown', { color: name })}
        icon={ArrowDown}
        small
        disabled={index === choices.length - 1}
        onClick={() => move(index + 1)}
      />
      <IconButton
        label={t('color.remove', { color: name })}
        icon={X}
        small
        disabled={choices.length === 1}
        onClick={() => void remove().catch(notifyFailure)}
      />
      {hueOpen ? (
        <OwnHue
          id={hueId}
          choice={shown}
          onMove={setMoved}
          onSettle={settle}
          onReset={() => {
            setMoved(null);
            changeHue(null);
          }}
        />
      ) : null}
      {removing === null ? null : (
        <RemoveColor choice={choice} count={removing} onDone={() => setRemoving(null)} />
      )}
    </li>
  );
}
