/** The texts that an article has and had. */
import type { ArticleVersion } from '../../shared/contract/versions.ts';
import type { Article } from '../../shared/entities.ts';
import { LecternError } from '../../shared/errors.ts';
import { countChangedWords, wordDiff } from '../../shared/text/word-diff.ts';
import type { Core, Handlers } from '../core.ts';
import { comparableText } from './comparable-text.ts';
import type { Library } from './library.ts';
import { phrase } from '../../shared/messages/phrase.ts';

type VersionMethods =
  'articles.versions' | 'articles.version' | 'articles.compare' | 'articles.similar';

export function versionHandlers({ library, similar }: Core): Pick<Handlers, VersionMethods> {
  const { articles } = library;

  function require(id: string, wanted: number): ArticleVersion {
    const found = versionsOf(articles.require(id), library).find(
      ({ version }) => version === wanted,
    );
    if (found === undefined) {
      throw new LecternError('not_found', phrase('error.noVersion', { version: wanted, id }));
    }
    return found;
  }

  async function textOf(id: string, { version, title }: ArticleVersion): Promise<string> {
    return comparableText(title, await articles.markdown(id, version));
  }

  return {
    'articles.versions': ({ id }) => ({ versions: versionsOf(articles.require(id), library) }),

    'articles.version': async ({ id, version }) => ({
      version: require(id, version),
      markdown: await articles.markdown(id, version),
    }),

    'articles.similar': async ({ id }) => {
      const alike = await similar.of(articles.require(id).id);
      return {
        articles: alike.map(({ article, likeness }) => ({
          id: article.id,
          title: article.title,
          sourceName: library.sources.get(article.sourceId)?.name ?? null,
          likeness,
        })),
      };
    },

    'articles.compare': async ({ id, before, after }) => {
      const [old, now] = [require(id, before), require(id, after)];
      const segments = wordDiff(await textOf(id, old), await textOf(id, now));
      return { before: old, after: now, segments, ...countChangedWords(segments) };
    },
  };
}

/** Newest first. */
export function versionsOf(article: Article, { sources }: Library): ArticleVersion[] {
  const texts = [...article.earlier, article];
  return texts
    .map(({ version, title, sourceId, startLine, endLine, truncated, words }, at) => ({
      version,
      title,
      sourceId,
      startLine,
      endLine,
      truncated,
      words,
      sourceName: sources.get(sourceId)?.name ?? null,
      arrived: article.earlier[at - 1]?.replaced ?? article.added,
    }))
    .reverse();
}
