import { THEMES, type Settings } from '../../../../main/shared/entities.ts';
import { t, translator } from '../../text.ts';
import { changeSettings, useSettings } from '../shell/settings.ts';
import styles from './reader.module.css';

const FONTS: readonly Settings['font'][] = ['serif', 'sans', 'legible'];

/** How the text is set; every change shows at once. */
export function TextSettings() {
  const settings = useSettings();
  return (
    <div className={styles['textSettings']}>
      <Choice
        legend={t('text.theme')}
        options={THEMES.map((theme) => [theme, t(`text.theme.${theme}`)])}
        value={settings.theme}
        onPick={(theme) => changeSettings({ theme })}
      />
      <Choice
        legend={t('text.typeface')}
        options={FONTS.map((font) => [font, t(`text.font.${font}`)])}
        value={settings.font}
        onPick={(font) => changeSettings({ font })}
      />
      <Slider
        label={t('text.size')}
        shown={t('text.pixels', { count: settings.textSize })}
        value={settings.textSize}
        min={14}
        max={28}
        step={1}
        onChange={(textSize) => changeSettings({ textSize })}
      />
      <Slider
        label={t('text.width')}
        shown={t('text.characters', { count: settings.measure })}
        value={settings.measure}
        min={50}
        max={90}
        step={2}
        onChange={(measure) => changeSettings({ measure })}
      />
      <Slider
        label={t('text.leading')}
        shown={translator().number(settings.leading, { minimumFractionDigits: 2 })}
        value={settings.leading}
        min={1.3}
        max={2}
        step={0.05}
        onChange={(leading) => changeSettings({ leading })}
      />
      <label className={styles['check']}>
        <input
          type="checkbox"
          checked={settings.justify}
          onChange={(event) => changeSettings({ justify: event.target.checked })}
        />
        {t('text.justify')}
      </label>
    </div>
  );
}

interface ChoiceProps<T extends string> {
  legend: string;
  options: [T, string][];
  value: T;
  onPick: (value: T) => void;
}

export function Choice<T extends string>({ legend, options, value, onPick }: ChoiceProps<T>) {
  return (
    <fieldset className={styles['choice']}>
      <legend>{legend}</legend>
      <div>
        {options.map(([option, label]) => (
          <label key={option}>
            <input
              type="radio"
              name={legend}
              value={option}
              checked={value === option}
              onChange={() => onPick(option)}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface SliderProps {
  label: string;
  shown: string;
  value: number;
  min: number;
  max: number;
  step: number;
  onChange: (value: number) => void;
}

function Slider({ label, shown, onChange, ...range }: SliderProps) {
  return (
    <label className={styles['slider']}>
      <span>{label}</span>
      <output>{shown}</output>
      <input
        type="range"
        {...range}
        aria-valuetext={shown}
        onChange={(event) => onChange(Number(event.target.value))}
      />
    </label>
  );
}
