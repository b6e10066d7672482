import { describe, expect, it } from 'vitest';
import { queryWordsOf, stemOf, tokensOf } from '../../../main/core/search/analysis.ts';
import { fold } from '../../../main/core/search/fold.ts';

function termsOf(text: string): string[] {
  return tokensOf(text).map(({ term }) => term);
}

describe('folding', () => {
  it.each([
    ['Café', 'cafe'],
    ['cafe\u0301', 'cafe'],
    ['STRASSE', 'strasse'],
    ['Straße', 'strasse'],
    ['Łódź', 'lodz'],
    ['İstanbul', 'istanbul'],
    ['Ὀδυσσεύς', 'οδυσσευσ'],
    ['ОДЕССА', 'одесса'],
    ['Ёлка', 'елка'],
    ['чай', 'чай'],
    ['كِتَاب', 'كتاب'],
    ['हिन्दी', 'हिन्दी'],
    ['ＬＥＣＴＥＲＮ', 'lectern'],
    ['ﬁne', 'fine'],
    ['co\u00adoperate', 'cooperate'],
  ])('makes %s %s', (word, folded) => {
    expect(fold(word)).toBe(folded);
  });
});

describe('tokens', () => {
  it('keeps letters, digits and marks of every script', () => {
    expect(termsOf('Москва, Αθήνα; القاهرة — हिन्दी 2024!')).toEqual([
      'москва',
      'αθηνα',
      'القاهرة',
      'हिन्दी',
      '2024',
    ]);
  });

  it('gives the whole and the parts of joined words', () => {
    expect(termsOf('e-mail')).toEqual(['email', 'e', 'mail']);
    expect(termsOf('O’Brien')).toEqual(['obrien', 'o', 'brien']);
    expect(termsOf('U.S.')).toEqual(['us', 'u', 's']);
  });

  it('leaves an English possessive out', () => {
    expect(termsOf("Beijing's Xi’s")).toEqual(['beijing', 'xi']);
  });

  it('keeps stop words', () => {
    expect(termsOf('The WHO')).toEqual(['the', 'who']);
  });

  it('stands where the word stands', () => {
    const text = '“Café”—O’Brien’s 𝒳 研究者';
    for (const { term, start, end } of tokensOf(text)) {
      expect(fold(text.slice(start, end))).toBe(term);
    }
  });

  it('gives overlapping characters of scripts without spaces', () => {
    expect(termsOf('研究者')).toEqual(['研究', '究者', '者']);
    expect(termsOf('ｶﾞｽ')).toEqual(['ガス', 'ス']);
    expect(termsOf('ไทย')).toEqual(['ไทย', 'ทย', 'ย']);
    expect(termsOf('iPhone的')).toEqual(['iphone', '的']);
  });

  it('cuts endless words and does not choke on odd text', () => {
    expect(termsOf('a'.repeat(10_000))).toEqual(['a'.repeat(64)]);
    expect(termsOf('\u0301 \u00ad \ud800 💥👨‍👩‍👧 --- ’’’')).toEqual([]);
  });
});

describe('query words', () => {
  it('asks for the whole or all parts', () => {
    expect(queryWordsOf('foreign-policy')).toEqual([
      { whole: 'foreignpolicy', parts: ['foreign', 'policy'], prefix: false },
    ]);
  });

  it('asks for all grams, or for a beginning when there are too few characters', () => {
    expect(queryWordsOf('研究者')).toEqual([
      { whole: null, parts: ['研究', '究者'], prefix: false },
    ]);
    expect(queryWordsOf('研')).toEqual([{ whole: null, parts: ['研'], prefix: true }]);
  });
});

describe('stems', () => {
  it('stems Latin letters as English and nothing else', () => {
    expect(stemOf('reporting')).toBe('report');
    expect(stemOf('covid19s')).toBe('covid19s');
    expect(stemOf('новости')).toBe('новости');
  });
});
