/**
 * An article on disk: YAML front matter for people and other programs, then the Markdown body. The
 * front matter says what the import knew and is never read back: the catalogue has it. The body is
 * read from the file every time, so that an edit by hand counts.
 */
import { parse, stringify } from 'yaml';
import type { Article } from '../../shared/entities.ts';
import { phrase, type Phrase } from '../../shared/messages/phrase.ts';

const FRONT_MATTER = /^---\n([\s\S]*?\n)---(?:\n\n?|$)/;

/** `sourceName` is the name of the imported file, where it is known. */
export function toArticleFile(
  article: Article,
  sourceName: string | null,
  markdown: string,
): string {
  const fields = {
    id: article.id,
    title: article.title,
    author: article.byline,
    origin: article.origin,
    url: article.url,
    lang: article.lang,
    published: article.published,
    dateline: article.dateline,
    source: sourceName,
    sourceId: article.sourceId,
    lines:
      article.startLine === null
        ? null
        : `${article.startLine}-${article.endLine ?? article.startLine}`,
    truncated: article.truncated || null,
    parent: article.parentId,
    version: article.version,
  };
  const known = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
  return `---\n${stringify(known, { lineWidth: 0 })}---\n\n${markdown}`;
}

/** The Markdown body, with line feeds for any line ends. Front matter of another kind belongs to it. */
export function fromArticleFile(id: string, file: string): string {
  const text = withLineFeeds(file);
  const match = FRONT_MATTER.exec(text);
  if (match === null || !isOurs(id, match[1] ?? '')) return text;
  return text.slice(match[0].length);
}

/** What is wrong with our front matter, in words; null when nothing is, or when it was taken out. */
export function frontMatterProblem(id: string, file: string): Phrase | null {
  const yaml = FRONT_MATTER.exec(withLineFeeds(file))?.[1];
  if (yaml === undefined || !isOurs(id, yaml)) return null;
  try {
    parse(yaml);
    return null;
  } catch (error) {
    return phrase('damage.frontMatter', { error: firstLine(error) });
  }
}

function withLineFeeds(file: string): string {
  return file.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}

function firstLine(error: unknown): string {
  const [line] = (error instanceof Error ? error.message : String(error)).split('\n');
  return line ?? '';
}

/** By the line of the id alone, so that a slip of the hand elsewhere doesn't put YAML into the text. */
function isOurs(id: string, frontMatter: string): boolean {
  return frontMatter.split('\n').some((line) => {
    const value = /^id:\s*(["']?)([^"']*)\1\s*$/.exec(line)?.[2];
    return value === id;
  });
}
