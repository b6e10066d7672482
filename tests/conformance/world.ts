/** What every case finds: two articles (one in the trash), an annotation, a tag, an open plan. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  CONTRACT,
  type MethodInput,
  type MethodName,
  type MethodOutput,
} from '../../main/shared/contract.ts';
import type { TagUses } from '../../main/shared/contract/tags.ts';
import type { Annotation } from '../../main/shared/entities.ts';
import { fromErrorValue } from '../../main/shared/errors.ts';
import type { OpenHost } from './host-under-test.ts';

export interface World {
  /** The test's own folder. */
  folder: string;
  /** A file that is not in the library. */
  file: string;
  /** A file of Web Annotations. */
  interchange: string;
  /** A template of the user's own. */
  templateId: string;
  articleId: string;
  trashedId: string;
  sourceId: string;
  tagId: string;
  otherTagId: string;
  /** Of a tag that was deleted. */
  uses: TagUses;
  collectionId: string;
  smartListId: string;
  ruleId: string;
  annotation: Annotation;
  /** One that was deleted. */
  deleted: Annotation;
  planId: string;
}

const ARTICLES = {
  'kept.md': '# Kept words\n\nA passage worth keeping.\n\nAnother paragraph.\n',
  'trashed.md': '# Thrown away\n\nNothing to see.\n',
  'new.md': '# Not imported yet\n\nSome text.\n',
};

export async function makeWorld(host: OpenHost, folder: string): Promise<World> {
  for (const [name, text] of Object.entries(ARTICLES)) await writeFile(join(folder, name), text);
  const articleId = await importFile(host, join(folder, 'kept.md'));
  const trashedId = await importFile(host, join(folder, 'trashed.md'));
  await call(host, 'articles.trash', { ids: [trashedId] });
  const { article } = await call(host, 'articles.get', { id: articleId });
  const { id: tagId } = await call(host, 'tags.ensure', { name: 'Method' });
  const annotation = await call(host, 'annotations.create', {
    articleId,
    quote: { exact: 'passage worth' },
    tags: [tagId],
  });
  const unwanted = await call(host, 'annotations.create', {
    articleId,
    quote: { exact: 'Another' },
  });
  const deleted = await call(host, 'annotations.delete', { id: unwanted.id });
  const { id: collectionId } = await call(host, 'collections.create', { name: 'Kept together' });
  const { id: smartListId } = await call(host, 'smartLists.create', {
    name: 'About passages',
    conditions: { query: 'passage' },
  });
  const { id: ruleId } = await call(host, 'rules.create', {
    name: 'Letters to the editor',
    site: { by: 'name', like: 'new*' },
    effect: 'leaveOut',
    lines: { like: 'Letters: *', after: null, capitals: false, alone: false },
    on: true,
  });
  const file = join(folder, 'new.md');
  const { id: planId } = await call(host, 'imports.plan', { paths: [file] });
  const interchange = join(folder, 'notes.jsonld');
  await call(host, 'interchange.export', { path: interchange });
  const { id: templateId } = await call(host, 'templates.save', {
    name: 'Short',
    properties: 'id',
    head: '',
    passage: '{{ text }} ({{ id }})',
  });
  const { id: otherTagId } = await call(host, 'tags.ensure', { name: 'Other' });
  const { id: goneId } = await call(host, 'tags.ensure', { name: 'Gone' });
  const uses = await call(host, 'tags.delete', { id: goneId });
  await untilIndexed(host);
  return {
    folder,
    file,
    interchange,
    templateId,
    articleId,
    trashedId,
    sourceId: article.sourceId,
    tagId,
    otherTagId,
    uses,
    collectionId,
    smartListId,
    ruleId,
    annotation,
    deleted,
    planId,
  };
}

async function importFile(host: OpenHost, path: string): Promise<string> {
  const plan = await call(host, 'imports.plan', { paths: [path] });
  const { articleIds } = await call(host, 'imports.commit', { planId: plan.id });
  const [id] = articleIds;
  if (id === undefined) throw new Error(`Nothing was imported from ${path}`);
  return id;
}

async function untilIndexed(host: OpenHost): Promise<void> {
  while ((await call(host, 'search.query', { query: 'passage' })).pending > 0) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function call<M extends MethodName>(
  host: OpenHost,
  method: M,
  input: MethodInput<M>,
): Promise<MethodOutput<M>> {
  const outcome = await host.call(method, input);
  if (!outcome.ok) throw fromErrorValue(outcome.error);
  // The schema belongs to the method; TypeScript can't tell.
  return CONTRACT[method].output.parse(outcome.value) as MethodOutput<M>;
}
