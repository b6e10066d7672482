/** How the text is set and in which theme: the same controls in the settings and beside the text. */
import { THEMES, type Settings } from '../../../../main/shared/entities.ts';
import { t, translator } from '../../text.ts';
import { Range, Segments, Switch, type Labelled } from '../../ui/fields.tsx';
import { changeSettings, useSettings } from '../shell/settings.ts';

const FONTS: readonly Settings['font'][] = ['serif', 'sans', 'legible'];

export function Theme(row: Labelled) {
  return (
    <Segments
      {...row}
      options={THEMES.map((theme) => [theme, t(`text.theme.${theme}`)])}
      value={useSettings().theme}
      onPick={(theme) => changeSettings({ theme })}
    />
  );
}

export function Font(row: Labelled) {
  return (
    <Segments
      {...row}
      options={FONTS.map((font) => [font, t(`text.font.${font}`)])}
      value={useSettings().font}
      onPick={(font) => changeSettings({ font })}
    />
  );
}

export function TextSize(row: Labelled) {
  const { textSize } = useSettings();
  return (
    <Range
      {...row}
      shown={t('text.pixels', { count: textSize })}
      value={textSize}
      min={14}
      max={28}
      step={1}
      onChange={(size) => changeSettings({ textSize: size })}
    />
  );
}

export function Measure(row: Labelled) {
  const { measure } = useSettings();
  return (
    <Range
      {...row}
      shown={t('text.characters', { count: measure })}
      value={measure}
      min={50}
      max={90}
      step={2}
      onChange={(width) => changeSettings({ measure: width })}
    />
  );
}

export function Leading(row: Labelled) {
  const { leading } = useSettings();
  return (
    <Range
      {...row}
      shown={translator().number(leading, { minimumFractionDigits: 2 })}
      value={leading}
      min={1.3}
      max={2}
      step={0.05}
      onChange={(height) => changeSettings({ leading: height })}
    />
  );
}

export function Justify(row: Labelled) {
  return (
    <Switch
      {...row}
      checked={useSettings().justify}
      onChange={(justify) => changeSettings({ justify })}
    />
  );
}
