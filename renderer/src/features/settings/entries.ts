/** What can be set, in the order of the page; palette and search find it by its words. */
import { t } from '../../text.ts';
import { rankEntry } from '../palette/rank.ts';

export const SECTIONS = [
  'appearance',
  'reading',
  'shortcuts',
  'library',
  'import',
  'export',
  'about',
] as const;
export type Section = (typeof SECTIONS)[number];

export const ENTRIES = [
  { id: 'theme', section: 'appearance' },
  { id: 'language', section: 'appearance' },
  { id: 'placesOpen', section: 'appearance' },
  { id: 'notesOpen', section: 'appearance' },
  { id: 'font', section: 'reading' },
  { id: 'textSize', section: 'reading' },
  { id: 'measure', section: 'reading' },
  { id: 'leading', section: 'reading' },
  { id: 'justify', section: 'reading' },
  { id: 'highlightColors', section: 'reading' },
  { id: 'singleKeys', section: 'shortcuts' },
  { id: 'folder', section: 'library' },
  { id: 'check', section: 'library' },
  { id: 'importing', section: 'import' },
  { id: 'rules', section: 'import' },
  { id: 'exportFolder', section: 'export' },
  { id: 'exporting', section: 'export' },
  { id: 'version', section: 'about' },
  { id: 'licence', section: 'about' },
] as const satisfies readonly { id: string; section: Section }[];

export type Entry = (typeof ENTRIES)[number];
export type EntryId = Entry['id'];

export function labelOf(id: EntryId): string {
  return t(`setting.${id}`);
}

/** How well what was typed fits an entry, 0 to 1. */
export function rankSetting({ id, section }: Entry, typed: string): number {
  return rankEntry(labelOf(id), typed, [t(`describe.${id}`), t(`section.${section}`)]);
}
