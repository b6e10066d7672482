/**
 * Which articles of other sources say much the same: one report in two dumps. Their fingerprints
 * are derived data in one file of the index; what is missing there, or is that of another text, is
 * made again of the articles. It is read when it is first asked for.
 */
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Article } from '../../shared/entities.ts';
import { toReadingText } from '../../shared/text/reading.ts';
import type { Core } from '../core.ts';
import { isMissing } from '../library/file-error.ts';
import { fingerprintsPath } from '../library/library-paths.ts';
import { SerialQueue } from '../library/serial-queue.ts';
import { fingerprintOf, packFingerprint, unpackFingerprint } from './fingerprint.ts';
import { LEAST_COMMON, LEAST_LIKENESS } from './likeness.ts';
import { Postings } from './postings.ts';

export interface Alike {
  article: Article;
  /** 0..1: the part of the shorter text's fingerprint that the other has. */
  likeness: number;
}

export interface Fingerprinted {
  article: Article;
  /** Packed; see fingerprint.ts. */
  fingerprint: string;
}

export interface Similarity {
  /** Of other sources, the likest first; waits for what is still being read. */
  of(id: string): Promise<Alike[]>;
  /** Whether there are any; false as long as that isn't known. Begins to find out. */
  has(id: string): boolean;
  learn(entries: readonly Fingerprinted[]): Promise<void>;
  close(): Promise<void>;
}

const LINES_A_TURN = 2000;
const TEXTS_A_WRITE = 500;

interface Known {
  contentHash: string;
  owner: number;
  fingerprint: Uint32Array;
}

export function openSimilarity({
  library,
  ports,
  emit,
}: Pick<Core, 'library' | 'ports' | 'emit'>): Similarity {
  const path = fingerprintsPath(library.folder);
  const known = new Map<string, Known>();
  const owners: string[] = [];
  const postings = new Postings();
  const writes = new SerialQueue();
  let loading: Promise<void> | null = null;
  let loaded = false;
  let closed = false;

  function remember(id: string, contentHash: string, packed: string): void {
    const fingerprint = unpackFingerprint(packed);
    if (fingerprint === null || known.get(id)?.contentHash === contentHash) return;
    const owner = owners.push(id) - 1;
    known.set(id, { contentHash, owner, fingerprint });
    postings.add(owner, fingerprint);
  }

  function load(): Promise<void> {
    loading ??= loadAll()
      .then(() => {
        loaded = true;
        if (!closed) emit('articles.compared', {});
      })
      .catch((error: unknown) => {
        loading = null;
        ports.log.warn(`Similar articles can't be told: ${String(error)}`);
      });
    return loading;
  }

  async function loadAll(): Promise<void> {
    const lines = await readLines(path);
    for (let at = 0; at < lines.length && !closed; at += LINES_A_TURN) {
      for (const line of lines.slice(at, at + LINES_A_TURN)) {
        const [id = '', contentHash = '', packed = ''] = line.split(' ');
        // The line of an earlier text, or one cut short, is made again.
        if (library.articles.get(id)?.contentHash === contentHash && packed.endsWith('.')) {
          remember(id, contentHash, packed.slice(0, -1));
        }
      }
      await setImmediate();
    }
    await makeMissing();
  }

  async function makeMissing(): Promise<void> {
    const missing = [...library.articles.all()].filter((article) => !isKnown(article));
    let made: Fingerprinted[] = [];
    for (const article of missing) {
      if (closed) return;
      const markdown = await library.articles.markdown(article.id).catch(() => null);
      if (markdown !== null) made.push({ article, fingerprint: packedOf(toReadingText(markdown)) });
      if (made.length >= TEXTS_A_WRITE) {
        await keep(made);
        made = [];
      }
      await setImmediate();
    }
    await keep(made);
  }

  function isKnown({ id, parentId, contentHash }: Article): boolean {
    return parentId !== null || known.get(id)?.contentHash === contentHash;
  }

  async function keep(entries: readonly Fingerprinted[]): Promise<void> {
    const lines = entries.flatMap(({ article, fingerprint }) => {
      if (article.parentId !== null) return [];
      remember(article.id, article.contentHash, fingerprint);
      return [`${article.id} ${article.contentHash} ${fingerprint}.\n`];
    });
    if (lines.length === 0 || library.readOnly) return;
    await writes.run(async () => {
      await mkdir(dirname(path), { recursive: true });
      await appendFile(path, lines.join(''));
    });
  }

  function find(id: string): Alike[] {
    const own = known.get(id);
    const article = library.articles.get(id);
    if (own === undefined || article === undefined) return [];
    const alike: Alike[] = [];
    for (const [owner, common] of postings.count(own.fingerprint)) {
      const otherId = owners[owner] ?? '';
      const other = known.get(otherId);
      const there = library.articles.get(otherId);
      if (other?.owner !== owner || there === undefined || common < LEAST_COMMON) continue;
      const shorter = Math.min(own.fingerprint.length, other.fingerprint.length);
      if (common < LEAST_LIKENESS * shorter || !isElsewhere(article, there)) continue;
      alike.push({ article: there, likeness: common / shorter });
    }
    return alike.sort((a, b) => b.likeness - a.likeness);
  }

  return {
    async of(id) {
      await load();
      return find(id);
    },
    has(id) {
      void load();
      return loaded && find(id).length > 0;
    },
    async learn(entries) {
      await keep(entries).catch((error: unknown) =>
        ports.log.warn(`Fingerprints can't be kept: ${String(error)}`),
      );
    },
    async close() {
      closed = true;
      await loading;
      await writes.settled();
    },
  };
}

function packedOf(text: string): string {
  return packFingerprint(fingerprintOf(text));
}

/** Likeness inside one file is legitimate, and so is that of an article with its own past. */
function isElsewhere(article: Article, other: Article): boolean {
  if (other.trashed !== null) return false;
  const sources = new Set([article.sourceId, ...article.earlier.map(({ sourceId }) => sourceId)]);
  return ![other, ...other.earlier].some(({ sourceId }) => sources.has(sourceId));
}

async function readLines(path: string): Promise<string[]> {
  try {
    return (await readFile(path, 'latin1')).split('\n');
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
