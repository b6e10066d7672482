import { describe, expect, it } from 'vitest';
import { commandLabel, isOffered } from '../../main/shared/commands.ts';
import { DEFAULT_SETTINGS, settingsSchema } from '../../main/shared/entities.ts';
import {
  colorOfName,
  DEFAULT_COLORS,
  HIGHLIGHT_COLORS,
  movedColor,
  withColor,
  withHue,
  withoutColor,
  writtenColor,
} from '../../main/shared/highlight-colors.ts';
import { translatorFor } from '../../main/shared/messages/translator.ts';

const text = translatorFor('en-GB', []);

describe('the highlight colours', () => {
  it('each have a line of their own from the start', () => {
    expect(new Set(DEFAULT_COLORS.map(({ shape }) => shape)).size).toBe(HIGHLIGHT_COLORS.length);
    expect(DEFAULT_COLORS.map(({ shape }) => shape)).not.toContain('none');
  });

  it('call their commands by the names the user gave them, in the order of their keys', () => {
    const named = DEFAULT_COLORS.map((choice) =>
      choice.color === 'green' ? { ...choice, name: ' Evidence ' } : choice,
    );
    const colors = movedColor(named, 1, 0);
    expect(commandLabel('highlight.1', text, colors)).toBe('Highlight in Evidence');
    expect(commandLabel('highlight.2', text, colors)).toBe('Highlight in Yellow');
    expect(commandLabel('highlight.8', text, colors)).toBe('Highlight in Grey');
  });

  it('take a hue of the user’s, and are called by it until they are named', () => {
    const [yellow] = DEFAULT_COLORS;
    if (yellow === undefined) throw new Error('There are no colours');
    const word = (hue: string) => hue.toUpperCase();
    const teal = withHue(yellow, 182, word);
    expect(teal).toMatchObject({ color: 'yellow', name: 'TEAL', hue: 182 });
    expect(withHue(teal, 350, word)).toMatchObject({ name: 'ROSE', hue: 350 });
    expect(withHue(teal, null, word)).toEqual(yellow);
    const named = withHue({ ...teal, name: 'Method' }, 60, word);
    expect(named).toMatchObject({ name: 'Method', hue: 60 });
    expect(withHue(named, null, word)).toEqual({ ...yellow, name: 'Method' });
    expect(settingsSchema.shape.highlightColors.safeParse([teal, named]).success).toBe(false);
    expect(settingsSchema.shape.highlightColors.safeParse([teal]).success).toBe(true);
  });

  it('are taken out of use and back into it, but for the last one', () => {
    const seven = withoutColor(DEFAULT_COLORS, 'green');
    expect(seven.map(({ color }) => color)).not.toContain('green');
    expect(withColor(seven, 'green').at(-1)).toEqual(DEFAULT_COLORS[1]);
    expect(withColor(seven, 'blue')).toEqual(seven);
    const one = DEFAULT_COLORS.slice(0, 1);
    expect(withoutColor(one, 'yellow')).toEqual(one);
  });

  it('stay where they are when there is no such place', () => {
    expect(movedColor(DEFAULT_COLORS, 0, -1)).toEqual(DEFAULT_COLORS);
    expect(movedColor(DEFAULT_COLORS, 7, 8)).toEqual(DEFAULT_COLORS);
    expect(movedColor(DEFAULT_COLORS, 9, 0)).toEqual(DEFAULT_COLORS);
  });

  it('are found by the name the user gave, whatever the case, or by their own', () => {
    const colors = DEFAULT_COLORS.with(1, { color: 'green', name: 'Yellow', shape: 'wavy' });
    expect(colorOfName(colors, 'yellow')).toBe('green');
    expect(colorOfName(colors, 'Blue')).toBe('blue');
    expect(colorOfName(colors, '')).toBeUndefined();
    expect(colorOfName(colors, 'mauve')).toBeUndefined();
    expect(writtenColor(colors, 'green')).toBe('Yellow');
    expect(writtenColor(colors.slice(0, 1), 'blue')).toBe('blue');
  });

  it('offer a command for each colour in use and no more', () => {
    const three = DEFAULT_COLORS.slice(0, 3);
    expect(isOffered('highlight.3', three)).toBe(true);
    expect(isOffered('highlight.4', three)).toBe(false);
    expect(isOffered('annotation.note', three)).toBe(true);
    expect(commandLabel('highlight.4', text, three)).toBe('Highlight With Key 4');
  });

  it('are each there once', () => {
    const twice = DEFAULT_COLORS.with(1, { color: 'yellow', name: '', shape: 'solid' });
    const parse = (highlightColors: unknown) =>
      settingsSchema.safeParse({ ...DEFAULT_SETTINGS, highlightColors }).success;
    expect(parse(twice)).toBe(false);
    expect(parse([])).toBe(false);
    expect(parse(DEFAULT_COLORS.slice(1))).toBe(true);
    expect(parse(movedColor(DEFAULT_COLORS, 0, 7))).toBe(true);
  });
});
