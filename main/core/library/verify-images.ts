import { basename } from 'node:path';
import { isImageName } from '../../shared/text/image-address.ts';
import { isTemporaryName } from './durable-file.ts';
import { imagePath } from './library-paths.ts';
import { mapBounded } from './map-bounded.ts';
import { isSetAside } from './set-aside.ts';
import { hashFile } from './source-store.ts';
import type { Report } from './verify.ts';
import { phrase } from '../../shared/messages/phrase.ts';

const FILES_AT_ONCE = 4;

/** Each file is what its name says. Whether articles miss one is told with the articles. */
export async function verifyImages(
  folder: string,
  files: readonly string[],
  report: Report,
): Promise<void> {
  await mapBounded(files, FILES_AT_ONCE, async (path) => {
    const name = basename(path);
    if (isTemporaryName(name) || isSetAside(name)) return;
    if (!isImageName(name) || imagePath(folder, name) !== path) {
      report(path, phrase('damage.notAnImage'));
    } else if (!name.startsWith(await hashFile(path))) {
      report(path, phrase('damage.anotherImage'));
    }
  });
}
