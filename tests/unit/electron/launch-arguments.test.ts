import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  parseLaunchArguments,
  userArguments,
} from '../../../main/hosts/electron/launch-arguments.ts';

const parse = (...argv: string[]) => parseLaunchArguments(argv, '/here');

describe('userArguments', () => {
  it('leaves out the executable and the folder of an unpacked app', () => {
    expect(userArguments(['electron', '.', 'a.txt'], true)).toEqual(['a.txt']);
    expect(userArguments(['electron', '--inspect=0', '.', 'a.txt'], true)).toEqual([
      '--inspect=0',
      'a.txt',
    ]);
    expect(userArguments(['lectern', 'a.txt'], false)).toEqual(['a.txt']);
    expect(userArguments(['electron'], true)).toEqual([]);
  });
});

describe('parseLaunchArguments', () => {
  it('makes paths absolute', () => {
    expect(parse('a.txt', '/b/c.md', '../d')).toEqual({
      library: null,
      paths: ['/here/a.txt', '/b/c.md', '/d'].map((path) => resolve(path)),
    });
  });

  it('reads --library in both forms', () => {
    expect(parse('--library', 'books', 'a.txt')).toEqual({
      library: resolve('/here/books'),
      paths: [resolve('/here/a.txt')],
    });
    expect(parse('--library=/books').library).toBe(resolve('/books'));
    expect(parse('--library')).toEqual({ library: null, paths: [] });
  });

  it('passes over switches of Electron and Chromium, and links', () => {
    expect(
      parse('--inspect=0', '--no-sandbox', '-psn_0_1', 'https://example.com', 'mailto:a@b', ''),
    ).toEqual({ library: null, paths: [] });
  });
});
