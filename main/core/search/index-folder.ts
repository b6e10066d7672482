/**
 * The index on disk: segment files, which never change, and `manifest.json`, which names those in
 * use and what of them is dead. Replacing the manifest is what commits a change; files it doesn't
 * name are left-overs and are deleted. All of it can be deleted: what can't be read is taken as not
 * indexed.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { isTemporaryName, writeDurably } from '../library/durable-file.ts';
import { ANALYSIS_VERSION } from './analysis.ts';
import { liveSegment, type LiveSegment } from './live-segment.ts';
import { fromBytes, toBytes } from './segment-file.ts';
import type { Segment } from './segment.ts';

export interface IndexFolder {
  /** Never throws: an index that is missing, stale or damaged is empty, or what is whole of it. */
  load(): Promise<LiveSegment[]>;
  saveSegment(name: string, segment: Segment): Promise<void>;
  saveManifest(segments: readonly LiveSegment[]): Promise<void>;
  deleteSegments(names: readonly string[]): Promise<void>;
}

const FORMAT_VERSION = 1;
const MANIFEST = 'manifest.json';
const SEGMENT_FILE = /^segment-\d+\.bin$/;

const contentsShape = z.object({
  format: z.literal(FORMAT_VERSION),
  analysis: z.literal(ANALYSIS_VERSION),
  /** `dead`: a bit for each document, base64. */
  segments: z.array(z.object({ name: z.string().regex(SEGMENT_FILE), dead: z.base64() })),
});
type Contents = z.infer<typeof contentsShape>;
const manifestShape = z.object({ sha256: z.string(), contents: z.string() });

export function segmentName(number: number): string {
  return `segment-${number}.bin`;
}

/** The number after all that were given out. */
export function nextNumber(segments: readonly LiveSegment[]): number {
  const numbers = segments.map(({ name }) => Number(name.replace(/\D/g, '')));
  return Math.max(0, ...numbers) + 1;
}

export function openIndexFolder(folder: string): IndexFolder {
  async function load(): Promise<LiveSegment[]> {
    const contents = await readManifest(join(folder, MANIFEST));
    const loaded: LiveSegment[] = [];
    for (const { name, dead } of contents?.segments ?? []) {
      const segment = await readSegment(join(folder, name));
      const marks = segment && unpackBits(dead, segment.ids.length);
      if (segment && marks) loaded.push(liveSegment(name, segment, marks));
    }
    await deleteAllBut(loaded);
    return loaded;
  }

  async function deleteAllBut(kept: readonly LiveSegment[]): Promise<void> {
    const names = new Set(kept.map(({ name }) => name));
    const present = await readdir(folder).catch(() => []);
    await deleteSegments(present.filter((name) => isLeftOver(name) && !names.has(name)));
  }

  async function saveSegment(name: string, segment: Segment): Promise<void> {
    await writeDurably(join(folder, name), toBytes(segment));
  }

  async function saveManifest(segments: readonly LiveSegment[]): Promise<void> {
    const contents = JSON.stringify({
      format: FORMAT_VERSION,
      analysis: ANALYSIS_VERSION,
      segments: segments.map(({ name, dead }) => ({ name, dead: packBits(dead) })),
    } satisfies Contents);
    const manifest = { sha256: sha256(contents), contents };
    await writeDurably(join(folder, MANIFEST), JSON.stringify(manifest));
  }

  async function deleteSegments(names: readonly string[]): Promise<void> {
    // One that can't be deleted now is a left-over, tried again at the next start.
    await Promise.all(names.map((name) => rm(join(folder, name), { force: true }).catch(() => {})));
  }

  return { load, saveSegment, saveManifest, deleteSegments };
}

/** For an index in memory only. */
export function noFolder(): IndexFolder {
  const nothing = async (): Promise<void> => {};
  return {
    load: async () => [],
    saveSegment: nothing,
    saveManifest: nothing,
    deleteSegments: nothing,
  };
}

function isLeftOver(name: string): boolean {
  return SEGMENT_FILE.test(name) || isTemporaryName(name);
}

async function readManifest(path: string): Promise<Contents | null> {
  try {
    const manifest = manifestShape.parse(JSON.parse(await readFile(path, 'utf8')));
    if (manifest.sha256 !== sha256(manifest.contents)) return null;
    return contentsShape.parse(JSON.parse(manifest.contents));
  } catch {
    return null;
  }
}

async function readSegment(path: string): Promise<Segment | null> {
  try {
    return fromBytes(await readFile(path));
  } catch {
    return null;
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function packBits(marks: Uint8Array): string {
  const bytes = Buffer.alloc(Math.ceil(marks.length / 8));
  for (const [at, mark] of marks.entries()) {
    if (mark === 1) bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (1 << (at & 7));
  }
  return bytes.toString('base64');
}

/** Null when it isn't for that many documents. */
function unpackBits(packed: string, length: number): Uint8Array | null {
  const bytes = Buffer.from(packed, 'base64');
  if (bytes.length !== Math.ceil(length / 8)) return null;
  return Uint8Array.from({ length }, (_, at) => ((bytes[at >> 3] ?? 0) >> (at & 7)) & 1);
}
