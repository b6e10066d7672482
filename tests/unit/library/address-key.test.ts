import { describe, expect, it } from 'vitest';
import { addressKey } from '../../../main/core/library/address-key.ts';

describe('the key of an address', () => {
  it('is the same for the ways in which one page is written', () => {
    const key = addressKey('https://example.org/a/b?x=1&y=2');
    for (const url of [
      'http://www.example.org/a/b/?y=2&x=1#part',
      'https://EXAMPLE.org/a/b?x=1&utm_source=feed&y=2&fbclid=abc',
    ]) {
      expect(addressKey(url)).toBe(key);
    }
  });

  it('tells pages apart', () => {
    const urls = ['https://example.org/a', 'https://example.org/A', 'https://example.org/a?p=2'];
    expect(new Set(urls.map(addressKey)).size).toBe(3);
    expect(addressKey('https://a.example.org/')).not.toBe(addressKey('https://example.org/'));
  });

  it('is none where there is no address of the web', () => {
    for (const url of [null, '', 'mailto:a@example.org', 'not an address']) {
      expect(addressKey(url)).toBeNull();
    }
  });
});
