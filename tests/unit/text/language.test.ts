import { describe, expect, it } from 'vitest';
import {
  directionOf,
  languageOf,
  mostLetters,
  ownDirection,
} from '../../../main/shared/text/language.ts';

describe('the language of a text', () => {
  it('is what the source declares, in the form of a tag', () => {
    expect(languageOf('de_AT', 'The ferry was late.')).toBe('de-AT');
    expect(
      languageOf('not a language', 'Die Fähre war zu spät und das ist nicht gut für den Hafen'),
    ).toBe('de');
  });

  it.each([
    [
      'en',
      'The harbour had been clear for a week, and it was the first time in the year that the ferry came.',
    ],
    [
      'de',
      'Der Hafen war seit einer Woche frei, und die Fähre kam zum ersten Mal in dem Jahr nicht zu spät.',
    ],
    [
      'fr',
      'Le port était libre depuis une semaine et le bateau est arrivé dans la nuit avec les passagers.',
    ],
    [
      'es',
      'El puerto estaba libre desde hacía una semana y los barcos que llegaron por la noche se fueron.',
    ],
    [
      'it',
      'Il porto era libero da una settimana e la nave che è arrivata per prima non era della città.',
    ],
    [
      'sv',
      'Hamnen var fri och det var första gången som färjan inte kom för sent till staden med den.',
    ],
    ['ru', 'Гавань была свободна уже неделю, и паром впервые пришёл вовремя.'],
    ['uk', 'Гавань була вільна вже тиждень, і пором уперше прийшов вчасно до її берегів.'],
    ['ja', '港は一週間前から空いていて、フェリーは初めて時間どおりに来た。'],
    ['zh', '港口已经畅通了一个星期，渡轮第一次准时到达。'],
    ['ar', 'كان الميناء خاليا منذ أسبوع ووصلت العبارة في موعدها لأول مرة.'],
    ['fa', 'بندر یک هفته بود که باز بود و پس از آن کشتی گرفت و چند روز ماند.'],
    ['he', 'הנמל היה פנוי כבר שבוע והמעבורת הגיעה בזמן לראשונה.'],
    ['el', 'Το λιμάνι ήταν ελεύθερο για μια εβδομάδα.'],
  ])('%s is known by its words or its script', (language, text) => {
    expect(languageOf(null, text)).toBe(language);
  });

  it('stays unknown where there is too little to go by', () => {
    expect(languageOf(null, '')).toBe('');
    expect(languageOf(null, '12 345')).toBe('');
    expect(languageOf(null, 'Dunmarrow Vexley')).toBe('');
  });
});

describe('the direction of a text', () => {
  it('follows the language, and the letters where that is unknown', () => {
    expect(directionOf('ar-EG', 'BBC')).toBe('rtl');
    expect(directionOf('en', 'שלום')).toBe('ltr');
    expect(directionOf('', 'שלום לכם')).toBe('rtl');
    expect(directionOf('', '1914')).toBe('ltr');
  });

  it('goes by most letters, not by the first', () => {
    expect(mostLetters('BBC: وصلت العبارة في موعدها')).toBe('rtl');
    expect(mostLetters('العبارة arrived on time for once')).toBe('ltr');
  });

  it('of a passage is told only where it differs', () => {
    expect(ownDirection('An English quotation', 'rtl')).toBe('ltr');
    expect(ownDirection('اقتباس عربي', 'rtl')).toBeUndefined();
    expect(ownDirection('1914–1918', 'rtl')).toBeUndefined();
  });
});
