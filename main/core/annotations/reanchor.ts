/**
 * Keeps the stored anchors true to the texts as they are now. The anchors of an article are
 * computed again when its text is another than at the last time; only those that differ are stored.
 */
import type { Anchor, Annotation } from '../../shared/entities.ts';
import { LecternError } from '../../shared/errors.ts';
import type { EventMessage } from '../../shared/events.ts';
import { anchorIn, unlessOrphaned } from '../../shared/text/anchor.ts';
import type { Core } from '../core.ts';
import { mapBounded } from '../library/map-bounded.ts';
import type { TextNow } from '../library/reading-texts.ts';
import { takingTurns } from '../taking-turns.ts';

export interface Anchoring {
  /** The annotations of one article, whose text is read. @throws LecternError unreadable */
  ofArticle(articleId: string): Promise<Annotation[]>;
  /**
   * For many articles: reads only texts of which an import has brought another version. An edit by
   * hand counts from when the article is opened.
   */
  freshen(annotations: readonly Annotation[]): Promise<Annotation[]>;
}

interface Done {
  version: number;
  /** SHA-256 of the Markdown. */
  hash: string;
}

const TEXTS_AT_ONCE = 8;

export function openAnchoring({
  library,
  texts,
  emit,
}: Pick<Core, 'library' | 'texts' | 'emit'>): Anchoring {
  const done = new Map<string, Done>();
  /** What is under way, by article and text: others who ask wait for the same. */
  const running = new Map<string, Promise<Annotation[]>>();

  async function ofArticle(articleId: string): Promise<Annotation[]> {
    const stored = await library.annotations.ofArticle(articleId);
    if (stored.length === 0) return stored;
    const now = await textNow(articleId);
    if (now === null) return stored;
    const { version } = library.articles.require(articleId);
    const { hash } = now;
    if (done.get(articleId)?.hash === hash) return library.annotations.ofArticle(articleId);
    const key = `${articleId} ${hash}`;
    const under =
      running.get(key) ?? anchorAgain(articleId, now).finally(() => running.delete(key));
    running.set(key, under);
    const annotations = await under;
    if (library.readOnly) return annotations;
    done.set(articleId, { version, hash });
    // With those that were made meanwhile.
    return library.annotations.ofArticle(articleId);
  }

  /** Null for a text that is gone: its notes must still be there to read and export. */
  async function textNow(articleId: string): Promise<TextNow | null> {
    try {
      return await texts.now(articleId);
    } catch (error) {
      if (error instanceof LecternError && error.code === 'damaged') return null;
      throw error;
    }
  }

  async function anchorAgain(articleId: string, now: TextNow): Promise<Annotation[]> {
    const find = anchorIn(await now.text());
    const stored = await library.annotations.ofArticle(articleId);
    const anchored: Annotation[] = [];
    const turn = takingTurns();
    for (const annotation of stored) {
      await turn();
      const anchor = unlessOrphaned(find(annotation.target), annotation.orphaned);
      anchored.push(sameAnchor(anchor, annotation.anchor) ? annotation : { ...annotation, anchor });
    }
    const changed = anchored.filter((annotation, index) => annotation !== stored[index]);
    if (library.readOnly || changed.length === 0) return anchored;
    await store(articleId, changed);
    emit('annotations.changed', { articleId });
    return anchored;
  }

  /** Unless the annotation was given another target, or deleted, in the meantime. */
  async function store(articleId: string, changed: readonly Annotation[]): Promise<void> {
    const anchored = new Map(changed.map((annotation) => [annotation.id, annotation]));
    const present = await library.annotations.ofArticle(articleId);
    const ids = present.flatMap(({ id }) => (anchored.has(id) ? [id] : []));
    await library.annotations.changeMany(ids, (now) => {
      const again = anchored.get(now.id);
      return again?.target === now.target ? { ...now, anchor: again.anchor } : now;
    });
  }

  async function freshen(annotations: readonly Annotation[]): Promise<Annotation[]> {
    const stale = new Set(annotations.filter(isStale).map(({ articleId }) => articleId));
    if (stale.size === 0) return [...annotations];
    const fresh = await mapBounded(stale, TEXTS_AT_ONCE, ofArticle);
    const byId = new Map(fresh.flat().map((annotation) => [annotation.id, annotation]));
    return annotations.map((annotation) => byId.get(annotation.id) ?? annotation);
  }

  function isStale({ articleId, target }: Annotation): boolean {
    const version = library.articles.get(articleId)?.version;
    return (
      version !== undefined &&
      version !== target.version &&
      version !== done.get(articleId)?.version
    );
  }

  return { ofArticle, freshen };
}

/** Anchors anew what an import has brought another text for, as soon as it is there. */
export function followTexts(
  { library }: Pick<Core, 'library'>,
  anchoring: Anchoring,
): (event: EventMessage) => void {
  return (event) => {
    if (event.name !== 'articles.changed' || library.readOnly) return;
    const changed = event.payload.ids.filter((id) => (library.articles.get(id)?.version ?? 1) > 1);
    void mapBounded(changed, TEXTS_AT_ONCE, async (id) => {
      // Those that can't be read are told when they are asked for.
      await library.annotations
        .ofArticle(id)
        .then((annotations) => anchoring.freshen(annotations))
        .catch(() => undefined);
    });
  };
}

function sameAnchor(a: Anchor, b: Anchor): boolean {
  return (
    a.method === b.method &&
    a.score === b.score &&
    a.range?.start === b.range?.start &&
    a.range?.end === b.range?.end
  );
}
