import type { CommandRow } from './row.ts';

/** What is done while an import is under review. */
export const REVIEW_COMMANDS = [
  { id: 'import.commit', keys: ['Mod+Enter'], scope: 'review' },
  { id: 'review.split', keys: ['s'], scope: 'review' },
  { id: 'review.merge', keys: ['Backspace'], scope: 'review' },
  { id: 'review.section', keys: ['Shift+S'], scope: 'review' },
  { id: 'review.rename', keys: ['r'], scope: 'review' },
  { id: 'review.earlier', keys: ['Shift+Up'], scope: 'review' },
  { id: 'review.later', keys: ['Shift+Down'], scope: 'review' },
  { id: 'review.leaveOut', keys: ['o'], scope: 'review' },
  { id: 'review.dropLine', keys: ['d'], scope: 'review' },
  { id: 'review.keepRule', keys: ['Shift+R'], scope: 'review' },
  { id: 'review.nextUnsure', keys: ['q'], scope: 'review' },
  { id: 'review.nextUnassigned', keys: ['Shift+Q'], scope: 'review' },
  { id: 'review.nextSource', keys: ['Shift+J'], scope: 'review' },
  { id: 'review.previousSource', keys: ['Shift+K'], scope: 'review' },
] as const satisfies readonly CommandRow[];
