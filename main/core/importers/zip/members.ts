/**
 * All files of an archive and of the archives in it, one after another. Nothing is ever written to
 * disk, so no name can lead anywhere; names that try to are refused all the same.
 */
import { partsOfPages } from '../parts-of-pages.ts';
import { Archive } from './archive.ts';
import { ZipError, type ZipEntry } from './central-directory.ts';
import { inMemory } from './random-access.ts';
import { phrase, type Phrase } from '../../../shared/messages/phrase.ts';

export type Member =
  | {
      kind: 'file';
      /** Inside the outermost archive, `/` between its parts, those of inner archives among them. */
      path: string;
      bytes: Uint8Array;
      /** What else the innermost archive holds, by its path in there. */
      archive: Archive;
      /** Its own path in there. */
      name: string;
    }
  | { kind: 'failure'; path: string; message: Phrase };

/** How much may still be unpacked, over all archives in one file. */
export interface Budget {
  left: number;
}

const MOST_TOTAL = 4 * 1024 * 1024 * 1024;
const MOST_RATIO = 300;
const HARMLESS_TOTAL = 256 * 1024 * 1024;
const DEEPEST = 4;

const SPENT = phrase('refused.spent');

/** For a file of so many bytes. */
export function budgetFor(size: number): Budget {
  return { left: Math.min(MOST_TOTAL, Math.max(HARMLESS_TOTAL, size * MOST_RATIO)) };
}

export function* membersOf(archive: Archive, budget: Budget, depth = 1): Generator<Member> {
  const isHidden = hiddenNames(archive.entries);
  const kind = packageKind(archive);
  if (kind !== null) {
    const message = phrase('refused.package', { kind });
    yield { kind: 'failure', path: '', message };
    return;
  }
  for (const entry of archive.entries) {
    const { name } = entry;
    if (isHidden(name)) continue;
    const refusal = nameProblem(name) ?? (archive.get(name) === entry ? null : TWICE);
    if (refusal !== null) yield { kind: 'failure', path: name, message: refusal };
    else yield* readMember(archive, entry, budget, depth);
  }
}

const TWICE = phrase('refused.twice');

function* readMember(
  archive: Archive,
  entry: ZipEntry,
  budget: Budget,
  depth: number,
): Generator<Member> {
  const { name, size } = entry;
  if (budget.left < size) {
    // Once for all that follows, in all archives around it.
    if (budget.left >= 0) yield { kind: 'failure', path: name, message: SPENT };
    budget.left = -1;
    return;
  }
  try {
    const bytes = archive.bytes(entry);
    budget.left -= size;
    if (!isZip(bytes)) yield { kind: 'file', path: name, bytes, archive, name };
    else if (depth >= DEEPEST) {
      yield { kind: 'failure', path: name, message: phrase('refused.tooDeep') };
    } else {
      for (const inner of membersOf(new Archive(inMemory(bytes)), budget, depth + 1)) {
        yield { ...inner, path: inner.path === '' ? name : `${name}/${inner.path}` };
      }
    }
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    yield { kind: 'failure', path: name, message: error.phrase };
  }
}

export function isZip(head: Uint8Array): boolean {
  const [p, k, three, four] = head;
  return p === 0x50 && k === 0x4b && ((three === 3 && four === 4) || (three === 5 && four === 6));
}

function nameProblem(name: string): Phrase | null {
  const parts = name.split('/');
  if (name.startsWith('/') || /^[a-z]:/i.test(name) || parts.includes('..')) {
    return phrase('refused.leadsOut');
  }
  const isPlain = !parts.includes('') && !parts.includes('.') && !/[\u0000-\u001f]/.test(name);
  return isPlain ? null : phrase('refused.noFileName');
}

/** Hidden files, what a Mac puts beside each file, and what a browser saved with a page. */
function hiddenNames(entries: readonly ZipEntry[]): (name: string) => boolean {
  const namesByFolder = new Map<string, Set<string>>();
  for (const { name } of entries) {
    const parts = name.split('/');
    for (let depth = 0; depth < parts.length; depth += 1) {
      const folder = parts.slice(0, depth).join('/');
      const names = namesByFolder.get(folder) ?? new Set();
      names.add(parts[depth] ?? '');
      namesByFolder.set(folder, names);
    }
  }
  const partsIn = new Map(
    [...namesByFolder].map(([folder, names]) => [folder, partsOfPages([...names])]),
  );
  return (name) => {
    const parts = name.split('/');
    return parts.some((part, depth) => {
      if (part === '__MACOSX' || /^\.[^./]/.test(part)) return true;
      return (
        depth < parts.length - 1 && partsIn.get(parts.slice(0, depth).join('/'))?.(part) === true
      );
    });
  };
}

/** Documents and programs that are zip archives inside. */
function packageKind(archive: Archive): Phrase | null {
  if (archive.get('[Content_Types].xml') !== undefined) return phrase('package.office');
  if (archive.get('META-INF/container.xml') !== undefined) return phrase('package.epub');
  if (archive.get('mimetype') !== undefined) return phrase('package.openDocument');
  if (archive.get('META-INF/MANIFEST.MF') !== undefined) return phrase('package.java');
  return null;
}
