/** Most lines have none: nothing needs to be looked for. */
export function hasColon(text: string): boolean {
  return text.includes(':') || text.includes('：');
}
