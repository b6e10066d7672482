import { decodeLines } from '../importers/decode-lines.ts';
import { isKnownEncoding } from '../importers/decode.ts';
import type { Library } from './library.ts';

/** 1-based and inclusive; what lies outside the source is left out. */
export type SourceLines = (
  id: string,
  startLine: number,
  endLine: number,
) => Promise<{ total: number; lines: string[] }>;

export function openSourceLines({ sources }: Pick<Library, 'sources'>): SourceLines {
  /** The source that was asked for last: people page through one. */
  let last: { id: string; lines: Promise<string[]> } | null = null;

  function linesOf(id: string): Promise<string[]> {
    if (last?.id === id) return last.lines;
    const lines = readLines(id);
    last = { id, lines };
    lines.catch(() => {
      if (last?.lines === lines) last = null;
    });
    return lines;
  }

  async function readLines(id: string): Promise<string[]> {
    const { encoding } = sources.require(id);
    const known = isKnownEncoding(encoding) ? encoding : 'utf-8';
    return decodeLines(await sources.bytes(id), known).lines;
  }

  return async (id, startLine, endLine) => {
    const lines = await linesOf(id);
    return { total: lines.length, lines: lines.slice(Math.max(0, startLine - 1), endLine) };
  };
}
