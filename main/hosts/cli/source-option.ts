import type { Command } from 'commander';
import type { App } from '../../core/app.ts';

/** The id of an imported file, by its name or the beginning of its SHA-256; others are wrong usage. */
export async function sourceNamed(app: App, given: string, command: Command): Promise<string> {
  const { sources } = await app.call('library.overview', {});
  const byName = sources.filter(({ name }) => name === given);
  const found =
    byName.length > 0 || given.length < 4
      ? byName
      : sources.filter(({ id }) => id.startsWith(given.toLowerCase()));
  const [source, other] = found;
  if (source === undefined) {
    return command.error(`error: no file was imported that is called “${given}”`);
  }
  if (other !== undefined) {
    const hashes = found.map(({ id }) => id.slice(0, 12)).join(', ');
    return command.error(`error: several files are called “${given}”: say which by ${hashes}`);
  }
  return source.id;
}
