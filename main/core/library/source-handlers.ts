import type { AreaHandlers, Core } from '../core.ts';
import { isKnownEncoding } from '../importers/decode.ts';
import { decodeLines } from '../importers/decode-lines.ts';

export function sourceHandlers({ library }: Core): AreaHandlers<'sources'> {
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
    const { encoding } = library.sources.require(id);
    const known = isKnownEncoding(encoding) ? encoding : 'utf-8';
    return decodeLines(await library.sources.bytes(id), known).lines;
  }

  return {
    /** 1-based and inclusive; what lies outside the source is left out. */
    'sources.lines': async ({ id, startLine, endLine }) => {
      const lines = await linesOf(id);
      return { total: lines.length, lines: lines.slice(Math.max(0, startLine - 1), endLine) };
    },
  };
}
