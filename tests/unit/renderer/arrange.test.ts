import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arrange,
  MOST_RECENT,
  PALETTE_SECTIONS,
  withChosen,
  type PaletteItem,
} from '../../../renderer/src/features/palette/arrange.ts';

const ITEMS: PaletteItem[] = [
  { key: 'command:theme.dark', section: 'commands', label: 'Theme: Dark' },
  { key: 'command:theme.light', section: 'commands', label: 'Theme: Light' },
  { key: 'command:go.inbox', section: 'commands', label: 'Inbox', keywords: ['unread'] },
  { key: 'list:harbour', section: 'lists', label: 'Harbour' },
  { key: 'tag:harbour', section: 'tags', label: 'harbour works' },
  { key: 'setting:theme', section: 'settings', label: 'Theme' },
];

const ARTICLE: PaletteItem = {
  key: 'article:a1',
  section: 'articles',
  label: 'A walk along the quay',
  found: true,
};

const keys = (typed: string, recent: string[] = [], items = ITEMS) =>
  arrange(items, typed, recent).flatMap((section) => section.items.map(({ key }) => key));
const sections = (typed: string, recent: string[] = [], items = ITEMS) =>
  arrange(items, typed, recent).map(({ section }) => section);

describe('the palette', () => {
  it('shows everything in its order while nothing is typed', () => {
    expect(keys('')).toEqual(ITEMS.map(({ key }) => key));
    expect(sections(' ')).toEqual(['commands', 'lists', 'tags', 'settings']);
  });

  it('begins with what was chosen last, and leaves out what is no more', () => {
    const recent = ['setting:theme', 'tag:gone', 'command:go.inbox'];
    expect(sections('', recent)[0]).toBe('recent');
    expect(keys('', recent).slice(0, 2)).toEqual(['setting:theme', 'command:go.inbox']);
  });

  it('puts the section with the best fit first', () => {
    expect(sections('theme')).toEqual(['settings', 'commands']);
    expect(sections('harbour')).toEqual(['lists', 'tags']);
  });

  it('prefers of two that fit alike the one chosen more recently', () => {
    expect(keys('theme', [])[1]).toBe('command:theme.dark');
    const recent = ['command:theme.light', 'command:theme.dark'];
    expect(keys('theme', recent).indexOf('command:theme.light')).toBeLessThan(
      keys('theme', recent).indexOf('command:theme.dark'),
    );
  });

  it('does not let habit win over words that fit much better', () => {
    const items: PaletteItem[] = [
      { key: 'whole', section: 'commands', label: 'Search' },
      { key: 'inside', section: 'commands', label: 'Research' },
    ];
    expect(keys('search', ['inside'], items)).toEqual(['whole', 'inside']);
  });

  it('keeps what the core has found, whatever its label', () => {
    expect(keys('harbour', [], [...ITEMS, ARTICLE])).toContain('article:a1');
    expect(keys('zebra', [], [...ITEMS, ARTICLE])).toEqual(['article:a1']);
  });

  it('shows each item once in its section, and at most eight of each', () => {
    const item = fc.record({
      key: fc.uuid(),
      section: fc.constantFrom(...PALETTE_SECTIONS),
      label: fc.constantFrom('Theme', 'Theme: Dark', 'Inbox', 'Harbour works'),
    });
    fc.assert(
      fc.property(fc.uniqueArray(item, { selector: ({ key }) => key, maxLength: 60 }), (items) => {
        const shown = arrange(items, 'the', items.map(({ key }) => key).slice(0, 9));
        const all = shown.flatMap((section) => section.items.map(({ key }) => key));
        return (
          new Set(all).size === all.length && shown.every((section) => section.items.length <= 8)
        );
      }),
    );
  });
});

it('remembers choices, the newest first, each once and not without end', () => {
  expect(withChosen(['a', 'b'], 'b')).toEqual(['b', 'a']);
  const many = Array.from({ length: 80 }, (_, index) => `${index}`);
  expect(withChosen(many, 'new')).toHaveLength(MOST_RECENT);
});
