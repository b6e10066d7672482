import type { ComponentType } from 'react';
import type { Labelled } from '../../ui/fields.tsx';
import { labelOf, type EntryId } from '../settings/entries.ts';
import { Font, Justify, Leading, Measure, TextSize, Theme } from '../settings/text-controls.tsx';
import styles from './text-settings.module.css';

const SHOWN: readonly (readonly [EntryId, ComponentType<Labelled>])[] = [
  ['theme', Theme],
  ['font', Font],
  ['textSize', TextSize],
  ['measure', Measure],
  ['leading', Leading],
  ['justify', Justify],
];

/** How the text is set; every change shows at once. */
export function TextSettings() {
  return (
    <div className={styles['textSettings']}>
      {SHOWN.map(([id, Control]) => (
        <div key={id} data-setting={id}>
          <span aria-hidden>{labelOf(id)}</span>
          <Control label={labelOf(id)} />
        </div>
      ))}
    </div>
  );
}
