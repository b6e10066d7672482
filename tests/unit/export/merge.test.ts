/** What may happen to a file and to what is remembered of it, besides its user's writing. */
import { describe, expect, it } from 'vitest';
import type { NotesDocument } from '../../../main/core/export/document.ts';
import { mergeDocument, renderDocument } from '../../../main/core/export/merge/merge-document.ts';
import { BUILT_IN } from '../../../main/core/export/templates/built-in.ts';
import { openTemplate } from '../../../main/core/export/templates/documents.ts';
import { DEFAULT_COLORS } from '../../../main/shared/highlight-colors.ts';
import { makeAnnotation, makeArticle } from '../../support/entities.ts';

const OPTIONS = { markOf: () => '*(Deleted in Lectern.)*', overwrite: () => false };

function documentOf(name: string, notes: Readonly<Record<string, string>>): NotesDocument {
  const template = BUILT_IN.find(({ id }) => id === name)!;
  return openTemplate(template, DEFAULT_COLORS).articleDocument(
    {
      article: makeArticle('doc', { title: 'Fog' }),
      sourceName: 'coast.txt',
      tags: [],
      notes: Object.entries(notes).map(([id, note]) => ({
        annotation: makeAnnotation(id, 'doc', {
          note,
          target: {
            position: { start: 0, end: 5 },
            quote: { exact: `Passage ${id} stands here.`, prefix: '', suffix: '' },
            version: 1,
          },
        }),
        tags: [],
      })),
    },
    'Fog',
  );
}

describe.each(['obsidian', 'logseq', 'plain'])('by the template %s', (name) => {
  const first = documentOf(name, { a: '', b: 'A note.' });
  const second = documentOf(name, { a: 'New here.', c: 'A third.' });

  it('an export that was cut off after its file is carried on, not repeated', () => {
    const merged = mergeDocument(renderDocument(first), first, second, OPTIONS);
    // The file was written, what is remembered is still what was there before.
    const again = mergeDocument(merged.content, first, second, OPTIONS);
    expect(again.content).toBe(merged.content);
    expect(again.conflicts).toEqual([]);
    const third = documentOf(name, { a: '', b: 'A note.', c: 'Changed.' });
    const last = mergeDocument(again.content, again.base, third, OPTIONS).content;
    expect(last).not.toMatch(/New here|A third|Deleted in Lectern/u);
    expect(last.match(/Passage \w/gu)).toHaveLength(3);
  });

  it('passages come below a file of which its user left the front matter, without a last line end', () => {
    const front = /^---\n[^]*?\n---/u.exec(renderDocument(first))?.[0] ?? '';
    const { content } = mergeDocument(
      front,
      first,
      documentOf(name, { a: '', b: '', d: '' }),
      OPTIONS,
    );
    expect(content.startsWith(`${front}\n`)).toBe(true);
    expect(content).toContain('Passage d');
  });

  it('a file that was indented with tabs, as Logseq does, is the same file', () => {
    const tabbed = (text: string) =>
      text
        .replaceAll(/^(?: {2})+(?=- )/gmu, (spaces) => '\t'.repeat(spaces.length / 2))
        .replaceAll(/^( {2})+(?! |-)/gmu, (spaces) => `${'\t'.repeat(spaces.length / 2 - 1)}  `);
    const content = tabbed(renderDocument(first));
    expect(mergeDocument(content, first, first, OPTIONS)).toMatchObject({ content, conflicts: [] });
    const merged = mergeDocument(content, first, second, OPTIONS);
    expect(merged.conflicts).toEqual([]);
    if (name === 'logseq') expect(merged.content).toContain('\n\t- New here.');
    expect(mergeDocument(merged.content, merged.base, second, OPTIONS)).toMatchObject({
      content: merged.content,
      conflicts: [],
    });
  });
});
