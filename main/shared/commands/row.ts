export type CommandMenu = 'File' | 'Edit' | 'View' | 'Go' | 'Annotate' | 'Help';

interface MenuPlace {
  path: CommandMenu;
  /** Groups are divided by separators and sorted; within a group the order of the table counts. */
  group: number;
  /** The submenu that holds the command. */
  submenu?: 'adjust' | 'collection' | 'group' | 'highlight' | 'review' | 'select' | 'tab' | 'theme';
}

export interface CommandRow {
  /** `area.verb`. Its words are in the catalogue, as `command.area.verb` and `keywords.area.verb`. */
  id: string;
  /** The first key is the one shown. */
  keys?: readonly string[];
  /** Takes the place of `keys` on a Mac. */
  macKeys?: readonly string[];
  /** Where the keys work; everywhere, if not given. Keys are unique within what can be seen at once. */
  scope?: 'codebook' | 'list' | 'reader' | 'review' | 'tray';
  menu?: MenuPlace;
  /** False keeps it out of the palette: it makes no sense there. */
  palette?: false;
}
