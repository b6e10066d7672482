import { describe, expect, it } from 'vitest';
import { detectFormat } from '../../../main/core/importers/registry.ts';

function detected(name: string, text: string): string {
  const detection = detectFormat(name, text);
  return 'refusal' in detection ? detection.refusal : detection.format.id;
}

describe('the format of a file', () => {
  it.each([
    ['notes.md', 'words', 'markdown'],
    ['NOTES.MARKDOWN', 'words', 'markdown'],
    ['dump.txt', 'words', 'text'],
    ['no-extension', 'words', 'text'],
    ['a.txt', '---\ntitle: A\n---\nwords', 'markdown'],
    ['a.txt', '---\nwords\n---\nwords', 'text'],
    ['a.txt', '-----\nTitle: A\n-----\n', 'text'],
    ['table.csv', 'a,b', 'text'],
    ['page.html', 'words', 'html'],
    ['page.txt', '\n<!DOCTYPE html>\n<title>x</title>', 'html'],
    ['page', '<!-- saved from url=(0014)about:internet -->\n<html><p>x', 'html'],
    ['page.xml', '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "">\n<html xmlns="">', 'html'],
    ['page.mht', 'From: <Saved by Blink>\nContent-Type: multipart/related;', 'html'],
    ['mail.txt', 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"', 'html'],
    ['code.md', '<div align="center">\n\n# A', 'markdown'],
    ['text.txt', '<p> is a tag', 'text'],
  ])('%s beginning with %j', (name, text, format) => {
    expect(detected(name, text)).toBe(format);
  });

  it.each([
    ['feed.xml', '<?xml version="1.0"?>\n<rss version="2.0">', 'RSS and Atom feeds'],
    ['feed', '<feed xmlns="http://www.w3.org/2005/Atom">', 'RSS and Atom feeds'],
    [
      'blog.xml',
      '<?xml version="1.0"?><rss xmlns:wp="http://wordpress.org/export/1.2/">',
      'WordPress exports (WXR)',
    ],
    ['feed.json', '{"version": "https://jsonfeed.org/version/1.1"}', 'JSON Feeds'],
    ['data.json', '[1]', 'JSON files'],
    ['data.xml', '<?xml version="1.0"?><a/>', 'XML files'],
  ])('%s is refused by name', (name, text, kind) => {
    expect(detected(name, text)).toBe(`${kind} can't be imported yet.`);
  });
});
