/** The commands of the highlight colours, in the order of their keys. */
export const HIGHLIGHT_COMMANDS = [
  'highlight.1',
  'highlight.2',
  'highlight.3',
  'highlight.4',
  'highlight.5',
  'highlight.6',
  'highlight.7',
  'highlight.8',
] as const;
