import type { ComponentType } from 'react';
import { LANGUAGES } from '../../../../main/shared/entities.ts';
import { PSEUDO_LOCALE } from '../../../../main/shared/messages/translator.ts';
import { t } from '../../text.ts';
import { Switch, type Labelled } from '../../ui/fields.tsx';
import { ImportWays } from '../importing/ImportWays.tsx';
import { RuleList } from '../rules/RuleList.tsx';
import { changeSettings, useSettings } from '../shell/settings.ts';
import { CheckLibrary, LibraryFolder, Licence, Version } from './about-controls.tsx';
import type { EntryId } from './entries.ts';
import { ExportFolder, ExportNotes } from './file-controls.tsx';
import { HighlightColors } from './HighlightColors.tsx';
import { Font, Justify, Leading, Measure, TextSize, Theme } from './text-controls.tsx';

type Control = ComponentType<Labelled>;

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

/** A setting that is on or off. */
function toggle(key: 'placesOpen' | 'notesOpen' | 'singleKeys'): Control {
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
  justify: Justify,
  highlightColors: HighlightColors,
  singleKeys: toggle('singleKeys'),
  folder: LibraryFolder,
  check: CheckLibrary,
  importing: () => <ImportWays />,
  rules: RuleList,
  exportFolder: ExportFolder,
  exporting: ExportNotes,
  version: Version,
  licence: Licence,
};
