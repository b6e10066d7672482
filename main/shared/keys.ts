/**
 * Keys as they are written in the command table: `Mod+Shift+F`, `Alt+Left`, `j`, `?`. `Mod` is ⌘ on
 * a Mac and Ctrl elsewhere. Letters are told by what they print, and by their place on the keyboard
 * where they print no Latin letter; signs by what they print, whatever it takes to type them.
 */

export interface Key {
  mod: boolean;
  alt: boolean;
  shift: boolean;
  /** A lower-case letter, a digit, a sign, or the name of a key as `KeyboardEvent.key` has it. */
  key: string;
}

/** What `KeyboardEvent` tells of a key press. */
export interface KeyPress {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/** Names that the table may use, and `KeyboardEvent.key` for them. */
const NAMED: Readonly<Record<string, string>> = {
  Space: ' ',
  Enter: 'Enter',
  Escape: 'Escape',
  Tab: 'Tab',
  Backspace: 'Backspace',
  Delete: 'Delete',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
  Up: 'ArrowUp',
  Down: 'ArrowDown',
  ...Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [`F${index + 1}`, `F${index + 1}`]),
  ),
};

/** `KeyboardEvent.code` of the signs that are used with Shift, where they print something else. */
const SIGN_CODES: Readonly<Record<string, string>> = {
  '\\': 'Backslash',
  ',': 'Comma',
  '.': 'Period',
  '/': 'Slash',
  '[': 'BracketLeft',
  ']': 'BracketRight',
  '-': 'Minus',
  '=': 'Equal',
};

const MAC_SYMBOLS: Readonly<Record<string, string>> = {
  ' ': 'Space',
  Enter: '↩',
  Escape: '⎋',
  Tab: '⇥',
  Backspace: '⌫',
  Delete: '⌦',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
};

const PC_LABELS: Readonly<Record<string, string>> = {
  ' ': 'Space',
  Escape: 'Esc',
  Delete: 'Del',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
};

/**
 * What was pressed, as it would stand in the table; null for a modifier alone and for what no
 * table can hold.
 */
export function keyTextOf(press: KeyPress, mac: boolean): string | null {
  for (const name of namesOf(press)) {
    const found = MODIFIER_SETS.map((set) => set + name).find(
      (text) => isKeyText(text) && matchesKey(parseKey(text), press, mac),
    );
    if (found !== undefined) return found;
  }
  return null;
}

/** The fewest first: a sign brings its Shift along. */
const MODIFIER_SETS = [
  '',
  'Mod+',
  'Alt+',
  'Shift+',
  'Mod+Alt+',
  'Mod+Shift+',
  'Alt+Shift+',
  'Mod+Alt+Shift+',
];

/** What the table may call the key, the best name first. */
function namesOf({ key, code, shiftKey, ...press }: KeyPress): string[] {
  const named = Object.entries(NAMED).find(([, value]) => value === key)?.[0];
  if (named !== undefined) return [named];
  if ([...key].length !== 1) return [];
  const place = /^Key([A-Z])$/.exec(code)?.[1];
  if (place !== undefined && !/[!-~]/.test(key)) return [place];
  const bare = !press.ctrlKey && !press.metaKey && !press.altKey;
  const sign = Object.entries(SIGN_CODES).find(([, value]) => value === code)?.[0];
  // With Ctrl, Shift and \ are a better name than the | that this keyboard prints.
  const byPlace = shiftKey && !bare && sign !== undefined && isSign(key) ? [sign] : [];
  return [...byPlace, key.toUpperCase()];
}

export function isKeyText(text: string): boolean {
  const { modifiers, key } = splitKey(text);
  return key !== undefined && modifiers.every((modifier) => MODIFIERS.includes(modifier));
}

const MODIFIERS = ['Mod', 'Alt', 'Shift'];

function splitKey(text: string): { modifiers: string[]; key: string | undefined } {
  const name = text.endsWith('++') || text === '+' ? '+' : text.slice(text.lastIndexOf('+') + 1);
  return {
    modifiers: text.slice(0, -name.length).split('+').filter(Boolean),
    key: NAMED[name] ?? ([...name].length === 1 ? name.toLowerCase() : undefined),
  };
}

/** @throws Error when the text is not a key: whoever takes one from outside asks `isKeyText` first. */
export function parseKey(text: string): Key {
  const { modifiers, key } = splitKey(text);
  if (key === undefined || !isKeyText(text)) throw new Error(`Not a key: ${text}`);
  return {
    mod: modifiers.includes('Mod'),
    alt: modifiers.includes('Alt'),
    shift: modifiers.includes('Shift'),
    key,
  };
}

export function matchesKey(key: Key, press: KeyPress, mac: boolean): boolean {
  if (isSign(key.key) && !key.mod && !key.alt && !key.shift)
    return matchesBareSign(key, press, mac);
  if (key.mod !== (mac ? press.metaKey : press.ctrlKey)) return false;
  if (mac ? press.ctrlKey : press.metaKey) return false;
  if (key.alt !== press.altKey) return false;
  if (isSign(key.key)) return matchesSign(key, press);
  if (isDigit(key.key)) return matchesDigit(key, press);
  if (key.shift !== press.shiftKey) return false;
  return isLetter(key.key) ? matchesLetter(key, press) : press.key === key.key;
}

/** For people: `⇧⌘F` on a Mac, `Ctrl+Shift+F` elsewhere. */
export function formatKey(key: Key, mac: boolean): string {
  const name = key.key.length === 1 ? key.key.toUpperCase() : key.key;
  if (mac) {
    const signs = [key.alt && '⌥', key.shift && '⇧', key.mod && '⌘'].filter(Boolean).join('');
    return signs + (MAC_SYMBOLS[key.key] ?? name);
  }
  const parts = [key.mod && 'Ctrl', key.alt && 'Alt', key.shift && 'Shift'].filter(Boolean);
  return [...parts, PC_LABELS[key.key] ?? name].join('+');
}

/** As Electron's menus want it: `CmdOrCtrl+Shift+F`. */
export function toAccelerator(key: Key): string {
  const parts = [key.mod && 'CmdOrCtrl', key.alt && 'Alt', key.shift && 'Shift'].filter(Boolean);
  return [...parts, acceleratorName(key.key)].join('+');
}

/**
 * Whether a text field has its own use for the key, so that a command has to leave it alone there:
 * whatever types, deletes, moves the caret or undoes typing.
 */
export function belongsToTextField(key: Key, mac: boolean): boolean {
  if (key.key === 'Escape') return false;
  if (['Backspace', 'Delete', 'ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(key.key)) {
    return mac || !key.alt;
  }
  if (!key.mod) return !key.alt || mac;
  return key.key === 'z' || (key.key === 'y' && !mac);
}

function isLetter(key: string): boolean {
  return /^[a-z]$/.test(key);
}

function isDigit(key: string): boolean {
  return /^[0-9]$/.test(key);
}

function isSign(key: string): boolean {
  return key.length === 1 && key !== ' ' && !isLetter(key) && !isDigit(key);
}

/** `[` is AltGr+8 on a German keyboard, which Windows reports as Ctrl+Alt, and Option+5 on a Mac. */
function matchesBareSign(key: Key, press: KeyPress, mac: boolean): boolean {
  const altGraph = mac ? press.altKey : press.altKey && press.ctrlKey;
  const plain = altGraph || (!press.ctrlKey && !press.altKey);
  return plain && !press.metaKey && !(mac && press.ctrlKey) && press.key === key.key;
}

function matchesSign(key: Key, press: KeyPress): boolean {
  if (!key.shift) return press.key === key.key && !(press.shiftKey && sameAsItsCode(press));
  return press.shiftKey && (press.key === key.key || press.code === SIGN_CODES[key.key]);
}

/** A numbered key prints its digit without Shift on most keyboards and with it on French ones. */
function matchesDigit(key: Key, press: KeyPress): boolean {
  if (press.key === key.key) return true;
  return !isDigit(press.key) && !press.shiftKey && press.code === `Digit${key.key}`;
}

function matchesLetter(key: Key, press: KeyPress): boolean {
  const printed = press.key.toLowerCase();
  if (isLetter(printed)) return printed === key.key;
  return printed.length === 1 && press.code === `Key${key.key.toUpperCase()}`;
}

/** A sign that its key prints without Shift: pressed with Shift, it is another chord. */
function sameAsItsCode(press: KeyPress): boolean {
  return SIGN_CODES[press.key] === press.code;
}

function acceleratorName(key: string): string {
  if (key === ' ') return 'Space';
  if (key === '+') return 'Plus';
  if (key.startsWith('Arrow')) return key.slice('Arrow'.length);
  return key.length === 1 ? key.toUpperCase() : key;
}
