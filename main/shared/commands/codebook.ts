import type { CommandRow } from './row.ts';

/** On the tag that is chosen in the codebook. */
export const CODEBOOK_COMMANDS = [
  { id: 'tag.new', keys: ['a'], scope: 'codebook' },
  { id: 'tag.rename', keys: ['F2'], scope: 'codebook' },
  { id: 'tag.move', keys: ['w'], scope: 'codebook' },
  { id: 'tag.merge', keys: ['g'], scope: 'codebook' },
  { id: 'tag.delete' },
] as const satisfies readonly CommandRow[];
