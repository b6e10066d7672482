import { hashFile } from './source-store.ts';
import type { CatalogueData } from './catalogue-data.ts';
import { LecternError } from '../../shared/errors.ts';
import { sourcePath } from './library-paths.ts';
import { mapBounded } from './map-bounded.ts';
import type { Report } from './verify.ts';
import { phrase } from '../../shared/messages/phrase.ts';

const FILES_AT_ONCE = 4;

export async function verifySources(
  folder: string,
  { sources }: Readonly<CatalogueData>,
  report: Report,
): Promise<void> {
  await mapBounded(sources.values(), FILES_AT_ONCE, async ({ id, name }) => {
    const path = sourcePath(folder, id);
    try {
      if ((await hashFile(path)) === id) return;
      report(path, phrase('damage.sourceChanged', { name }));
    } catch (error) {
      if (!(error instanceof LecternError)) throw error;
      const missing = error.details?.['code'] === 'ENOENT';
      report(path, missing ? phrase('damage.sourceMissing', { name }) : error.phrase);
    }
  });
}
