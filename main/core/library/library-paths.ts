/** Where things are in the library's folder. Entities lie in folders by the first two characters of their id. */
import { join } from 'node:path';
import type { Article } from '../../shared/entities.ts';

type ArticleVersions = Pick<Article, 'id' | 'version' | 'earlier'>;

export function catalogueFolder(library: string): string {
  return join(library, 'catalog');
}

/**
 * The text of one version of an article. Each has a file of its own, so that a new one takes
 * nothing away: the oldest that is kept in `<id>.md`, later ones in `<id>.v<version>.md`.
 */
export function articlePath(
  library: string,
  { id, version, earlier }: ArticleVersions,
  wanted = version,
): string {
  const oldest = earlier[0]?.version ?? version;
  const name = wanted === oldest ? `${id}.md` : `${id}.v${wanted}.md`;
  return join(library, 'articles', shardOf(id), name);
}

/** The files of all versions that are kept. */
export function articlePaths(library: string, article: ArticleVersions): string[] {
  const versions = [...article.earlier.map(({ version }) => version), article.version];
  return versions.map((version) => articlePath(library, article, version));
}

export function sourcePath(library: string, id: string): string {
  return join(library, 'sources', shardOf(id), id);
}

/** `name` is the SHA-256 of the image's bytes with its kind. */
export function imagePath(library: string, name: string): string {
  return join(library, 'images', shardOf(name), name);
}

export function annotationsPath(library: string, articleId: string): string {
  return join(library, 'annotations', shardOf(articleId), `${articleId}.json`);
}

export function exportPath(library: string, documentId: string): string {
  return join(library, 'exports', shardOf(documentId), `${documentId}.json`);
}

export function codebookPath(library: string): string {
  return join(library, 'codebook.json');
}

export function settingsPath(library: string): string {
  return join(library, 'library.json');
}

/** Derived: can be deleted, is made again. */
export function fingerprintsPath(library: string): string {
  return join(library, 'index', 'fingerprints');
}

/** There only while an import is planned: what is left of it is taken away at the next start. */
export function temporaryFolder(library: string): string {
  return join(library, 'temporary');
}

/** There only while an import writes, or after one that was cut short. */
export function unfinishedPath(library: string): string {
  return join(library, 'unfinished.json');
}

/** Held while files of notes are written: also by who reads the library alone. */
export function exportsLockPath(library: string): string {
  return join(library, 'exports.lock');
}

export function lockPath(library: string): string {
  return join(library, 'lock');
}

function shardOf(id: string): string {
  return id.slice(0, 2);
}
