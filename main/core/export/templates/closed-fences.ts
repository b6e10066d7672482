/**
 * A note with its last block of code closed: one that is left open, as notes are while they are written,
 * would take all passages below it for code.
 */
export function withFencesClosed(note: string): string {
  let fence: string | null = null;
  for (const line of note.split('\n')) {
    const [, mark = null, rest = ''] = /^\s{0,3}(`{3,}|~{3,})(.*)$/u.exec(line) ?? [];
    if (mark === null) continue;
    if (fence === null) fence = mark.startsWith('`') && rest.includes('`') ? null : mark;
    else if (mark.startsWith(fence) && rest.trim() === '') fence = null;
  }
  return fence === null ? note : `${note}\n${fence}`;
}
