/** Where the words of a passage are from: the file that the text came in when it was highlighted. */
import type { MethodOutput, ParsedInput } from '../../shared/contract.ts';
import type { Core } from '../core.ts';
import { versionsOf } from '../library/version-handlers.ts';
import { linesOfQuote } from './quote-lines.ts';

export async function provenanceOf(
  { library, sourceLines }: Pick<Core, 'library' | 'sourceLines'>,
  { id }: ParsedInput<'notes.provenance'>,
): Promise<MethodOutput<'notes.provenance'>> {
  const { articleId, target } = await library.annotations.require(id);
  const versions = versionsOf(library.articles.require(articleId), library);
  const [present] = versions;
  const text = versions.find(({ version }) => version === target.version) ?? present;
  if (text === undefined) throw new Error(`Article ${articleId} has no version`);
  const { version, sourceId, startLine, endLine, arrived } = text;
  const source = library.sources.get(sourceId);
  const article = startLine === null || endLine === null ? null : { startLine, endLine };
  const read = async () => {
    if (source === undefined) return null;
    const { startLine: from, endLine: to } = article ?? { startLine: 1, endLine: source.lines };
    const { lines } = await sourceLines(sourceId, from, to);
    return linesOfQuote(lines, from, target.quote);
  };
  return {
    sourceId,
    source:
      source === undefined ? null : { name: source.name, path: source.path, lines: source.lines },
    version,
    versions: present?.version ?? version,
    arrived,
    article,
    passage: await read(),
  };
}
