import { DEFAULT_COLORS } from '../../../main/shared/highlight-colors.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unitText, type NotesDocument } from '../../../main/core/export/document.ts';
import { mergeDocument, renderDocument } from '../../../main/core/export/merge/merge-document.ts';
import { BUILT_IN } from '../../../main/core/export/templates/built-in.ts';
import { openTemplate } from '../../../main/core/export/templates/documents.ts';
import { undressed } from '../../../main/core/export/templates/to-parts.ts';
import { makeAnnotation, makeArticle } from '../../support/entities.ts';

const CUSTOM = {
  head: '{{ title }}: {{ count }}',
  passage:
    '* {{ color }}: {{ text | oneline }}\n{% if note != "" %}  Note: {{ note | indent }}\n{% endif %}  ({{ id }})',
  properties: 'id' as const,
  links: 'wiki' as const,
};
const TEMPLATES = [
  ...BUILT_IN.map((each) => [each.name, each] as const),
  ['Custom', CUSTOM] as const,
];

const passage = fc.record({
  id: fc.constantFrom('a', 'b', 'c'),
  note: fc.constantFrom('', 'A note.', 'Two lines\nof a note', 'One paragraph.\n\n- and a list'),
  tags: fc.subarray(['one', 'two']),
});
const passages = fc.uniqueArray(passage, { selector: ({ id }) => id });

function documentOf(
  template: (typeof TEMPLATES)[number][1],
  all: readonly { id: string; note: string; tags: string[] }[],
): NotesDocument {
  return openTemplate(template, DEFAULT_COLORS).articleDocument(
    {
      article: makeArticle('doc', { title: 'Fog' }),
      sourceName: 'coast.txt',
      tags: [],
      notes: all
        .toSorted((a, b) => (a.id < b.id ? -1 : 1))
        .map(({ id, note, tags }) => ({
          annotation: makeAnnotation(id, 'doc', {
            note,
            target: {
              position: { start: 0, end: 5 },
              quote: {
                exact: `Passage ${id} stands.\n\nIn two paragraphs.`,
                prefix: '',
                suffix: '',
              },
              version: 1,
            },
          }),
          tags: tags.map((name) => ({
            id: name,
            name,
            color: null,
            parentId: null,
            description: '',
            memo: '',
          })),
        })),
    },
    'Fog',
  );
}

describe.each(TEMPLATES)('files by the template %s', (_, template) => {
  const options = { markOf: () => '*(Deleted in Lectern.)*', overwrite: () => false };

  it('are brought up to date as Lectern’s own, around what their user wrote', () => {
    fc.assert(
      fc.property(passages, passages, fc.array(fc.nat(40)), (before, after, places) => {
        const last = documentOf(template, before);
        const next = documentOf(template, after);
        const blocks = renderDocument(last).split('\n\n');
        for (const [index, place] of places.entries()) {
          blocks.splice(1 + (place % blocks.length), 0, `mine${index}x`);
        }
        const merged = mergeDocument(blocks.join('\n\n'), last, next, options);
        for (const index of places.keys()) expect(merged.content).toContain(`mine${index}x`);
        const again = mergeDocument(merged.content, merged.base, next, options);
        expect(again.content).toBe(merged.content);
        if (places.length > 0) return;
        expect(merged.conflicts).toEqual([]);
        for (const { parts } of next.units) {
          for (const { text } of parts) expect(merged.content).toContain(text);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('have notes that come back as they were written', () => {
    fc.assert(
      fc.property(passages, (all) => {
        for (const { annotationId, parts } of documentOf(template, all).units) {
          const note = all.find(({ id }) => id === annotationId)?.note ?? '';
          const part = parts.find(({ role }) => role === 'note');
          expect(part === undefined ? '' : undressed(part.text, part.prefixes!)).toBe(note);
          expect(unitText(parts)).not.toMatch(/\n{3}/u);
        }
      }),
      { numRuns: 100 },
    );
  });
});
