import { describe, expect, it } from 'vitest';
import { fromErrorValue, LecternError, toErrorValue } from '../../../main/shared/errors.ts';
import { isPhrase, phrase, phraseSchema, verbatim } from '../../../main/shared/messages/phrase.ts';
import { ENGLISH, translatorFor } from '../../../main/shared/messages/translator.ts';

const NESTED = phrase('evidence.told', {
  beginnings: phrase('evidence.beginnings', { count: 1200 }),
  layout: phrase('habit.blankGaps', { width: 2 }),
});

describe('a phrase', () => {
  it('is said with the phrases in it, in the plural and the numbers of the language', () => {
    expect(ENGLISH.say(NESTED)).toBe('1,200 beginnings told by 2 blank lines between articles');
    const german = translatorFor('system', ['de-DE']);
    expect(german.say(NESTED)).toBe('1.200 beginnings told by 2 blank lines between articles');
    expect(ENGLISH.say(phrase('evidence.beginnings', { count: 1 }))).toBe('1 beginning');
  });

  it('survives JSON and is found in it by its form', () => {
    const kept: unknown = JSON.parse(JSON.stringify(NESTED));
    expect(phraseSchema.parse(kept)).toEqual(NESTED);
    expect(isPhrase(kept)).toBe(true);
    expect(isPhrase({ key: 'no.such.text' })).toBe(false);
    expect(isPhrase({ key: 'ui.close', more: 1 })).toBe(false);
  });

  it('is read from the plain words that older libraries hold', () => {
    expect(phraseSchema.parse('a title line')).toEqual(verbatim('a title line'));
    expect(ENGLISH.say(verbatim('100 % {whole}'))).toBe('100 % {whole}');
  });

  it('is refused where it is something else', () => {
    for (const value of [null, 7, {}, { key: 3 }, { key: 'a', params: { at: true } }])
      expect(phraseSchema.safeParse(value).success).toBe(false);
  });

  it('stays with an error across a boundary', () => {
    const error = new LecternError('not_found', phrase('error.noArticle', { id: 'abc' }), {
      id: 'abc',
    });
    expect(error.message).toBe('There is no article abc');
    expect(fromErrorValue(toErrorValue(error))).toEqual(error);
    expect(toErrorValue(new RangeError('odd'))).toEqual({ code: 'internal', message: 'odd' });
  });
});
