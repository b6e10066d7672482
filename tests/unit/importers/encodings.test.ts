/** Texts of many languages in the encodings that they were written in before UTF-8. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { binaryKind } from '../../../main/core/importers/binary.ts';
import { decodeLines } from '../../../main/core/importers/decode-lines.ts';
import { makeTempFolder, openTestApp } from '../../support/core.ts';
import { readBytes } from '../../support/read-import.ts';
import { inWords } from '../../support/in-words.ts';

const TEXTS = {
  German:
    'Die Fähre überquert den Sund um zwölf Uhr und noch einmal in der Dämmerung. Größe, Straße, schöne Grüße.',
  French:
    'Le passeur tient un cahier où chaque caisse a sa ligne. L’été dernier, la brume est arrivée à quatre heures et n’est repartie que dimanche.',
  Czech:
    'Převozník vede knihu, ve které má každá bedna svůj řádek. Loni v létě přišla mlha ve čtyři hodiny a odešla až v neděli.',
  Polish:
    'Przewoźnik prowadzi książkę, w której każda skrzynia ma swój wiersz. Zeszłego lata mgła przyszła o czwartej i odeszła w niedzielę.',
  Hungarian:
    'A révész könyvet vezet, amelyben minden ládának megvan a maga sora. Tavaly nyáron négy órakor jött a köd, és csak vasárnap ment el, mert őszi szél fújt.',
  Russian:
    'Паром пересекает пролив в полдень и ещё раз в сумерках. Паромщик ведёт книгу, в которой у каждого ящика есть своя строка.',
  Ukrainian:
    'Пором перетинає протоку опівдні та ще раз у сутінках. Поромник веде книгу, в якій кожна скриня має свій рядок.',
  Greek:
    'Το φέρι διασχίζει τον πορθμό το μεσημέρι και πάλι το σούρουπο. Ο βαρκάρης κρατάει ένα βιβλίο όπου κάθε κιβώτιο έχει τη δική του γραμμή.',
  Turkish:
    'Vapur boğazı öğlen ve akşamüstü bir kez daha geçer. Kayıkçı, her sandığın kendi satırının olduğu bir defter tutar.',
  Hebrew:
    'המעבורת חוצה את המצר בצהריים ושוב בין הערביים. בעל המעבורת מנהל ספר שבו לכל ארגז יש שורה משלו.',
  Arabic:
    'تعبر العبارة المضيق عند الظهر ومرة أخرى عند الغروب. يحتفظ المعداوي بدفتر لكل صندوق فيه سطر خاص به.',
  Thai: 'เรือข้ามฟากข้ามช่องแคบตอนเที่ยงและอีกครั้งตอนพลบค่ำ คนแจวเรือจดบันทึกไว้ในสมุดที่หีบทุกใบมีบรรทัดของตัวเอง',
  Chinese:
    '渡船在中午横渡海峡，黄昏时再渡一次。船夫有一本账簿，每个箱子在里面都有自己的一行。没有人数过码头上的灯。',
  Traditional:
    '渡船在中午橫渡海峽，黃昏時再渡一次。船夫有一本帳簿，每個箱子在裡面都有自己的一行。沒有人數過碼頭上的燈。',
  Japanese:
    '渡し船は正午に海峡を渡り、夕暮れにもう一度渡る。船頭は帳面をつけていて、どの箱にも自分の行がある。カタカナも使う。',
  Korean:
    '나룻배는 정오에 해협을 건너고 해 질 녘에 다시 한 번 건넌다. 사공은 모든 상자가 제 줄을 가진 장부를 쓴다.',
} as const;

const WRITTEN: readonly [keyof typeof TEXTS, readonly string[]][] = [
  ['German', ['windows-1252', 'iso-8859-1', 'iso-8859-15']],
  ['French', ['windows-1252', 'iso-8859-15']],
  ['Czech', ['windows-1250', 'iso-8859-2']],
  ['Polish', ['windows-1250', 'iso-8859-2']],
  ['Hungarian', ['windows-1250', 'iso-8859-2']],
  ['Russian', ['windows-1251', 'koi8-r', 'iso-8859-5', 'cp866']],
  ['Ukrainian', ['windows-1251', 'koi8-u']],
  ['Greek', ['windows-1253', 'iso-8859-7']],
  ['Turkish', ['windows-1254', 'iso-8859-9']],
  ['Hebrew', ['windows-1255', 'iso-8859-8']],
  ['Arabic', ['windows-1256', 'iso-8859-6']],
  ['Thai', ['windows-874']],
  ['Chinese', ['gb18030', 'gbk']],
  ['Traditional', ['big5']],
  ['Japanese', ['shift_jis', 'euc-jp']],
  ['Korean', ['euc-kr', 'cp949']],
];
const CASES = WRITTEN.flatMap(([language, encodings]) =>
  encodings.map((encoding) => [language, encoding] as const),
);
const WIDE = ['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'] as const;
const HEAD = 'By A. Nowak\nMay 1, 2024\nhttps://coast.example/a\n\n';

describe('text without a byte order mark', () => {
  it.each(CASES)('in %s is read from %s', (language, encoding) => {
    for (const text of [
      TEXTS[language],
      HEAD + TEXTS[language],
      `${TEXTS[language]}\n`.repeat(8),
    ]) {
      const bytes = iconv.encode(text, encoding);
      // What the encoding lacks is lost when it is written, not here.
      expect(decodeLines(bytes).head).toBe(iconv.decode(bytes, encoding));
      expect(binaryKind(bytes)).toBeNull();
    }
  });

  it.each(WIDE)('in %s is seen, whatever its language', (encoding) => {
    for (const text of Object.values(TEXTS)) {
      for (const written of [text, `${HEAD}${text}\n`, text.slice(0, 20)]) {
        const bytes = iconv.encode(written, encoding, { addBOM: false });
        expect(decodeLines(bytes)).toMatchObject({ head: written, encoding, problems: [] });
        expect(binaryKind(bytes)).toBeNull();
      }
    }
  });

  it('is not taken for a rare encoding because of a few letters', () => {
    const bytes = iconv.encode(`${HEAD}Le passeur tient un cahier où chaque caisse a.\n`, 'latin1');
    expect(decodeLines(bytes)).toMatchObject({ encoding: 'windows-1252', problems: [] });
  });
});

describe('awkward text', () => {
  it('with all kinds of line ends has its lines counted once', () => {
    const { head, articles } = readBytes(Buffer.from('# A\r\none\rtwo\n\nthree\r\n\rfour'), 'a.md');
    expect(head.lines).toBe(7);
    expect(articles[0]).toMatchObject({ startLine: 1, endLine: 7 });
  });

  it('with a NUL, no-break spaces and letters in two pieces is text', () => {
    const { head, articles } = readBytes(
      Buffer.from('# Cafe\u0301\n\nA\u00a0b c\0d is a sentence of some length, and so it goes.\n'),
      'a.md',
    );
    expect(articles[0]?.title).toBe('Caf\u00e9');
    expect(articles[0]?.markdown).toContain('cd is a sentence');
    expect(inWords(head.problems)).toMatchObject([{ line: 3, message: '1 NUL byte is left out.' }]);
  });

  it('with a line of 250 KB is read', () => {
    const line = 'The ferry crosses the sound at noon and again at dusk. '.repeat(4700);
    for (const name of ['a.txt', 'a.md', 'a.html']) {
      const { articles } = readBytes(Buffer.from(`A title of the coast\n\n${line}\n`), name);
      expect(articles.reduce((sum, { length }) => sum + length, 0)).toBeGreaterThan(250_000);
    }
  });
});

describe('the encoding that a person chooses', () => {
  async function setUp() {
    const { app } = await openTestApp();
    const folder = await makeTempFolder();
    const path = join(folder, 'words.txt');
    // Too little for any guess.
    await writeFile(path, iconv.encode('Туман\n\nПаром.\n', 'koi8-r'));
    return { app, folder, path };
  }

  it.each(['the file', 'a folder above it'])('for %s is the one it is read in', async (which) => {
    const { app, folder, path } = await setUp();
    const key = which === 'the file' ? path : folder;
    const plan = await app.call('imports.plan', {
      paths: [folder],
      encodings: { [key]: 'KOI8-R' },
    });
    expect(plan.sources[0]?.encoding).toBe('koi8-r');
    expect(plan.sources[0]?.articles[0]?.title).toBe('Туман');
    const shown = await app.call('imports.lines', {
      planId: plan.id,
      source: 0,
      startLine: 1,
      endLine: 3,
    });
    expect(shown.lines).toEqual(['Туман', '', 'Паром.']);
    await app.call('imports.commit', { planId: plan.id });
    const [source] = (await app.call('library.overview', {})).sources;
    const kept = await app.call('sources.lines', {
      id: source?.id ?? '',
      startLine: 1,
      endLine: 1,
    });
    expect(kept.lines).toEqual(['Туман']);
  });

  it('makes new versions of what was imported in another', async () => {
    const { app, folder, path } = await setUp();
    const first = await app.call('imports.plan', {
      paths: [folder],
      encodings: { [path]: 'windows-1251' },
    });
    expect(first.sources[0]?.articles[0]?.title).not.toBe('Туман');
    const { articleIds } = await app.call('imports.commit', { planId: first.id });
    const again = await app.call('imports.plan', {
      paths: [folder],
      encodings: { [path]: 'koi8-r' },
    });
    expect(again.sources[0]?.articles).toMatchObject([
      { id: articleIds[0], title: 'Туман', outcome: 'update', update: { kind: 'changed' } },
    ]);
    expect(await app.call('imports.commit', { planId: again.id })).toMatchObject({
      added: 0,
      updated: 1,
      articleIds,
    });
    const { article } = await app.call('articles.get', { id: articleIds[0] ?? '' });
    expect(article).toMatchObject({ title: 'Туман', version: 2, earlier: { length: 1 } });
    const { sources } = await app.call('library.overview', {});
    expect(sources).toHaveLength(1);
    const asked = { id: sources[0]?.id ?? '', startLine: 1, endLine: 3 };
    expect((await app.call('sources.lines', asked)).lines).toEqual(['Туман', '', 'Паром.']);
    const third = await app.call('imports.plan', {
      paths: [folder],
      encodings: { [path]: 'koi8-r' },
    });
    expect(third.sources[0]?.articles).toMatchObject([{ outcome: 'unchanged' }]);
  });

  it('must be one that there is', async () => {
    const { app, path } = await setUp();
    for (const encoding of ['klingon-8', 'base64', '']) {
      const asked = { paths: [path], encodings: { [path]: encoding } };
      expect(await app.dispatch('imports.plan', asked)).toMatchObject({
        ok: false,
        error: { code: 'bad_input' },
      });
    }
  });

  it('takes its own byte order mark off, and no picture for text', async () => {
    const marked = iconv.encode('Туман\n', 'utf-16le', { addBOM: true });
    expect(decodeLines(marked, 'UTF-16LE').head).toBe('Туман\n');
    const png = Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1');
    expect(() => readBytes(png, 'a.txt', { encoding: 'koi8-r' })).toThrow('PNG image');
  });
});
