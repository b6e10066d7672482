import type { AreaHandlers, Core } from '../core.ts';

export function sourceHandlers({ sourceLines }: Core): AreaHandlers<'sources'> {
  return {
    'sources.lines': ({ id, startLine, endLine }) => sourceLines(id, startLine, endLine),
  };
}
