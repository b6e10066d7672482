import { describe, expect, it } from 'vitest';
import { binaryKind } from '../../../main/core/importers/binary.ts';

function latin1(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}

describe('binary files', () => {
  it.each([
    ['\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'PNG image'],
    ['\xff\xd8\xff\xe0\0\x10JFIF', 'JPEG image'],
    ['%PDF-1.7\n1 0 obj', 'PDF document'],
    ['PK\x03\x04\x14\0', 'zip archive'],
    ['MZ\x90\0\x03\0\0\0\x04\0\0\0', 'program'],
    ['\0\x01\x02\x03\x04\x05\x06\x07', ''],
  ])('are told by their first bytes: %j', (head, kind) => {
    expect(binaryKind(latin1(head))).toBe(kind);
  });

  it.each([
    '',
    'Plain words.',
    'MZ is also how a sentence may begin.',
    'GIF89a was a format of the web, wrote she.',
    'Tabs\tand\r\nlines\fand pages',
    'A stray \0 byte in a text of some length, as old programs left them behind.',
    '\xe4\xf6\xfc in Latin-1',
  ])('are not texts: %j', (text) => {
    expect(binaryKind(latin1(text))).toBeNull();
  });

  it('are not texts in UTF-16', () => {
    expect(binaryKind(Buffer.from('\ufeffWith a mark', 'utf16le'))).toBeNull();
    expect(binaryKind(Buffer.from('Without a mark', 'utf16le'))).toBeNull();
  });
});
