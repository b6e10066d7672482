import { describe, expect, it } from 'vitest';
import { detectFormat } from '../../../main/core/importers/registry.ts';
import { ENGLISH } from '../../../main/shared/messages/translator.ts';

function detected(name: string, text: string): string {
  const detection = detectFormat(name, text);
  return 'refusal' in detection ? ENGLISH.say(detection.refusal) : detection.format.id;
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
    ['feed.xml', '<?xml version="1.0"?>\n<rss version="2.0">', 'feed'],
    ['feed', '<feed xmlns="http://www.w3.org/2005/Atom">', 'feed'],
    ['feed.rdf', '<?xml version="1.0"?><rdf:RDF xmlns="">', 'feed'],
    ['blog.xml', '<rss xmlns:wp="http://wordpress.org/export/1.2/">', 'wxr'],
    ['feed.json', '{"version": "https://jsonfeed.org/version/1.1"}', 'json-feed'],
    [
      'feed.txt',
      '{ "title": "x", "version":"https:\\/\\/jsonfeed.org\\/version\\/1"}',
      'json-feed',
    ],
  ])('%s beginning with %j', (name, text, format) => {
    expect(detected(name, text)).toBe(format);
  });

  it.each([
    ['data.json', '[1]', 'This JSON is no JSON Feed, and other JSON can’t be imported.'],
    ['data.xml', '<?xml version="1.0"?><a/>', 'This kind of XML (a) can’t be imported.'],
    [
      'feeds.opml',
      '<opml version="1.0">',
      'It is a list of feeds (OPML): it names addresses and holds no articles.',
    ],
    ['a.svg', '<svg xmlns=""/>', 'It is an image (SVG), not an article.'],
    ['style.css', 'p { color: red }', 'It is part of a page or a program, not an article.'],
  ])('%s is refused by name', (name, text, refusal) => {
    expect(detected(name, text)).toBe(refusal);
  });
});
