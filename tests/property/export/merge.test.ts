/**
 * A simulated user edits an exported file between exports while the library changes as well. Every
 * word of theirs is one of a kind, so that none can be lost unseen.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  anchorOf,
  part,
  type NotesDocument,
  type Unit,
} from '../../../main/core/export/document.ts';
import { parseFile } from '../../../main/core/export/merge/file-text.ts';
import {
  mergeDocument,
  renderDocument,
  type Base,
} from '../../../main/core/export/merge/merge-document.ts';

interface State {
  /** By id: note and tags. Passages never change. */
  notes: Map<string, { note: string; tags: string[] }>;
  title: string;
  articleNote: string;
}

const OPTIONS = { markOf: () => '*(Deleted in Lectern.)*', overwrite: () => false };
/** `LECTERN_PROPERTY_RUNS=20000` for a long run. */
const RUNS = Number(process.env['LECTERN_PROPERTY_RUNS'] ?? 1000);
const IDS = ['a', 'b', 'c', 'd', 'e'];

function documentOf({ notes, title, articleNote }: State): NotesDocument {
  const units = IDS.filter((id) => notes.has(id)).map((id): Unit => {
    const { note, tags } = notes.get(id) ?? { note: '', tags: [] };
    const anchor = anchorOf(id);
    return {
      key: anchor,
      anchor,
      annotationId: id,
      parts: [
        part('quote', `> Passage ${id} stands here.\n>\n> It has a second paragraph.`),
        part('anchor', `^${anchor}`),
        ...(note === '' ? [] : [part('note', note)]),
        ...(tags.length === 0 ? [] : [part('tags', tags.map((tag) => `#${tag}`).join(' '))]),
      ],
    };
  });
  return {
    id: 'doc',
    properties: { title, tags: [...new Set([...notes.values()].flatMap(({ tags }) => tags))] },
    units: [
      {
        key: 'head',
        anchor: null,
        annotationId: null,
        parts: [
          part('text', `# ${title}`),
          ...(articleNote === '' ? [] : [part('note', articleNote)]),
          part('text', '## Highlights'),
        ],
      },
      ...units,
    ],
  };
}

const id = fc.constantFrom(...IDS);
const change = fc.oneof(
  fc.record({
    kind: fc.constant('put' as const),
    id,
    note: fc.constantFrom(
      '',
      'A note.',
      'Another note.\n\nIn two paragraphs.',
      'Lines\nof one note',
    ),
    tags: fc.subarray(['one', 'two', 'three']),
  }),
  fc.record({ kind: fc.constant('delete' as const), id }),
  fc.record({ kind: fc.constant('title' as const), title: fc.constantFrom('Fog', 'Rain') }),
  fc.record({
    kind: fc.constant('articleNote' as const),
    note: fc.constantFrom('', 'On the whole.', 'On the whole.\n\n- a list\n- of two'),
  }),
);

type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

const PLACES = [
  'block',
  'line',
  'words',
  'heading',
  'between',
  'fence',
  'item',
  'swap',
  'tabs',
  'double',
  'moveId',
  'blank',
] as const;
type Edit =
  | { kind: (typeof PLACES)[number]; at: number }
  | { kind: 'property' | 'list' | 'flow' | 'drop' | 'bom' | 'cut' | 'mixed'; at: number }
  | { kind: 'remove'; at: number; lines: number }
  | { kind: 'move'; at: number; lines: number; to: number };

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    kind: fc.constantFrom(...PLACES),
    at: fc.nat(200),
  }),
  fc.record({ kind: fc.constant('remove' as const), at: fc.nat(200), lines: fc.nat(4) }),
  fc.record({
    kind: fc.constant('move' as const),
    at: fc.nat(200),
    lines: fc.nat(8),
    to: fc.nat(200),
  }),
  fc.record({
    kind: fc.constantFrom(
      ...(['property', 'list', 'flow', 'drop', 'bom', 'cut', 'mixed'] as const),
    ),
    at: fc.nat(200),
  }),
);
const round = fc.record({
  /** Cut off after its file was written, before it was remembered. */
  crash: fc.boolean(),
  changes: fc.array(change, { maxLength: 4 }),
  edits: fc.array(edit, { maxLength: 4 }),
});

/** After these, which part is whose is a guess. */
const MIXING = new Set<string>(['move', 'remove', 'swap', 'double', 'moveId', 'fence']);

function applyChange(state: State, each: Change) {
  if (each.kind === 'put') state.notes.set(each.id, { note: each.note, tags: each.tags });
  else if (each.kind === 'delete') state.notes.delete(each.id);
  else if (each.kind === 'title') state.title = each.title;
  else state.articleNote = each.note;
}

/** Lines of the body only move among each other: the id in the front matter stays. */
function applyEdit(content: string, each: Edit, word: string): string {
  const body = parseFile(content).frontMatter.length;
  const front = content.slice(0, body);
  const inFront = (write: (text: string) => string) => write(front) + content.slice(body);
  if (each.kind === 'property') {
    return inFront((text) => text.replace(/^(\uFEFF?---\n)/, `$1${word}: mine\n`));
  }
  // Obsidian's properties: a tag of theirs in either way of writing lists, one taken out, others' order.
  if (each.kind === 'list') {
    return inFront((text) => text.replace(/^tags:.*\n/mu, `tags:\n  - ${word}\n`));
  }
  if (each.kind === 'flow')
    return inFront((text) => text.replace(/^tags: \[/mu, `tags: [${word}, `));
  if (each.kind === 'drop') return inFront((text) => text.replace(/^title:.*\n/mu, ''));
  if (each.kind === 'bom') return content.startsWith('\uFEFF') ? content : `\uFEFF${content}`;
  if (each.kind === 'cut') return content.trimEnd();
  if (each.kind === 'mixed')
    return inFront((text) => text.replace(/^title:(.*)$/mu, `title:$1 ${word}`));
  const lines = content.slice(body).split('\n');
  const at = each.at % lines.length;
  if (each.kind === 'block') lines.splice(at, 0, '', word, '');
  else if (each.kind === 'line') lines.splice(at, 0, word);
  else if (each.kind === 'heading') lines.splice(at, 0, '', `### ${word}`, '');
  else if (each.kind === 'words') lines[at] = `${lines[at]} ${word}`;
  else if (each.kind === 'between') {
    const middle = Math.floor((lines[at] ?? '').length / 2);
    lines[at] = `${lines[at]?.slice(0, middle)} ${word} ${lines[at]?.slice(middle)}`;
  } else if (each.kind === 'fence') lines.splice(at, 0, '```', word, '## not a heading', '```');
  else if (each.kind === 'item') lines.splice(at, 0, `- ${word}`, `\t- ${word}b`);
  else if (each.kind === 'swap') {
    lines.splice(at, 2, ...lines.slice(at, at + 2).toReversed());
  } else if (each.kind === 'tabs') lines[at] = `\t${lines[at]}`;
  else if (each.kind === 'double') lines.splice(at, 0, ...lines.slice(at, at + 4));
  else if (each.kind === 'moveId') {
    // The block id on the line of the words themselves, as Obsidian writes it.
    const ids = lines.findIndex((line, index) => index >= at && line.startsWith('^lectern-'));
    if (ids > 1) lines.splice(ids - 2, 3, `${lines[ids - 2]} ${lines[ids]}`);
  } else if (each.kind === 'blank') lines.splice(at, 0, '', '  ', '');
  else if (each.kind === 'remove') lines.splice(at, each.lines);
  else if (each.kind === 'move') {
    const moved = lines.splice(at, each.lines);
    lines.splice(each.to % (lines.length + 1), 0, ...moved);
  }
  return content.slice(0, body) + lines.join('\n');
}

function wordsOf(content: string): string[] {
  return [...new Set(content.match(/mine\d+xb?/gu))].toSorted();
}

describe('a file that its user writes in between exports', () => {
  it('keeps every word of theirs, and a second export changes nothing', () => {
    fc.assert(
      fc.property(fc.array(round, { minLength: 1, maxLength: 5 }), fc.boolean(), (rounds, crlf) => {
        const state: State = { notes: new Map(), title: 'Fog', articleNote: 'On the whole.' };
        state.notes.set('b', { note: 'A note.', tags: ['one'] });
        state.notes.set('d', { note: '', tags: [] });
        const first = documentOf(state);
        let content = renderDocument(first);
        if (crlf) content = content.replaceAll('\n', '\r\n');
        let base: Base = first;
        let count = 0;
        let mixed = false;
        for (const { changes, edits, crash } of rounds) {
          for (const each of edits) {
            mixed ||= MIXING.has(each.kind);
            const plain = content.replaceAll('\r\n', '\n');
            const edited = applyEdit(plain, each, `mine${(count += 1)}x`);
            content = crlf ? edited.replaceAll('\n', '\r\n') : edited;
          }
          for (const each of changes) applyChange(state, each);
          const next = documentOf(state);
          const merged = mergeDocument(content, base, next, OPTIONS);
          expect(wordsOf(merged.content)).toEqual(wordsOf(content));
          const again = mergeDocument(merged.content, merged.base, next, OPTIONS);
          expect(again.content).toBe(merged.content);
          // Where parts of different passages were mixed up, which is whose is a guess.
          if (!mixed) expect(again.conflicts).toEqual(merged.conflicts);
          if (crlf) expect(merged.content).not.toMatch(/(?<!\r)\n/u);
          content = merged.content;
          if (!crash) ({ base } = merged);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('is up to date in everything that they did not edit', () => {
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 6 }),
        fc.array(change, { maxLength: 6 }),
        fc.array(fc.nat(60), { maxLength: 6 }),
        (before, after, places) => {
          const state: State = {
            notes: new Map([['c', { note: 'A note.', tags: [] }]]),
            title: 'Fog',
            articleNote: '',
          };
          for (const each of before) applyChange(state, each);
          const last = documentOf(state);
          const lines = renderDocument(last).split('\n\n');
          // Their paragraphs stand between Lectern's.
          for (const [index, place] of places.entries()) {
            lines.splice(1 + (place % lines.length), 0, `mine${index}x`);
          }
          for (const each of after) applyChange(state, each);
          const next = documentOf(state);
          const { content, conflicts } = mergeDocument(lines.join('\n\n'), last, next, OPTIONS);
          const stripped = content.replaceAll(/mine\d+x\n*/gu, '');
          const broken = new Set(conflicts.map(({ unit }) => unit));
          for (const unit of next.units) {
            if (broken.has(unit.key)) continue;
            for (const { text } of unit.parts) expect(stripped).toContain(text);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is what a first export would write when nobody edited it and nothing was deleted', () => {
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 8 }),
        fc.array(change, { maxLength: 8 }),
        (one, two) => {
          const state: State = { notes: new Map(), title: 'Fog', articleNote: '' };
          const puts = (all: typeof one) => all.filter(({ kind }) => kind !== 'delete');
          for (const each of puts(one)) applyChange(state, each);
          const last = documentOf(state);
          for (const each of puts(two)) applyChange(state, each);
          const next = documentOf(state);
          const { content, conflicts } = mergeDocument(renderDocument(last), last, next, OPTIONS);
          expect(conflicts).toEqual([]);
          expect(content).toBe(renderDocument(next));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('is put together again byte for byte', () => {
    const piece = fc.constantFrom(
      '---',
      'id: a',
      '\n',
      '\r\n',
      '\r',
      ' ',
      '\t',
      '\uFEFF',
      'word',
      '> q',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const content = pieces.join('');
        const { frontMatter, lead, lines } = parseFile(content);
        const body = lines.map(({ text, gap }) => text + gap).join('');
        expect(frontMatter + lead + body).toBe(content);
      }),
      { numRuns: 500 },
    );
  });
});
