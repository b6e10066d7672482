import iconv from 'iconv-lite';
import type { AreaHandlers, Core } from '../core.ts';
import { splitLines } from '../importers/lines.ts';

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
    return splitLines(decode(await library.sources.bytes(id), encoding));
  }

  return {
    /** 1-based and inclusive; what lies outside the source is left out. */
    'sources.lines': async ({ id, startLine, endLine }) => {
      const lines = await linesOf(id);
      return { total: lines.length, lines: lines.slice(Math.max(0, startLine - 1), endLine) };
    },
  };
}

/** Without the byte order mark. */
function decode(bytes: Uint8Array, encoding: string): string {
  const known = iconv.encodingExists(encoding) ? encoding : 'utf-8';
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), known);
}
