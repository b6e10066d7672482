/** A line of tags: what Lectern took away goes, what it added comes, the user's own stay. */
export function mergeWords(text: string, last: string, now: string): string {
  const before = new Set(words(last));
  const after = words(now);
  const gone = new Set([...before].filter((word) => !after.includes(word)));
  const there = new Set(words(text));
  const added = after.filter((word) => !before.has(word) && !there.has(word));
  const kept = gone.size === 0 ? text : withoutWords(text, gone);
  return [kept, ...added].filter((each) => each !== '').join(' ');
}

function words(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}

function withoutWords(text: string, gone: ReadonlySet<string>): string {
  return text.replaceAll(/\S+\s*/gu, (word) => (gone.has(word.trim()) ? '' : word)).trimEnd();
}
