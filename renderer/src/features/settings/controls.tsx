import type { ComponentType } from 'react';
import { LANGUAGES, THEMES, type Settings } from '../../../../main/shared/entities.ts';
import { PSEUDO_LOCALE } from '../../../../main/shared/messages/translator.ts';
import { t, translator } from '../../text.ts';
import { RuleList } from '../rules/RuleList.tsx';
import { changeSettings, useSettings } from '../shell/settings.ts';
import { CheckLibrary, LibraryFolder, Licence, Version } from './about-controls.tsx';
import type { EntryId } from './entries.ts';
import { ExportFolder, ExportNotes, ImportArticles } from './file-controls.tsx';
import { HighlightColors } from './HighlightColors.tsx';
import { Range, Segments, Switch, type Labelled } from './fields.tsx';

type Control = ComponentType<Labelled>;

const FONTS: readonly Settings['font'][] = ['serif', 'sans', 'legible'];

function Theme(row: Labelled) {
  return (
    <Segments
      {...row}
      options={THEMES.map((theme) => [theme, t(`text.theme.${theme}`)])}
      value={useSettings().theme}
      onPick={(theme) => changeSettings({ theme })}
    />
  );
}

function Language({ label, describedBy }: Labelled) {
  const { language } = useSettings();
  // The pseudo-language is for those who ask for it by name.
  const offered = LANGUAGES.filter((one) => one !== PSEUDO_LOCALE || language === one);
  return (
    <select
      aria-label={label}
      aria-describedby={describedBy}
      value={language}
      onChange={(event) => {
        const chosen = LANGUAGES.find((one) => one === event.target.value);
        if (chosen !== undefined) changeSettings({ language: chosen });
      }}
    >
      {offered.map((one) => (
        <option key={one} value={one}>
          {t(`language.${one}`)}
        </option>
      ))}
    </select>
  );
}

function Font(row: Labelled) {
  return (
    <Segments
      {...row}
      options={FONTS.map((font) => [font, t(`text.font.${font}`)])}
      value={useSettings().font}
      onPick={(font) => changeSettings({ font })}
    />
  );
}

function TextSize(row: Labelled) {
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

function Measure(row: Labelled) {
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

function Leading(row: Labelled) {
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

/** A setting that is on or off. */
function toggle(key: 'placesOpen' | 'notesOpen' | 'singleKeys' | 'justify'): Control {
  return function Toggle(row) {
    return (
      <Switch
        {...row}
        checked={useSettings()[key]}
        onChange={(on) => changeSettings({ [key]: on })}
      />
    );
  };
}

export const CONTROLS: Readonly<Record<EntryId, Control>> = {
  theme: Theme,
  language: Language,
  placesOpen: toggle('placesOpen'),
  notesOpen: toggle('notesOpen'),
  font: Font,
  textSize: TextSize,
  measure: Measure,
  leading: Leading,
  justify: toggle('justify'),
  highlightColors: HighlightColors,
  singleKeys: toggle('singleKeys'),
  folder: LibraryFolder,
  check: CheckLibrary,
  importing: ImportArticles,
  rules: RuleList,
  exportFolder: ExportFolder,
  exporting: ExportNotes,
  version: Version,
  licence: Licence,
};
