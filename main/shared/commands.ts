/**
 * Every command of Lectern, without what it does: menu, palette, shortcuts and help sheet are made
 * from this table. The renderer gives each id its `run` and `when`; keys are read by `keys.ts`.
 */
import { ANNOTATING_COMMANDS } from './commands/annotating.ts';
import { APPLICATION_COMMANDS } from './commands/application.ts';
import { CODEBOOK_COMMANDS } from './commands/codebook.ts';
import { LIBRARY_COMMANDS } from './commands/library.ts';
import { READING_COMMANDS } from './commands/reading.ts';
import { REVIEW_COMMANDS } from './commands/review.ts';
import type { CommandMenu, CommandRow } from './commands/row.ts';
import { TAB_COMMANDS } from './commands/tabs.ts';
import { TRAY_COMMANDS } from './commands/tray.ts';
import { VIEW_COMMANDS } from './commands/view.ts';
import { DEFAULT_COLORS, type ColorChoice } from './highlight-colors.ts';
import { isKeywordsKey, type Translator } from './messages/translator.ts';

const ROWS = [
  ...APPLICATION_COMMANDS,
  ...VIEW_COMMANDS,
  ...READING_COMMANDS,
  ...LIBRARY_COMMANDS,
  ...ANNOTATING_COMMANDS,
  ...REVIEW_COMMANDS,
  ...CODEBOOK_COMMANDS,
  ...TRAY_COMMANDS,
  ...TAB_COMMANDS,
] as const;

export type CommandId = (typeof ROWS)[number]['id'];
export type Command = Omit<CommandRow, 'id'> & { id: CommandId };

export const COMMANDS: readonly Command[] = ROWS;

/** The menus that hold commands, in the order of the menu bar. */
export const COMMAND_MENUS: readonly CommandMenu[] = [
  'File',
  'Edit',
  'View',
  'Go',
  'Annotate',
  'Help',
];

const IDS: ReadonlySet<string> = new Set(ROWS.map((row) => row.id));

export function isCommandId(id: string): id is CommandId {
  return IDS.has(id);
}

type HighlightCommand = Extract<CommandId, `highlight.${number}`>;

function isHighlight(id: CommandId): id is HighlightCommand {
  return id.startsWith('highlight.');
}

function keyOf(id: HighlightCommand): number {
  return Number(id.slice('highlight.'.length));
}

/** What a colour stands for, in the user's words or its own name. */
export function colorName({ name, color }: ColorChoice, { t }: Translator): string {
  return name.trim() === '' ? t(`color.${color}`) : name.trim();
}

/** Commands of highlight colours are called by the names the user gave these. */
export function commandLabel(
  id: CommandId,
  text: Translator,
  colors: readonly ColorChoice[] = DEFAULT_COLORS,
): string {
  if (!isHighlight(id)) return text.t(`command.${id}`);
  const choice = colors[keyOf(id) - 1];
  if (choice === undefined) return text.t('color.highlightWithKey', { key: keyOf(id) });
  return text.t('color.highlightIn', { color: colorName(choice, text) });
}

/** Whether there is a colour for the command: the user may use fewer than there are keys. */
export function isOffered(id: CommandId, colors: readonly ColorChoice[]): boolean {
  return !isHighlight(id) || keyOf(id) <= colors.length;
}

/** What else a person might type to find the command. */
export function commandKeywords(id: CommandId, { t }: Translator): string[] {
  const key = `keywords.${id}`;
  return isKeywordsKey(key) ? t(key).split(', ') : [];
}

/** The keys of a command on this platform, the shown one first. */
export function keysOf(command: Command, mac: boolean): readonly string[] {
  return (mac ? command.macKeys : undefined) ?? command.keys ?? [];
}
