import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The lines of a dump in `tests/fixtures/dump`. */
export function readFixture(name: string): string[] {
  const path = fileURLToPath(new URL(`../../fixtures/dump/${name}`, import.meta.url));
  return readFileSync(path, 'utf8').replace(/\n$/, '').split('\n');
}
