import { join } from 'node:path';
import { openLibrary } from '../../main/core/library/library.ts';
import type { Article } from '../../main/shared/entities.ts';
import { makeTempFolder, openTestApp, testPorts, type TestApp } from './core.ts';

/** An app on a library that holds these articles; each source's articles are put together. */
export async function appWith(articles: Article[]): Promise<TestApp> {
  const folder = join(await makeTempFolder(), 'library');
  const library = await openLibrary(testPorts(folder), { readOnly: false });
  for (const sourceId of new Set(articles.map((article) => article.sourceId))) {
    const ofSource = articles.filter((article) => article.sourceId === sourceId);
    await library.articles.put(ofSource.map((article) => ({ article, markdown: 'Some words.' })));
  }
  await library.close();
  return openTestApp(folder);
}
