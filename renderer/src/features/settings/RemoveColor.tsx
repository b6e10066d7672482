import { useState } from 'react';
import type { ColorChoice, HighlightColor } from '../../../../main/shared/highlight-colors.ts';
import { colorName } from '../../../../main/shared/commands.ts';
import { notifyFailure } from '../../state/view.ts';
import { t, translator } from '../../text.ts';
import { Button } from '../../ui/Button.tsx';
import { useSettings } from '../shell/settings.ts';
import styles from './highlight-colors.module.css';
import { removeColor } from './remove-color.ts';

interface Props {
  choice: ColorChoice;
  /** Highlights in it. */
  count: number;
  onDone: () => void;
}

/** Asks what is to happen to the highlights of a colour that is taken out of use. */
export function RemoveColor({ choice, count, onDone }: Props) {
  const { highlightColors } = useSettings();
  const [become, setBecome] = useState<HighlightColor | null>(null);
  const name = colorName(choice, translator());
  const question = t('color.removeQuestion', { count, color: name });
  const remove = () => {
    removeColor(choice.color, name, become).catch(notifyFailure);
    onDone();
  };
  return (
    <div className={styles['removing']} role="group" aria-label={question}>
      <p>{question}</p>
      <select
        autoFocus
        aria-label={question}
        value={become ?? ''}
        onChange={({ target }) => {
          const chosen = highlightColors.find(({ color }) => color === target.value);
          setBecome(chosen?.color ?? null);
        }}
      >
        <option value="">{t('color.keepTheirs')}</option>
        {highlightColors
          .filter(({ color }) => color !== choice.color)
          .map((other) => (
            <option key={other.color} value={other.color}>
              {t('color.become', { color: colorName(other, translator()) })}
            </option>
          ))}
      </select>
      <Button primary onClick={remove}>
        {t('color.remove', { color: name })}
      </Button>
      <Button onClick={onDone}>{t('ui.cancel')}</Button>
    </div>
  );
}
