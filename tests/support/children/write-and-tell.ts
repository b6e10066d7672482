/**
 * A process to be killed: opens the catalogue and the annotations in the folder of its argument and
 * writes for ever. After each write that has resolved it prints its number. The journal is folded
 * every few dozen writes, so that many kills hit a fold.
 */
import { writeSync } from 'node:fs';
import { AnnotationStore } from '../../../main/core/library/annotation-store.ts';
import { Catalogue } from '../../../main/core/library/catalogue.ts';
import { catalogueFolder } from '../../../main/core/library/library-paths.ts';
import { makeAnnotation, makeArticle } from '../entities.ts';

const folder = process.argv[2] ?? '';
const log = { info() {}, warn() {}, error() {} };
const now = () => new Date();
const catalogue = await Catalogue.open({
  folder: catalogueFolder(folder),
  readOnly: false,
  log,
  now,
  foldAt: 20_000,
});
const annotations = new AnnotationStore({ folder, log, now, assertWritable() {} });

for (let n = catalogue.data.articles.get('counter')?.order ?? 0; ; n += 1) {
  await Promise.all([
    catalogue.commit(() => [
      { op: 'setArticle', value: makeArticle('counter', { order: n }) },
      { op: 'setArticle', value: makeArticle(`a${n % 50}`, { order: n }) },
    ]),
    annotations.put(makeAnnotation(`note-${n % 20}`, 'counter', { note: String(n) })),
  ]);
  writeSync(1, `${n}\n`);
}
