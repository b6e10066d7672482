import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeLines } from '../../../main/core/importers/decode-lines.ts';
import { inWords } from '../../support/in-words.ts';

const GERMAN = 'Über den Fluß führen zwei Brücken, die älteste ist größer als die übrigen. ';
const RUSSIAN = 'В библиотеке хранятся статьи, заметки и старые письма исследователей. ';
const JAPANESE = '図書館には記事とメモと古い手紙が保存されています。';
const CHINESE = '图书馆里保存着文章、笔记和研究人员的旧信件。';
const POLISH = 'Żółć gęślą jaźń: w bibliotece są artykuły, notatki i listy badaczy. ';

function bytes(...values: number[]): Uint8Array {
  return Uint8Array.from(values);
}

describe('decoding', () => {
  it('takes valid UTF-8 for what it is', () => {
    const text = `${GERMAN}${RUSSIAN}${JAPANESE}🙂`;
    expect(decodeLines(Buffer.from(text))).toMatchObject({
      head: text,
      encoding: 'utf-8',
      problems: [],
    });
  });

  it.each([
    ['utf-8', 'utf8'],
    ['utf-16le', 'utf-16le'],
    ['utf-16be', 'utf-16be'],
    ['utf-32le', 'utf-32le'],
    ['utf-32be', 'utf-32be'],
  ])('reads %s by its byte order mark, which is no text', (encoding, codec) => {
    const encoded = iconv.encode('Zwei Brücken 🙂', codec, { addBOM: true });
    expect(decodeLines(encoded)).toMatchObject({
      head: 'Zwei Brücken 🙂',
      encoding,
      problems: [],
    });
  });

  it.each(['utf-16le', 'utf-16be'])('sees %s without a mark', (encoding) => {
    const encoded = iconv.encode(GERMAN, encoding, { addBOM: false });
    expect(decodeLines(encoded)).toMatchObject({ head: GERMAN, encoding, problems: [] });
  });

  it.each([
    ['windows-1251', RUSSIAN],
    ['koi8-r', RUSSIAN],
    ['shift_jis', JAPANESE],
    ['euc-jp', JAPANESE],
    ['iso-2022-jp', JAPANESE],
    ['gb18030', CHINESE],
    ['windows-1250', POLISH],
    ['windows-1252', GERMAN],
  ])('reads the words of %s', (encoding, text) => {
    // iconv-lite can't write the escapes of ISO-2022-JP.
    const encoded =
      encoding === 'iso-2022-jp'
        ? Buffer.from('\x1b$B?^=q4[\x1b(B is a library, \x1b$B5-;v\x1b(B an article.', 'latin1')
        : iconv.encode(text.repeat(6), encoding);
    const decoded = decodeLines(encoded);
    if (encoding !== 'iso-2022-jp') expect(decoded.head).toBe(text.repeat(6));
    expect(decoded.problems).toEqual([]);
  });

  it('keeps a text UTF-8 that has a broken byte, and says in which line', () => {
    const broken = Buffer.concat([
      Buffer.from(`${GERMAN}\nzwei\r\ndr`),
      bytes(0xff),
      Buffer.from('ei'),
    ]);
    const decoded = decodeLines(broken);
    expect(decoded.encoding).toBe('utf-8');
    expect(decoded.head).toBe(`${GERMAN}\nzwei\r\ndr\ufffdei`);
    expect(inWords(decoded.problems)).toEqual([
      { line: 3, message: '1 character is not valid utf-8 and can’t be read.' },
    ]);
  });

  it('leaves NUL bytes out and says where', () => {
    const decoded = decodeLines(Buffer.from('one\ntw\0o\n\0\0three'));
    expect(decoded.lines).toEqual(['one', 'two', 'three']);
    expect(decoded.problems.map(({ line }) => line)).toEqual([2, 3]);
  });

  it('says the rest in one problem where many lines are damaged', () => {
    const lines = Array.from({ length: 100 }, () => 'a\0');
    const { problems } = decodeLines(Buffer.from(lines.join('\n')));
    expect(problems).toHaveLength(21);
    expect(inWords(problems.at(-1))).toEqual({
      line: 21,
      message: '80 NUL bytes are left out. (Here and in the 80 lines after.)',
    });
  });

  it('reads any bytes at all', () => {
    expect(decodeLines(bytes()).head).toBe('');
    expect(decodeLines(bytes(0xae)).head).toBe('®');
    expect(decodeLines(bytes(0xff)).head).toHaveLength(1);
  });
});
