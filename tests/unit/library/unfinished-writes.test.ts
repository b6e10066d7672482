import { access, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sourcePath, unfinishedPath } from '../../../main/core/library/library-paths.ts';
import { openTestLibrary } from '../../support/core.ts';
import { makeArticle, sha256Of } from '../../support/entities.ts';

const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

it('takes away what an interrupted import announced and did not get into the catalogue', async () => {
  const { library, folder } = await openTestLibrary();
  const [kept, lost] = [makeArticle('ab-kept'), makeArticle('ab-lost')];
  const source = sha256Of('a lost source');
  await library.articles.put([{ article: kept, markdown: 'Kept' }]);
  await library.unfinished.begin([kept, lost], [source]);
  const shard = join(folder, 'articles', 'ab');
  await writeFile(join(shard, 'ab-lost.md'), 'Half of it');
  await writeFile(join(shard, 'ab-mine.md'), 'Put here by hand');
  await writeFile(join(shard, '.ab-lost.md.0f0e0d0c-0000-4000-8000-000000000000.tmp'), 'Half');
  await mkdir(join(sourcePath(folder, source), '..'), { recursive: true });
  await writeFile(sourcePath(folder, source), 'Bytes');
  await library.close();

  const { library: again } = await openTestLibrary(folder);
  expect(await isThere(join(shard, 'ab-lost.md'))).toBe(false);
  expect(await isThere(sourcePath(folder, source))).toBe(false);
  expect(await isThere(join(shard, 'ab-mine.md'))).toBe(true);
  expect(await isThere(unfinishedPath(folder))).toBe(false);
  expect(await again.articles.markdown('ab-kept')).toBe('Kept');
  const strays = (await again.verify()).filter(({ path }) => path.startsWith('articles/'));
  expect(strays.map(({ path }) => path)).toEqual(['articles/ab/ab-mine.md']);
});

it('deletes nothing outside texts and sources, whatever the list says', async () => {
  const { library, folder, ports } = await openTestLibrary();
  await library.close();
  const paths = ['articles/ab/../../library.json', 'library.json'];
  await writeFile(unfinishedPath(folder), JSON.stringify({ paths }));
  const { ports: later } = await openTestLibrary(folder);
  expect(await isThere(join(folder, 'library.json'))).toBe(true);
  expect([...ports.logged, ...later.logged].some(({ level }) => level === 'warn')).toBe(true);
});
