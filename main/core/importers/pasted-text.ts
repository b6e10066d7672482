import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface PastedText {
  path: string;
  remove(): Promise<void>;
}

/** Text from the clipboard as a file, like any that is imported: until its plan is done with. */
export async function keepPastedText(text: string, name: string): Promise<PastedText> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-pasted-'));
  const path = join(folder, `${name}.txt`);
  await writeFile(path, text);
  return { path, remove: () => rm(folder, { recursive: true, force: true }) };
}
