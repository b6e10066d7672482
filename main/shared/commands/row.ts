export type CommandMenu = 'File' | 'Edit' | 'View' | 'Go' | 'Annotate' | 'Help';

interface MenuPlace {
  path: CommandMenu;
  /** Groups are divided by separators and sorted; within a group the order of the table counts. */
  group: number;
  /** The label of the submenu that holds the command. */
  submenu?: string;
}

export interface CommandRow {
  /** `area.verb`. */
  id: string;
  /** Title case; an ellipsis where the command asks for more. */
  label: string;
  /** What else a person might type in the palette. */
  keywords?: readonly string[];
  /** The first key is the one shown. */
  keys?: readonly string[];
  /** Takes the place of `keys` on a Mac. */
  macKeys?: readonly string[];
  /** Where the keys work; everywhere, if not given. Keys are unique within what can be seen at once. */
  scope?: 'list' | 'reader';
  menu?: MenuPlace;
  /** False keeps it out of the palette: it makes no sense there. */
  palette?: false;
}
