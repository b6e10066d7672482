import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  belongsToTextField,
  formatKey,
  isKeyText,
  keyTextOf,
  matchesKey,
  parseKey,
  toAccelerator,
  type KeyPress,
} from '../../main/shared/keys.ts';

const PLAIN: KeyPress = {
  key: '',
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
};

function press(key: string, code: string, change: Partial<KeyPress> = {}): KeyPress {
  return { ...PLAIN, key, code, ...change };
}

const onPc = (key: string, pressed: KeyPress) => matchesKey(parseKey(key), pressed, false);
const onMac = (key: string, pressed: KeyPress) => matchesKey(parseKey(key), pressed, true);

const CTRL = { ctrlKey: true };
const META = { metaKey: true };
const SHIFT = { shiftKey: true };
const ALT = { altKey: true };

describe('parseKey', () => {
  it('reads modifiers and the key', () => {
    expect(parseKey('Mod+Shift+F')).toEqual({ mod: true, shift: true, alt: false, key: 'f' });
    expect(parseKey('Alt+Left')).toEqual({ mod: false, shift: false, alt: true, key: 'ArrowLeft' });
    expect(parseKey('Space').key).toBe(' ');
    expect(parseKey('?').key).toBe('?');
  });

  it('reads a plus as a key where it stands at the end', () => {
    expect(parseKey('Mod++')).toEqual({ mod: true, shift: false, alt: false, key: '+' });
    expect(parseKey('+').key).toBe('+');
  });

  it.each(['', 'Mod+', 'Ctrl+K', 'Foo', 'Mod+Foo'])('refuses %j', (text) => {
    expect(() => parseKey(text)).toThrow('Not a key');
  });
});

describe('matchesKey', () => {
  it('takes Ctrl for Mod on a PC and Command on a Mac', () => {
    expect(onPc('Mod+K', press('k', 'KeyK', CTRL))).toBe(true);
    expect(onPc('Mod+K', press('k', 'KeyK', META))).toBe(false);
    expect(onMac('Mod+K', press('k', 'KeyK', META))).toBe(true);
    expect(onMac('Mod+K', press('k', 'KeyK', CTRL))).toBe(false);
  });

  it('wants exactly the modifiers it names', () => {
    expect(onPc('Mod+K', press('K', 'KeyK', { ...CTRL, ...SHIFT }))).toBe(false);
    expect(onPc('Mod+K', press('k', 'KeyK', { ...CTRL, ...ALT }))).toBe(false);
    expect(onPc('j', press('j', 'KeyJ', CTRL))).toBe(false);
    expect(onPc('Shift+T', press('T', 'KeyT', SHIFT))).toBe(true);
    expect(onPc('t', press('T', 'KeyT', SHIFT))).toBe(false);
  });

  it('finds letters by what they print, so that Dvorak has its own places', () => {
    expect(onPc('j', press('j', 'KeyC'))).toBe(true);
    expect(onPc('j', press('h', 'KeyJ'))).toBe(false);
  });

  it('finds letters by their place where the keyboard prints no Latin ones', () => {
    expect(onPc('Mod+K', press('л', 'KeyK', CTRL))).toBe(true);
    expect(onPc('j', press('ο', 'KeyJ'))).toBe(true);
  });

  it('doesn’t take a dead key or a named key for a letter', () => {
    expect(onPc('n', press('Dead', 'KeyN'))).toBe(false);
    expect(onPc('e', press('Enter', 'Enter'))).toBe(false);
  });

  it('finds signs wherever they are: ? and / on a German keyboard', () => {
    expect(onPc('?', press('?', 'Minus', SHIFT))).toBe(true);
    expect(onPc('/', press('/', 'Digit7', SHIFT))).toBe(true);
    expect(onPc('?', press('/', 'Slash'))).toBe(false);
  });

  it('finds signs that need AltGr or Option', () => {
    expect(onPc('[', press('[', 'Digit8', { ...CTRL, ...ALT }))).toBe(true);
    expect(onMac('[', press('[', 'Digit5', ALT))).toBe(true);
    expect(onPc('[', press('[', 'BracketLeft', CTRL))).toBe(false);
    expect(onPc('[', press('[', 'BracketLeft', ALT))).toBe(false);
  });

  it('tells a sign with Shift from the one without', () => {
    expect(onPc('Mod+\\', press('\\', 'Backslash', CTRL))).toBe(true);
    expect(onPc('Mod+\\', press('|', 'Backslash', { ...CTRL, ...SHIFT }))).toBe(false);
    expect(onPc('Mod+Shift+\\', press('|', 'Backslash', { ...CTRL, ...SHIFT }))).toBe(true);
    expect(onMac('Mod+Shift+\\', press('\\', 'Backslash', { ...META, ...SHIFT }))).toBe(true);
    expect(onMac('Mod+\\', press('\\', 'Backslash', { ...META, ...SHIFT }))).toBe(false);
  });

  it('zooms with + on any keyboard', () => {
    expect(onPc('Mod++', press('+', 'Equal', { ...CTRL, ...SHIFT }))).toBe(true);
    expect(onPc('Mod++', press('+', 'NumpadAdd', CTRL))).toBe(true);
    expect(onPc('Mod+=', press('=', 'Equal', CTRL))).toBe(true);
    expect(onPc('Mod+=', press('=', 'Digit0', { ...CTRL, ...SHIFT }))).toBe(true);
  });

  it('finds digits on a French keyboard, with and without Shift', () => {
    expect(onPc('1', press('&', 'Digit1'))).toBe(true);
    expect(onPc('1', press('1', 'Digit1', SHIFT))).toBe(true);
    expect(onPc('1', press('!', 'Digit1', SHIFT))).toBe(false);
    expect(onPc('1', press('1', 'Numpad1'))).toBe(true);
    expect(onPc('1', press('2', 'Digit2'))).toBe(false);
  });

  it('finds named keys', () => {
    expect(onPc('Alt+Left', press('ArrowLeft', 'ArrowLeft', ALT))).toBe(true);
    expect(onPc('Space', press(' ', 'Space'))).toBe(true);
    expect(onPc('Space', press(' ', 'Space', SHIFT))).toBe(false);
    expect(onPc('Escape', press('Escape', 'Escape'))).toBe(true);
  });
});

describe('formatKey', () => {
  it.each([
    ['Mod+Shift+F', '⇧⌘F', 'Ctrl+Shift+F'],
    ['Alt+Left', '⌥←', 'Alt+←'],
    ['Mod+Backspace', '⌘⌫', 'Ctrl+Backspace'],
    ['j', 'J', 'J'],
    ['?', '?', '?'],
    ['Space', 'Space', 'Space'],
    ['Mod++', '⌘+', 'Ctrl++'],
  ])('shows %s as %s on a Mac and as %s elsewhere', (text, mac, pc) => {
    expect(formatKey(parseKey(text), true)).toBe(mac);
    expect(formatKey(parseKey(text), false)).toBe(pc);
  });
});

describe('toAccelerator', () => {
  it.each([
    ['Mod+Shift+F', 'CmdOrCtrl+Shift+F'],
    ['Alt+Left', 'Alt+Left'],
    ['Mod++', 'CmdOrCtrl+Plus'],
    ['Mod+,', 'CmdOrCtrl+,'],
    ['Space', 'Space'],
    ['j', 'J'],
    ['Delete', 'Delete'],
  ])('writes %s as %s', (text, accelerator) => {
    expect(toAccelerator(parseKey(text))).toBe(accelerator);
  });
});

describe('belongsToTextField', () => {
  const field = (text: string, mac: boolean) => belongsToTextField(parseKey(text), mac);

  it.each(['j', '?', '1', 'Shift+T', 'Space', 'Enter', 'Delete', 'Mod+Z', 'Mod+Shift+Z'])(
    'leaves %s to the field',
    (text) => {
      expect(field(text, false)).toBe(true);
      expect(field(text, true)).toBe(true);
    },
  );

  it.each(['Mod+K', 'Mod+Shift+F', 'Escape', 'Mod+=', 'Mod+,'])('keeps %s', (text) => {
    expect(field(text, false)).toBe(false);
    expect(field(text, true)).toBe(false);
  });

  it('knows that Alt+Left moves by a word on a Mac alone, and that Alt types there', () => {
    expect(field('Alt+Left', true)).toBe(true);
    expect(field('Alt+Left', false)).toBe(false);
    expect(field('Mod+Backspace', true)).toBe(true);
    expect(field('Mod+Y', false)).toBe(true);
    expect(field('Mod+Y', true)).toBe(false);
  });
});

describe('keyTextOf', () => {
  it.each<[string, KeyPress]>([
    ['J', press('j', 'KeyJ')],
    ['Shift+T', press('T', 'KeyT', SHIFT)],
    ['Mod+Shift+F', press('F', 'KeyF', { ...CTRL, ...SHIFT })],
    ['Alt+Left', press('ArrowLeft', 'ArrowLeft', ALT)],
    ['?', press('?', 'Slash', SHIFT)],
    ['Mod+Shift+\\', press('|', 'Backslash', { ...CTRL, ...SHIFT })],
    ['[', press('[', 'Digit8', { ...CTRL, ...ALT })],
    ['Mod++', press('+', 'BracketRight', CTRL)],
    ['F6', press('F6', 'F6')],
    ['Space', press(' ', 'Space')],
    ['Mod+7', press('7', 'Digit7', CTRL)],
    ['A', press('ф', 'KeyA')],
  ])('writes %s as the table does', (text, pressed) => {
    expect(keyTextOf(pressed, false)).toBe(text);
  });

  it('tells Command and Option on a Mac', () => {
    expect(keyTextOf(press('k', 'KeyK', META), true)).toBe('Mod+K');
    expect(keyTextOf(press('ƒ', 'KeyF', ALT), true)).toBe('Alt+F');
    expect(keyTextOf(press('k', 'KeyK', CTRL), true)).toBeNull();
  });

  it.each(['Shift', 'Control', 'Alt', 'Meta', 'Dead', 'CapsLock', 'AudioVolumeUp'])(
    'waits for more than %s',
    (key) => {
      expect(keyTextOf(press(key, key), false)).toBeNull();
    },
  );

  it('gives nothing that would not be matched by the same press', () => {
    const key = fc.oneof(
      fc.constantFrom('a', 'Z', '1', '!', '?', '+', '[', 'ö', 'ф', ' ', 'Enter', 'ArrowUp', 'F11'),
      fc.string({ minLength: 1, maxLength: 2 }),
    );
    const code = fc.constantFrom('KeyA', 'Digit1', 'Slash', 'BracketLeft', 'Space', 'Enter', '');
    const flags = fc.record({
      ctrlKey: fc.boolean(),
      metaKey: fc.boolean(),
      altKey: fc.boolean(),
      shiftKey: fc.boolean(),
    });
    fc.assert(
      fc.property(key, code, flags, fc.boolean(), (pressedKey, place, modifiers, mac) => {
        const pressed = press(pressedKey, place, modifiers);
        const text = keyTextOf(pressed, mac);
        return text === null || (isKeyText(text) && matchesKey(parseKey(text), pressed, mac));
      }),
    );
  });
});
