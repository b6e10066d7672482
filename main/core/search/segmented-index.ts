/**
 * The index that the worker serves: a log-structured set of segments. Changes run one after
 * another; each builds the next list of segments, puts it on disk and only then makes it the
 * current one, so that a failed change changes nothing and queries always see a whole state. A
 * document that is replaced or removed is marked dead in its segment; small and worn segments are
 * merged in the background. Long work pauses often, so that queries are answered meanwhile.
 */
import { nextNumber, segmentName, type IndexFolder } from './index-folder.ts';
import { liveSegment, revisionsOf, withoutIds, type LiveSegment } from './live-segment.ts';
import { planQuery } from './query-plan.ts';
import { corpusOf, search } from './ranking.ts';
import type { SearchIndex } from './search-index.ts';
import { mergeSegments, segmentsToMerge } from './segment-merge.ts';
import { addToDraft, emptyDraft, toSegment, type SegmentDraft } from './segment.ts';

/** Milliseconds of work between pauses. */
const SLICE = 8;
/** Documents; sealing a draft can't pause, and takes 0.1 ms a document. */
const LARGEST_DRAFT = 250;

/** `loaded` is what the folder holds. */
export function createSegmentedIndex(folder: IndexFolder, loaded: LiveSegment[]): SearchIndex {
  let corpus = corpusOf(loaded);
  let next = nextNumber(loaded);
  let changes: Promise<unknown> = Promise.resolve();
  let merging: Promise<void> | null = null;
  let isClosing = false;

  function change(step: () => Promise<void>): Promise<void> {
    const done = changes.then(step);
    changes = done.catch(() => {});
    return done;
  }

  async function commit(segments: readonly LiveSegment[]): Promise<void> {
    await folder.saveManifest(segments);
    const kept = new Set(segments.map(({ name }) => name));
    const dropped = corpus.segments.filter(({ name }) => !kept.has(name));
    corpus = corpusOf(segments);
    await folder.deleteSegments(dropped.map(({ name }) => name));
  }

  async function addNow(documents: Parameters<SearchIndex['add']>[0]): Promise<void> {
    // The last of several with one id counts.
    const byId = new Map(documents.map((document) => [document.id, document]));
    if (byId.size === 0) return;
    const pause = createPause();
    const added: LiveSegment[] = [];
    let draft = emptyDraft();
    for (const document of byId.values()) {
      addToDraft(draft, document);
      await pause();
      if (draft.ids.length < LARGEST_DRAFT) continue;
      added.push(await sealed(draft));
      draft = emptyDraft();
    }
    if (draft.ids.length > 0) added.push(await sealed(draft));
    await commit([...withoutIds(corpus.segments, new Set(byId.keys())), ...added]);
    mergeInBackground();
  }

  async function sealed(draft: SegmentDraft): Promise<LiveSegment> {
    const name = segmentName(next++);
    const segment = toSegment(draft);
    await folder.saveSegment(name, segment);
    return liveSegment(name, segment);
  }

  async function removeNow(ids: readonly string[]): Promise<void> {
    const remaining = withoutIds(corpus.segments, new Set(ids));
    const isChanged =
      remaining.length !== corpus.segments.length ||
      remaining.some((live, at) => live !== corpus.segments[at]);
    if (!isChanged) return;
    await commit(remaining);
    mergeInBackground();
  }

  function mergeInBackground(): void {
    merging ??= mergeAll()
      // The index is right without the merge, which is tried again after the next change.
      .catch(() => {})
      .finally(() => (merging = null));
  }

  async function mergeAll(): Promise<void> {
    const pause = createPause();
    for (;;) {
      const sources = segmentsToMerge(corpus.segments);
      if (sources.length === 0 || isClosing) return;
      const merged = await mergeSegments(sources, pause);
      if (isClosing) return;
      await change(() => replace(sources, segmentName(next++), merged));
    }
  }

  async function replace(
    sources: readonly LiveSegment[],
    name: string,
    merged: LiveSegment['segment'],
  ): Promise<void> {
    await folder.saveSegment(name, merged);
    const names = new Set(sources.map((source) => source.name));
    const current = corpus.segments.filter((live) => names.has(live.name));
    const others = corpus.segments.filter((live) => !names.has(live.name));
    // What was removed while merging.
    const alive = new Set(Object.keys(revisionsOf(current)));
    const dead = Uint8Array.from(merged.ids, (id) => (alive.has(id) ? 0 : 1));
    const result = liveSegment(name, merged, dead);
    await commit(result.liveCount > 0 ? [...others, result] : others);
  }

  return {
    revisions: () => changes.then(() => revisionsOf(corpus.segments)),
    add: (documents) => change(() => addNow(documents)),
    remove: (ids) => change(() => removeNow(ids)),
    query: async (request) => {
      const page = { limit: request.limit, offset: request.offset ?? 0 };
      return search(corpus, planQuery(request), page);
    },
    close: async () => {
      isClosing = true;
      await merging;
      await changes;
    },
  };
}

/** Lets waiting messages in when a slice of time is used up. */
function createPause(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < SLICE) return;
    await new Promise((resolve) => setImmediate(resolve));
    since = performance.now();
  };
}
