/** Passages as texts that can be pasted elsewhere, one after the other. Pure functions. */
import type { ListedNote } from '../../../../main/shared/contract/notes.ts';
import { withoutLinks } from '../../../../main/shared/note-links.ts';

export type CitationForm = 'quote' | 'markdown' | 'plain';

/** `dateOf` writes a date of publication for people. */
export function toCitations(
  notes: readonly ListedNote[],
  form: CitationForm,
  dateOf: (published: string) => string,
): string {
  const write = { quote: toQuote, markdown: toMarkdown, plain: toPlain }[form];
  return notes.map((note) => write(note, dateOf)).join('\n\n');
}

/** `“…” — Title, Source, date` */
function toQuote(note: ListedNote, dateOf: (published: string) => string): string {
  return `“${onOneLine(exactOf(note))}” — ${referenceOf(note, dateOf)}`;
}

function toMarkdown(note: ListedNote, dateOf: (published: string) => string): string {
  const quoted = exactOf(note)
    .split('\n')
    .map((line) => `> ${escapeMarkdown(line)}`.trimEnd())
    .join('\n');
  const reference = `> — ${escapeMarkdown(referenceOf(note, dateOf))}`;
  const own = withoutLinks(note.annotation.note).trim();
  return [`${quoted}\n>\n${reference}`, ...(own === '' ? [] : [own])].join('\n\n');
}

function toPlain(note: ListedNote, dateOf: (published: string) => string): string {
  const own = withoutLinks(note.annotation.note).trim();
  return [exactOf(note), referenceOf(note, dateOf), ...(own === '' ? [] : [own])].join('\n');
}

function exactOf({ annotation }: ListedNote): string {
  return annotation.target.quote.exact;
}

function referenceOf(
  { article, sourceName }: ListedNote,
  dateOf: (published: string) => string,
): string {
  const date = article.published === null ? '' : dateOf(article.published);
  return [article.title, article.origin ?? sourceName, date].filter(Boolean).join(', ');
}

function onOneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}

/** What Markdown would take for marks; at the head of a line also lists, headings and quotes. */
function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/[\\`*_[\]<]/g, String.raw`\$&`)
    .replace(/^(\s*)([#>+-])/, String.raw`$1\$2`)
    .replace(/^(\s*\d+)([.)])/, String.raw`$1\$2`);
}
