import { describe, expect, it } from 'vitest';
import { fileNames, safeName } from '../../../main/core/export/file-names.ts';

describe('a safe name', () => {
  it.each([
    ['Lamps on the quay', 'Lamps on the quay'],
    ['Who? What: “this” <or> that/other\\', 'Who What “this” or that other'],
    ['  ..hidden.. ', 'hidden'],
    ['Ends in dots...', 'Ends in dots'],
    ['con', '_con'],
    ['NUL.old', '_NUL.old'],
    ['console', 'console'],
    ['[[Linked]] #1 ^a', 'Linked 1 a'],
    ['\u202Egnp.exe', 'gnp.exe'],
    ['line\nfeed\ttab', 'line feed tab'],
    ['', 'Untitled'],
    ['???', 'Untitled'],
    ['e\u0301', '\u00e9'],
  ])('of %j is %j', (title, name) => {
    expect(safeName(title)).toBe(name);
  });

  it('is bounded in bytes and never cuts a character', () => {
    const name = safeName('👩‍👩‍👧‍👦'.repeat(30));
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(120);
    expect(name).toBe('👩‍👩‍👧‍👦'.repeat(4));
  });
});

describe('file names', () => {
  it('keep the oldest plain and tell others by their id, whatever their case', () => {
    const names = fileNames([
      { id: 'a1', title: 'Fog' },
      { id: 'b2', title: 'FOG' },
      { id: 'c3', title: 'Fog?' },
      { id: 'd4', title: 'Lamp' },
    ]);
    expect([...names.values()]).toEqual(['Fog.md', 'FOG b2.md', 'Fog c3.md', 'Lamp.md']);
  });

  it('stay short with an id', () => {
    const title = 'a'.repeat(300);
    const [, second] = [
      ...fileNames([
        { id: 'x', title },
        { id: 'y'.repeat(64), title },
      ]).values(),
    ];
    expect(Buffer.byteLength(second ?? '')).toBeLessThanOrEqual(123);
    expect(second).toContain('y'.repeat(64));
  });
});
