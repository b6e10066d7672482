/** For every method of the contract: calls that succeed, and calls that fail with a code. */
import { join } from 'node:path';
import type { MethodInput, MethodName } from '../../main/shared/contract.ts';
import type { ErrorCode } from '../../main/shared/errors.ts';
import type { World } from './world.ts';

export interface MethodCases<M extends MethodName> {
  /** Run in order on one world, after the bad ones. */
  good: readonly ((world: World) => MethodInput<M>)[];
  bad: readonly { input: (world: World) => unknown; code: ErrorCode }[];
  /** What the desktop around a host can do differs: `unsupported` is as good an answer. */
  desktop?: boolean;
}

const nothing = () => ({});
const extra = { input: () => ({ extra: true }), code: 'bad_input' } as const;
const missingIds = { input: () => ({ ids: ['missing'] }), code: 'not_found' } as const;
const missingId = { input: () => ({ id: 'missing' }), code: 'not_found' } as const;

const TITLE_RULE = {
  effect: 'title' as const,
  lines: { like: 'Exclusive: *', after: null, capitals: false, alone: false },
  on: true,
};

export const CASES: { [M in MethodName]: MethodCases<M> } = {
  'library.overview': { good: [nothing], bad: [extra] },
  'library.verify': { good: [nothing], bad: [extra] },
  'articles.list': {
    good: [
      nothing,
      ({ sourceId }) => ({ sourceId }),
      ({ tagId }) => ({ tagId }),
      () => ({ place: 'trash', sort: 'title', descending: false, offset: 0, limit: 1 }),
      ({ articleId }) => ({ group: 'source', sort: 'byline', unfolded: [articleId] }),
      ({ collectionId }) => ({ collectionId, query: 'passage', words: 'kept', highlights: true }),
    ],
    bad: [
      { input: () => ({ place: 'nowhere' }), code: 'bad_input' },
      { input: () => ({ limit: 0 }), code: 'bad_input' },
    ],
  },
  'articles.get': {
    good: [({ articleId }) => ({ id: articleId })],
    bad: [missingId, { input: () => ({ id: '../settings' }), code: 'bad_input' }],
  },
  'articles.named': {
    good: [({ articleId }) => ({ ids: [articleId, 'missing'] }), () => ({ ids: [] })],
    bad: [{ input: () => ({ ids: ['../settings'] }), code: 'bad_input' }],
  },
  'articles.versions': { good: [({ articleId }) => ({ id: articleId })], bad: [missingId] },
  'articles.version': {
    good: [({ articleId }) => ({ id: articleId, version: 1 })],
    bad: [
      { input: ({ articleId }) => ({ id: articleId, version: 2 }), code: 'not_found' },
      { input: ({ articleId }) => ({ id: articleId, version: 0 }), code: 'bad_input' },
    ],
  },
  'articles.similar': { good: [({ articleId }) => ({ id: articleId })], bad: [missingId] },
  'articles.compare': {
    good: [({ articleId }) => ({ id: articleId, before: 1, after: 1 })],
    bad: [
      { input: ({ articleId }) => ({ id: articleId, before: 1, after: 7 }), code: 'not_found' },
      { input: ({ articleId }) => ({ id: articleId, before: 1 }), code: 'bad_input' },
    ],
  },
  'articles.byUrl': {
    good: [() => ({ url: 'https://example.org/a?b=c#d' })],
    bad: [{ input: () => ({ url: 'mailto:a@example.org' }), code: 'bad_input' }],
  },
  'articles.family': {
    good: [({ articleId }) => ({ id: articleId })],
    bad: [missingId, { input: () => ({ id: '../settings' }), code: 'bad_input' }],
  },
  'articles.update': {
    good: [
      ({ articleId, tagId }) => ({
        ids: [articleId],
        change: {
          state: 'read',
          position: { offset: 3, fraction: 0.5 },
          tags: [tagId],
          note: 'Why',
        },
      }),
      ({ articleId, tagId }) => ({ ids: [articleId], change: { removeTags: [tagId] } }),
    ],
    bad: [
      { input: () => ({ ids: ['missing'], change: { state: 'read' } }), code: 'not_found' },
      { input: () => ({ ids: [], change: {} }), code: 'bad_input' },
    ],
  },
  'articles.ids': {
    good: [nothing, () => ({ place: 'trash', offset: 0, limit: 1 })],
    bad: [{ input: () => ({ offset: -1 }), code: 'bad_input' }],
  },
  'articles.delete': {
    good: [({ trashedId }) => ({ ids: [trashedId] })],
    bad: [missingIds, { input: ({ articleId }) => ({ ids: [articleId] }), code: 'bad_input' }],
  },
  'articles.trash': { good: [({ articleId }) => ({ ids: [articleId] })], bad: [missingIds] },
  'articles.restore': { good: [({ trashedId }) => ({ ids: [trashedId] })], bad: [missingIds] },
  'collections.list': { good: [nothing], bad: [extra] },
  'collections.create': {
    good: [({ collectionId }) => ({ name: 'Inside', parentId: collectionId })],
    bad: [
      { input: () => ({ name: ' ' }), code: 'bad_input' },
      { input: () => ({ name: 'kept together' }), code: 'bad_input' },
      { input: () => ({ name: 'x', parentId: 'missing' }), code: 'not_found' },
    ],
  },
  'collections.update': {
    good: [({ collectionId }) => ({ id: collectionId, change: { name: 'Renamed' } })],
    bad: [
      { input: () => ({ id: 'missing', change: { name: 'x' } }), code: 'not_found' },
      {
        input: ({ collectionId }) => ({ id: collectionId, change: { parentId: collectionId } }),
        code: 'bad_input',
      },
    ],
  },
  'collections.delete': { good: [({ collectionId }) => ({ id: collectionId })], bad: [missingId] },
  'collections.restore': {
    good: [
      ({ articleId }) => ({
        collections: [{ id: 'gone', name: 'Gone', parentId: null }],
        members: [{ articleId, collectionIds: ['gone'] }],
      }),
    ],
    bad: [{ input: () => ({ collections: 'all' }), code: 'bad_input' }],
  },
  'collections.add': {
    good: [({ collectionId, articleId }) => ({ id: collectionId, articleIds: [articleId] })],
    bad: [
      { input: ({ articleId }) => ({ id: 'missing', articleIds: [articleId] }), code: 'not_found' },
      {
        input: ({ collectionId }) => ({ id: collectionId, articleIds: ['missing'] }),
        code: 'not_found',
      },
    ],
  },
  'collections.remove': {
    good: [({ collectionId, articleId }) => ({ id: collectionId, articleIds: [articleId] })],
    bad: [
      { input: ({ articleId }) => ({ id: 'missing', articleIds: [articleId] }), code: 'not_found' },
    ],
  },
  'smartLists.list': { good: [nothing], bad: [extra] },
  'smartLists.create': {
    good: [() => ({ name: 'Recent', conditions: { publishedFrom: '2020', teaser: false } })],
    bad: [
      {
        input: () => ({ name: 'x', conditions: { publishedFrom: 'yesterday' } }),
        code: 'bad_input',
      },
      { input: () => ({ name: 'x', conditions: { colour: 'red' } }), code: 'bad_input' },
    ],
  },
  'smartLists.update': {
    good: [({ smartListId }) => ({ id: smartListId, change: { name: 'Renamed' } })],
    bad: [{ input: () => ({ id: 'missing', change: { name: 'x' } }), code: 'not_found' }],
  },
  'smartLists.delete': { good: [({ smartListId }) => ({ id: smartListId })], bad: [missingId] },
  'smartLists.restore': {
    good: [() => ({ smartList: { id: 'gone', name: 'Gone', conditions: { words: 'kept' } } })],
    bad: [{ input: nothing, code: 'bad_input' }],
  },
  'sources.lines': {
    good: [({ sourceId }) => ({ id: sourceId, startLine: 1, endLine: 3 })],
    bad: [
      { input: () => ({ id: '0'.repeat(64), startLine: 1, endLine: 2 }), code: 'not_found' },
      { input: () => ({ id: 'missing', startLine: 1, endLine: 2 }), code: 'bad_input' },
    ],
  },
  'imports.plan': {
    good: [
      ({ file }) => ({ paths: [file] }),
      ({ file }) => ({ paths: [file], comments: true, encodings: { [file]: 'koi8-r' } }),
      ({ folder }) => ({ paths: [join(folder, 'missing.md')], jobId: 'job-1', rules: false }),
    ],
    bad: [
      { input: () => ({ paths: [] }), code: 'bad_input' },
      {
        input: ({ file }) => ({ paths: [file], encodings: { [file]: 'klingon-8' } }),
        code: 'bad_input',
      },
    ],
  },
  'imports.planText': {
    good: [() => ({ text: 'A pasted note\n\nIts text.\n', name: 'Pasted text' })],
    bad: [
      { input: () => ({ text: '', name: 'Pasted text' }), code: 'bad_input' },
      { input: () => ({ text: 'x', name: '../up' }), code: 'bad_input' },
    ],
  },
  'imports.planSample': { good: [nothing], bad: [extra] },
  'imports.lines': {
    good: [({ planId }) => ({ planId, source: 0, startLine: 1, endLine: 2 })],
    bad: [
      {
        input: ({ planId }) => ({ planId, source: 7, startLine: 1, endLine: 2 }),
        code: 'not_found',
      },
      {
        input: () => ({ planId: 'missing', source: 0, startLine: 1, endLine: 2 }),
        code: 'not_found',
      },
    ],
  },
  'imports.revise': {
    good: [
      ({ planId }) => ({
        planId,
        source: 0,
        revisions: [{ kind: 'retitle', line: 1, title: 'A better title' }],
      }),
      ({ planId }) => ({ planId, source: 0, revisions: [] }),
    ],
    bad: [
      {
        input: ({ planId }) => ({ planId, source: 0, revisions: [{ kind: 'merge', line: 1 }] }),
        code: 'bad_input',
      },
      {
        input: ({ planId }) => ({ planId, source: 0, revisions: [{ kind: 'shuffle' }] }),
        code: 'bad_input',
      },
      { input: ({ planId }) => ({ planId, source: 7, revisions: [] }), code: 'not_found' },
    ],
  },
  'imports.applyRules': {
    good: [
      ({ planId }) => ({ planId, source: 0 }),
      ({ planId, ruleId }) => ({ planId, source: 0, except: [ruleId] }),
    ],
    bad: [
      { input: ({ planId }) => ({ planId, source: 7 }), code: 'not_found' },
      { input: ({ planId }) => ({ planId, source: 0, except: 'all' }), code: 'bad_input' },
    ],
  },
  'imports.commit': {
    good: [({ planId }) => ({ planId })],
    bad: [{ input: () => ({ planId: 'missing' }), code: 'not_found' }],
  },
  'imports.discard': {
    good: [({ planId }) => ({ planId })],
    bad: [{ input: () => ({ planId: 'missing' }), code: 'not_found' }],
  },
  'imports.cancel': {
    good: [() => ({ jobId: 'finished long ago' })],
    bad: [{ input: nothing, code: 'bad_input' }],
  },
  'rules.list': { good: [nothing], bad: [extra] },
  'rules.create': {
    good: [
      () => ({ name: 'Titles', site: { by: 'host', host: 'example.org' }, ...TITLE_RULE }),
      () => ({ name: 'Titles here', site: { by: 'line', like: 'The Post, #' }, ...TITLE_RULE }),
    ],
    bad: [
      {
        input: () => ({
          name: 'letters TO the editor',
          site: { by: 'host', host: 'example.org' },
          ...TITLE_RULE,
        }),
        code: 'bad_input',
      },
      {
        input: () => ({
          name: 'Everything',
          site: { by: 'host', host: 'example.org' },
          ...TITLE_RULE,
          lines: { ...TITLE_RULE.lines, like: '*' },
        }),
        code: 'bad_input',
      },
      { input: () => ({ name: 'No site', ...TITLE_RULE }), code: 'bad_input' },
    ],
  },
  'rules.update': {
    good: [({ ruleId }) => ({ id: ruleId, change: { on: false, name: 'Letters' } })],
    bad: [
      { input: () => ({ id: 'missing', change: { on: false } }), code: 'not_found' },
      { input: ({ ruleId }) => ({ id: ruleId, change: { effect: 'shuffle' } }), code: 'bad_input' },
    ],
  },
  'rules.delete': { good: [({ ruleId }) => ({ id: ruleId })], bad: [missingId] },
  'rules.restore': {
    good: [
      () => ({
        rule: { id: 'gone', name: 'Gone', site: { by: 'name', like: 'a*' }, ...TITLE_RULE },
      }),
    ],
    bad: [{ input: () => ({ rule: 'gone' }), code: 'bad_input' }],
  },
  'rules.suggest': {
    good: [({ planId }) => ({ planId, source: 0 })],
    bad: [
      { input: () => ({ planId: 'missing', source: 0 }), code: 'not_found' },
      { input: ({ planId }) => ({ planId, source: -1 }), code: 'bad_input' },
    ],
  },
  'annotations.list': {
    good: [nothing, ({ articleId }) => ({ articleId })],
    bad: [{ input: () => ({ articleId: 'Not An Id' }), code: 'bad_input' }],
  },
  'annotations.create': {
    good: [
      ({ articleId }) => ({ articleId, range: { start: 0, end: 4 }, color: 'blue', note: 'Why?' }),
      ({ articleId, tagId }) => ({ articleId, quote: { exact: 'worth keeping' }, tags: [tagId] }),
    ],
    bad: [
      {
        input: ({ articleId }) => ({ articleId, quote: { exact: 'words that are not there' } }),
        code: 'no_match',
      },
      { input: ({ articleId }) => ({ articleId }), code: 'bad_input' },
      {
        input: () => ({ articleId: 'missing', range: { start: 0, end: 4 } }),
        code: 'not_found',
      },
    ],
  },
  'annotations.update': {
    good: [
      ({ annotation, tagId }) => ({
        id: annotation.id,
        change: { color: 'red', note: 'changed', tags: [tagId], range: { start: 0, end: 9 } },
      }),
      ({ annotation }) => ({
        id: annotation.id,
        change: { target: annotation.target, orphaned: true },
      }),
    ],
    bad: [
      { input: () => ({ id: 'missing', change: { note: 'x' } }), code: 'not_found' },
      {
        input: ({ annotation }) => ({ id: annotation.id, change: { color: 'beige' } }),
        code: 'bad_input',
      },
    ],
  },
  'annotations.accept': {
    good: [({ annotation }) => ({ ids: [annotation.id] })],
    bad: [
      { input: () => ({ ids: ['missing'] }), code: 'not_found' },
      { input: () => ({ ids: [] }), code: 'bad_input' },
    ],
  },
  'annotations.review': {
    good: [nothing, () => ({ offset: 1, limit: 5 })],
    bad: [{ input: () => ({ limit: 0 }), code: 'bad_input' }],
  },
  'annotations.updateMany': {
    good: [
      ({ annotation, tagId }) => ({
        ids: [annotation.id],
        change: { color: 'pink', addTags: [tagId] },
      }),
      ({ annotation, tagId }) => ({ ids: [annotation.id], change: { removeTags: [tagId] } }),
    ],
    bad: [
      { input: () => ({ ids: ['missing'], change: { color: 'pink' } }), code: 'not_found' },
      {
        input: ({ annotation }) => ({ ids: [annotation.id], change: { addTags: ['missing'] } }),
        code: 'not_found',
      },
      { input: () => ({ ids: [], change: {} }), code: 'bad_input' },
    ],
  },
  'annotations.deleteMany': {
    good: [({ annotation }) => ({ ids: [annotation.id] })],
    bad: [missingIds, { input: () => ({ ids: [] }), code: 'bad_input' }],
  },
  'annotations.restoreMany': {
    good: [({ deleted }) => ({ annotations: [deleted] })],
    bad: [
      { input: () => ({ annotations: [] }), code: 'bad_input' },
      {
        input: ({ deleted }) => ({ annotations: [{ ...deleted, articleId: 'missing' }] }),
        code: 'not_found',
      },
    ],
  },
  'annotations.delete': { good: [({ annotation }) => ({ id: annotation.id })], bad: [missingId] },
  'annotations.restore': {
    good: [({ deleted }) => ({ annotation: deleted })],
    bad: [{ input: () => ({ annotation: { id: 'a' } }), code: 'bad_input' }],
  },
  'tags.list': { good: [nothing], bad: [extra] },
  'tags.ensure': {
    good: [() => ({ name: 'New' }), () => ({ name: ' METHOD ' })],
    bad: [{ input: () => ({ name: '  ' }), code: 'bad_input' }],
  },
  'tags.update': {
    good: [({ tagId }) => ({ id: tagId, change: { name: 'Renamed', color: 'green' } })],
    bad: [{ input: () => ({ id: 'missing', change: { name: 'x' } }), code: 'not_found' }],
  },
  'tags.delete': { good: [({ tagId }) => ({ id: tagId })], bad: [missingId] },
  'tags.merge': {
    good: [({ tagId, otherTagId }) => ({ id: tagId, intoId: otherTagId })],
    bad: [
      { input: ({ tagId }) => ({ id: tagId, intoId: 'missing' }), code: 'not_found' },
      { input: ({ tagId }) => ({ id: tagId, intoId: tagId }), code: 'bad_input' },
    ],
  },
  'tags.restore': {
    good: [({ uses }) => ({ uses })],
    bad: [{ input: () => ({ uses: { tag: null } }), code: 'bad_input' }],
  },
  'tags.together': { good: [nothing], bad: [extra] },
  'notes.resolve': {
    good: [
      ({ articleId, annotation }) => ({
        links: [
          { kind: 'article', id: articleId },
          { kind: 'note', id: annotation.id },
          { kind: 'note', id: 'missing' },
        ],
      }),
    ],
    bad: [{ input: () => ({ links: [{ kind: 'tag', id: 'a' }] }), code: 'bad_input' }],
  },
  'notes.provenance': { good: [({ annotation }) => ({ id: annotation.id })], bad: [missingId] },
  'notes.list': {
    good: [
      nothing,
      ({ tagId }) => ({
        filter: { tagIds: [tagId], below: true, text: 'passage', hasNote: false },
        sort: 'article',
        descending: false,
      }),
    ],
    bad: [{ input: () => ({ filter: { from: 'yesterday' } }), code: 'bad_input' }],
  },
  'search.query': {
    good: [() => ({ query: 'passage' }), () => ({ query: 'pass', asYouType: true, limit: 1 })],
    bad: [
      { input: () => ({ query: 'nofield:passage' }), code: 'bad_query' },
      { input: () => ({ query: 7 }), code: 'bad_input' },
    ],
  },
  'search.matches': {
    good: [({ articleId }) => ({ articleId, terms: ['passage'] })],
    bad: [{ input: () => ({ articleId: 'missing', terms: ['passage'] }), code: 'not_found' }],
  },
  'export.preview': {
    good: [
      ({ folder }) => ({ out: join(folder, 'notes') }),
      ({ folder }) => ({ out: join(folder, 'notes'), groupBy: 'tag' }),
      ({ folder }) => ({ out: join(folder, 'notes'), template: 'logseq' }),
    ],
    bad: [{ input: ({ folder }) => ({ out: folder, groupBy: 'colour' }), code: 'bad_input' }],
  },
  'export.markdown': {
    good: [
      ({ folder }) => ({ out: join(folder, 'notes') }),
      ({ folder }) => ({ out: join(folder, 'notes'), groupBy: 'tag' }),
    ],
    bad: [
      { input: ({ file }) => ({ out: join(file, 'below-a-file') }), code: 'unwritable' },
      { input: () => ({ out: '' }), code: 'bad_input' },
    ],
  },
  'templates.list': { good: [nothing], bad: [extra] },
  'templates.save': {
    good: [() => ({ name: 'Mine', properties: 'id', head: '', passage: '{{ text }} ({{ id }})' })],
    bad: [
      {
        input: () => ({
          name: 'Mine',
          properties: 'id',
          head: '{{ nothing }}',
          passage: '{{ id }}',
        }),
        code: 'bad_input',
      },
    ],
  },
  'templates.delete': { good: [({ templateId }) => ({ id: templateId })], bad: [missingId] },
  'interchange.export': {
    good: [({ folder }) => ({ path: join(folder, 'annotations.jsonld') })],
    bad: [
      { input: ({ file }) => ({ path: join(file, 'below-a-file') }), code: 'unwritable' },
      { input: () => ({ path: '' }), code: 'bad_input' },
    ],
  },
  'interchange.import': {
    good: [({ interchange }) => ({ path: interchange })],
    bad: [
      { input: ({ folder }) => ({ path: join(folder, 'missing.jsonld') }), code: 'unreadable' },
      { input: ({ file }) => ({ path: file }), code: 'bad_input' },
    ],
  },
  'settings.get': { good: [nothing], bad: [extra] },
  'settings.update': {
    good: [() => ({ theme: 'dark', textSize: 21 })],
    bad: [
      { input: () => ({ theme: 'pink' }), code: 'bad_input' },
      { input: () => ({ unknown: true }), code: 'bad_input' },
    ],
  },
  'desktop.info': { good: [nothing], bad: [extra], desktop: true },
  'desktop.pickFiles': { good: [nothing], bad: [extra], desktop: true },
  'desktop.pickFolder': {
    good: [() => ({ title: 'Export to' })],
    bad: [{ input: nothing, code: 'bad_input' }],
    desktop: true,
  },
  'desktop.saveText': {
    good: [() => ({ name: 'report.md', text: '- a file that could not be read' })],
    bad: [{ input: () => ({ name: '../report.md', text: '' }), code: 'bad_input' }],
    desktop: true,
  },
  'desktop.showFolder': {
    good: [({ folder }) => ({ path: folder })],
    bad: [{ input: nothing, code: 'bad_input' }],
    desktop: true,
  },
  'desktop.toggleFullScreen': { good: [nothing], bad: [extra], desktop: true },
  'desktop.savePdf': {
    good: [() => ({ name: 'An article' })],
    bad: [{ input: nothing, code: 'bad_input' }],
    desktop: true,
  },
  'desktop.openLink': {
    good: [() => ({ url: 'https://example.org/' })],
    bad: [{ input: () => ({ url: 'file:///etc/passwd' }), code: 'bad_input' }],
    desktop: true,
  },
};
