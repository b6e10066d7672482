import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { en } from '../../../main/shared/messages/en.ts';
import { partsOf, type Message } from '../../../main/shared/messages/message.ts';
import { pseudoMessages, pseudoText } from '../../../main/shared/messages/pseudo.ts';
import { translatorFor } from '../../../main/shared/messages/translator.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const messages: [string, Message][] = Object.entries(en);
const forms = (message: Message): string[] =>
  typeof message === 'string' ? [message] : Object.values(message);
const names = (text: string) =>
  partsOf(text).flatMap((part) => ('name' in part ? [part.name] : []));

describe('the catalogue', () => {
  it('names every text area.name and leaves none empty or with loose spaces', () => {
    for (const [key, message] of messages) {
      expect(key).toMatch(/^[a-z]+(\.[a-zA-Z0-9-]+)+$/);
      for (const text of forms(message)) {
        expect(text.trim(), key).toBe(text);
        expect(text, key).not.toBe('');
      }
    }
  });

  it('has no braces but those around the name of a parameter', () => {
    for (const [key, message] of messages) {
      for (const text of forms(message))
        expect(text.replaceAll(/\{\w+\}/g, ''), key).not.toMatch(/[{}]/);
    }
  });

  it('asks for the same parameters in every plural form', () => {
    for (const [key, message] of messages) {
      const asked = forms(message).map((text) => names(text).toSorted());
      expect(new Set(asked.map(String)).size, key).toBe(1);
    }
  });

  it('holds no text that nothing shows', () => {
    const sources = ['renderer/src', 'main/hosts', 'main/core', 'main/shared']
      .flatMap(read)
      .join('\n');
    const made = [...sources.matchAll(/`([a-z]+(?:\.[a-zA-Z]+)*\.)\$\{/g)].map(
      ([, prefix]) => prefix!,
    );
    const unused = messages
      .map(([key]) => key)
      .filter(
        (key) => !sources.includes(`'${key}'`) && !made.some((prefix) => key.startsWith(prefix)),
      );
    expect(unused).toEqual([]);
  });
});

function read(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && name !== join('messages', 'en.ts'))
    .map((name) => readFileSync(join(ROOT, folder, name), 'utf8'));
}

describe('a translator', () => {
  const british = translatorFor('en-GB', []);

  it('fills parameters in and writes numbers as the language does', () => {
    expect(british.t('reader.lines', { start: 1200, end: 1310 })).toBe('lines 1,200–1,310');
    expect(british.t('tags.new', { name: '{name}' })).toBe('New tag “{name}”');
    expect(translatorFor('system', ['de-DE']).t('count.words', { count: 1200 })).toBe(
      '1.200 words',
    );
  });

  it('chooses the plural form by the number', () => {
    const counted = [0, 1, 2].map((count) => british.t('count.articles', { count }));
    expect(counted).toEqual(['0 articles', '1 article', '2 articles']);
  });

  it('takes dates from the system’s first language, and words from the first it has', () => {
    const day = new Date('2026-11-24T12:00:00Z');
    const long = { dateStyle: 'long', timeZone: 'UTC' } as const;
    const german = translatorFor('system', ['de-AT', 'en-US']);
    expect(german.date(day, long)).toBe('24. November 2026');
    expect(german.t('ui.cancel')).toBe('Cancel');
    expect(translatorFor('en-US', ['de']).date(day, long)).toBe('November 24, 2026');
    expect(translatorFor('system', []).t('ui.close')).toBe('Close');
  });

  it('cuts a text at its parameters for those that are elements', () => {
    expect(british.parts('search.advice').filter((part) => 'name' in part)).toEqual([
      { name: 'begin' },
      { name: 'fuzzy' },
    ]);
  });
});

describe('the pseudo-language', () => {
  const text = fc.stringMatching(/^[A-Za-z ,.…]{1,80}$/);

  it('brackets every text, keeps its parameters, and leaves no plain letter', () => {
    const pseudo = pseudoMessages();
    for (const [key, message] of messages) {
      for (const form of forms(message)) {
        expect(names(pseudoText(form)), key).toEqual(names(form));
      }
      for (const form of forms(pseudo[key]!)) {
        expect(form, key).toMatch(/^\[[^]*\]$/);
        expect(form.replaceAll(/\{\w+\}/g, ''), key).not.toMatch(/[a-zA-Z]/);
      }
    }
  });

  it('makes texts longer, by two fifths where they have vowels for it', () => {
    fc.assert(fc.property(text, (words) => pseudoText(words).length >= words.length + 2));
    const long = 'Everything stays on this computer, in a folder of plain files.';
    expect(pseudoText(long).length / long.length).toBeGreaterThan(1.35);
  });

  it('marks dates, too, so that one that was not formatted can be told', () => {
    const date = translatorFor('en-XA', []).date(new Date('2026-01-02'), { dateStyle: 'medium' });
    expect(date).toMatch(/^\[.*\]$/);
  });
});
