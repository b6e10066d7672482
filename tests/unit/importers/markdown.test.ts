import { describe, expect, it } from 'vitest';
import type { ConvertedArticle, ConvertedFile } from '../../../main/core/importers/converted.ts';
import { NO_IMAGES } from '../../../main/core/importers/images-beside.ts';
import { splitLines } from '../../../main/core/importers/lines.ts';
import { markdownFormat } from '../../../main/core/importers/markdown/convert.ts';
import { inWords } from '../../support/in-words.ts';

function convert(text: string, name = 'field-notes.md'): ConvertedFile {
  return markdownFormat.convert(splitLines(text), name, {
    beside: NO_IMAGES,
    comments: false,
  });
}

function only(text: string, name?: string): ConvertedArticle {
  const articles = [...convert(text, name).articles];
  expect(articles).toHaveLength(1);
  const [article] = articles;
  if (article === undefined) throw new Error('no article');
  return article;
}

describe('a Markdown file', () => {
  it('of Obsidian is one article with the properties of its front matter', () => {
    const article = only(`---
title: "Two bridges: a survey"
author:
  - "[[Ada Nowak]]"
  - Ben Okoye
source: https://example.org/two-bridges
published: 2024-05-01
created: 2024-06-02
tags: [bridges, "field work"]
---

# Piers

Text.

# Arches

More text.
`);
    expect(article).toMatchObject({
      title: 'Two bridges: a survey',
      byline: 'Ada Nowak, Ben Okoye',
      url: 'https://example.org/two-bridges',
      origin: null,
      published: '2024-05-01',
      tags: ['bridges', 'field work'],
      startLine: 1,
      endLine: 18,
      truncated: false,
      confidence: 1,
    });
    expect(article.markdown.trim()).toBe('# Piers\n\nText.\n\n# Arches\n\nMore text.');
  });

  it('of Jekyll takes its date from the name and its tags from a line of words', () => {
    const article = only(
      '---\nlayout: post\ntitle: Two bridges\ncategories: survey\ntags: bridges piers\n---\nText.',
      '_posts/2023-11-09-two-bridges.md',
    );
    expect(article).toMatchObject({
      title: 'Two bridges',
      published: '2023-11-09',
      tags: ['bridges', 'piers', 'survey'],
    });
  });

  it('of Hugo keeps the instant of its date', () => {
    const article = only(
      '---\ntitle: Two bridges\ndate: 2023-11-09T10:00:00+02:00\ndraft: false\n---\nText.',
    );
    expect(article.published).toBe('2023-11-09T08:00:00.000Z');
  });

  it.each([
    ['2023-11-09 10:00:00', '2023-11-09'],
    ['2023-11-09 10:00:00 +0200', '2023-11-09T08:00:00.000Z'],
    ['9 November 2023', '2023-11-09'],
    ['2023', '2023'],
    ['soon', null],
  ])('dated %j was published %j', (date, published) => {
    expect(only(`---\ntitle: A\ndate: ${date}\n---\nText.`).published).toBe(published);
  });

  it('says its title once when a heading repeats the front matter', () => {
    const article = only('---\ntitle: Two bridges\n---\n\n# Two Bridges\n\nText.');
    expect(article.markdown.trim()).toBe('Text.');
  });

  it('without front matter is titled by its one heading', () => {
    const article = only('\n# Two bridges\n\nText.\n\n## Piers\n\nStone.\n');
    expect(article.title).toBe('Two bridges');
    expect(article.markdown.trim()).toBe('Text.\n\n## Piers\n\nStone.');
  });

  it('without any heading is titled by its file', () => {
    expect(only('Text of [[a note]].\n').title).toBe('field notes');
  });

  it('with several posts is split', () => {
    const post = (title: string) =>
      `# ${title}\n\n*May 1, 2024 · Ada Nowak*\n\n${'A sentence of the survey. '.repeat(8)}\n\n\`\`\`sh\n# no title\n\`\`\`\n\n${'Another sentence. '.repeat(8)}\n`;
    const { articles } = convert(
      ['Two bridges', 'A ferry', 'The mill', 'The lock'].map(post).join('\n'),
    );
    expect([...articles].map(({ title }) => title)).toEqual([
      'Two bridges',
      'A ferry',
      'The mill',
      'The lock',
    ]);
  });

  it('keeps its text when the front matter is broken, and says so', () => {
    const { problems, articles } = convert('---\ntitle: "open\nauthor: [a\n---\nText.');
    expect([...articles].map(({ markdown }) => markdown.trim())).toEqual(['Text.']);
    expect(problems).toHaveLength(1);
    expect(inWords(problems[0]?.message)).toMatch(/front matter can’t be read/);
  });

  it('of Hugo or Zola can have its front matter in TOML', () => {
    const { problems, articles } = convert(`+++
title = "Two bridges"
date = 2023-11-09T10:00:00+02:00
url = "/surveys/two-bridges/"
[taxonomies]
tags = ["bridges", "field work"]
[extra]
author = "Ada Nowak"
+++
Text.
`);
    expect(problems).toEqual([]);
    expect([...articles]).toMatchObject([
      {
        title: 'Two bridges',
        byline: 'Ada Nowak',
        published: '2023-11-09T08:00:00.000Z',
        url: null,
        tags: ['bridges', 'field work'],
      },
    ]);
  });

  it('can have its front matter in JSON, and JSON in its text', () => {
    const article = only('{\n  "title": "Two bridges",\n  "tags": ["piers"]\n}\n\nText.');
    expect(article).toMatchObject({ title: 'Two bridges', tags: ['piers'] });
    expect(article.markdown.trim()).toBe('Text.');
    expect(only('{\n  "span": 40\n}\n\nText.').markdown).toContain('"span": 40');
  });

  it('with tabs and colons in its front matter is read as it was meant, and says so', () => {
    const { problems, articles } = convert(
      '---\ntitle: Bridges: a survey\nauthor:\tAda Nowak\ntags:\n\t- piers\n\t- stone\n---\nText.',
    );
    expect([...articles]).toMatchObject([
      { title: 'Bridges: a survey', byline: 'Ada Nowak', tags: ['piers', 'stone'] },
    ]);
    expect(problems).toHaveLength(1);
    expect(inWords(problems[0]?.message)).toMatch(/has a mistake/);
  });

  it('with an empty block has none', () => {
    expect(only('---\n---\nText.').markdown.trim()).toBe('Text.');
  });

  it('has the tags of lines that hold nothing else', () => {
    const article = only(
      '# Two bridges\n\n#piers #stone/old\n\nNo #tag here.\n\n```\n#code\n```\n',
    );
    expect(article.tags).toEqual(['piers', 'stone/old']);
    expect(article.markdown).toContain('#piers #stone/old');
  });

  it('beginning with a rule has no front matter', () => {
    expect(only('---\nA line.\n---\n').markdown).toContain('A line.');
  });
});
