/** Feeds and exports, generated and broken: what is whole comes through, and no line is lost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonDamage } from '../../../main/core/importers/json-feed/json-damage.ts';
import { toReadingText } from '../../../main/shared/text/reading.ts';
import { lineAccount, readBytes } from '../../support/read-import.ts';

const WORD = fc.constantFrom(
  'ferry',
  'Fähre',
  'паром',
  '渡船',
  'a & b',
  '<b>',
  '*x*',
  '3 > 2',
  ']]',
  '"q"',
);
const WORDS = fc.array(WORD, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
/** Feeds say too little of their titles: `<b>` in one is markup, `<int>` is a word. */
const TITLE = WORDS.map((words) => words.replaceAll('<b>', 'vector<int>'));
const ITEM = fc.record({
  title: TITLE,
  paragraphs: fc.array(WORDS, { minLength: 1, maxLength: 4 }),
});
const ITEMS = fc.array(ITEM, { maxLength: 8 });
type Item = { title: string; paragraphs: string[] };
const BREAK = fc.constantFrom('\n', '\n\n  ', '');

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function html({ paragraphs }: Item): string {
  return paragraphs.map((words) => `<p>${escaped(words)}</p>`).join('\n');
}

function rss(items: readonly Item[], between: string): string {
  const written = items.map(
    (item) =>
      `<item>${between}<title>${escaped(item.title)}</title>${between}` +
      `<description>${escaped(html(item))}</description></item>`,
  );
  return `<rss version="2.0"><channel>${between}<title>x</title>${written.join(between)}</channel></rss>`;
}

function wxr(items: readonly Item[], between: string): string {
  const written = items.map(
    (item) =>
      `<item><title>${escaped(item.title)}</title>${between}<content:encoded><![CDATA[` +
      `${item.paragraphs.map(escaped).join('\n\n')}]]></content:encoded>${between}` +
      '<wp:post_type>post</wp:post_type></item>',
  );
  return (
    '<rss xmlns:wp="http://wordpress.org/export/1.2/" ' +
    `xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>${between}${written.join(between)}</channel></rss>`
  );
}

function atom(items: readonly Item[], between: string): string {
  const written = items.map(
    (item) =>
      `<entry>${between}<title type="text">${escaped(item.title)}</title>` +
      `<content type="html">${escaped(html(item))}</content>${between}</entry>`,
  );
  return `<feed xmlns="http://www.w3.org/2005/Atom">${between}${written.join(between)}</feed>`;
}

function json(items: readonly Item[], between: string): string {
  const written = items.map((item, at) => ({
    id: String(at),
    title: item.title,
    content_html: html(item),
  }));
  const feed = { version: 'https://jsonfeed.org/version/1.1', items: written };
  return JSON.stringify(feed, null, between === '' ? 0 : 2);
}

const FORMATS = { rss, wxr, atom, json };
const FORMAT = fc.constantFrom(...(Object.keys(FORMATS) as (keyof typeof FORMATS)[]));

function bare(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

describe('feeds and exports', () => {
  it('give every item with its title and its words', () => {
    fc.assert(
      fc.property(FORMAT, ITEMS, BREAK, (format, items, between) => {
        const file = readBytes(Buffer.from(FORMATS[format](items, between)), 'feed.xml');
        expect(file.articles.map(({ title }) => title)).toEqual(items.map(({ title }) => title));
        const texts = file.articles.map(({ markdown }) => bare(toReadingText(markdown)));
        expect(texts).toEqual(items.map(({ paragraphs }) => bare(paragraphs.join(' '))));
        expect(lineAccount(file).every((times) => times === 1)).toBe(true);
      }),
    );
  });

  it('that are broken anywhere lose no line, and end no import', () => {
    fc.assert(
      fc.property(
        FORMAT,
        ITEMS,
        BREAK,
        fc.array(
          fc.tuple(
            fc.nat(),
            fc.nat({ max: 40 }),
            fc.constantFrom('', '<', ']]>', '<![CDATA[', '"', '</item>'),
          ),
          {
            minLength: 1,
            maxLength: 4,
          },
        ),
        (format, items, between, damages) => {
          let text = FORMATS[format](items, between);
          const head = text.length > 120 ? 120 : 0;
          for (const [place, length, put] of damages) {
            const at = head + (place % Math.max(1, text.length - head));
            text = text.slice(0, at) + put + text.slice(at + length);
          }
          if (text.trim() === '') return;
          const file = readBytes(Buffer.from(text), 'feed.xml');
          expect(lineAccount(file).every((times) => times === 1)).toBe(true);
        },
      ),
      { numRuns: Number(process.env['LECTERN_PROPERTY_RUNS'] ?? 300) },
    );
  });

  it('that are cut off give what stands before the cut', () => {
    fc.assert(
      fc.property(fc.constantFrom('rss', 'wxr', 'atom'), ITEMS, fc.nat(), (format, items, cut) => {
        const text = FORMATS[format](items, '\n');
        const file = readBytes(
          Buffer.from(text.slice(0, Math.max(120, cut % text.length))),
          'feed.xml',
        );
        const whole =
          text.slice(0, Math.max(120, cut % text.length)).split(/<\/(?:item|entry)>/).length - 1;
        expect(file.articles.slice(0, whole).map(({ title }) => title)).toEqual(
          items.slice(0, whole).map(({ title }) => title),
        );
      }),
    );
  });
});

describe('the place of damage in JSON', () => {
  it('is none where the text is JSON, and where it is not, the text before it is none', () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.nat(),
        fc.constantFrom('', ',', '"', '{', ']', ' x', ':'),
        (text, place, put) => {
          expect(jsonDamage(text)).toBeNull();
          const at = place % (text.length + 1);
          const broken = text.slice(0, at) + put + text.slice(at);
          const damage = jsonDamage(broken);
          expect(damage === null).toBe(isJson(broken));
        },
      ),
    );
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
