/** Where things are in the library's folder. Entities lie in folders by the first two characters of their id. */
import { join } from 'node:path';

export function catalogueFolder(library: string): string {
  return join(library, 'catalog');
}

export function articlePath(library: string, id: string): string {
  return join(library, 'articles', shardOf(id), `${id}.md`);
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

export function lockPath(library: string): string {
  return join(library, 'lock');
}

function shardOf(id: string): string {
  return id.slice(0, 2);
}
