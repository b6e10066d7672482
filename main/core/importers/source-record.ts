import type { Source } from '../../shared/entities.ts';
import type { SourceHead } from './import-messages.ts';

/** What the library keeps of a source beside its bytes; `imported` is a time in ISO 8601. */
export function sourceOf(head: SourceHead, imported: string): Source {
  return {
    id: head.sha256,
    name: head.name,
    path: head.path,
    bytes: head.bytes,
    format: head.format,
    encoding: head.encoding,
    lines: head.lines,
    layout: head.layout,
    unassigned: head.unassigned.map(({ startLine, endLine }) => ({ startLine, endLine })),
    imported,
  };
}
