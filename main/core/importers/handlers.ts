import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportPlan, ImportResult, ParsedInput } from '../../shared/contract.ts';
import { LecternError } from '../../shared/errors.ts';
import type { AreaHandlers, Core } from '../core.ts';
import { temporaryFolder } from '../library/library-paths.ts';
import { SerialQueue } from '../library/serial-queue.ts';
import { commitDraft } from './commit.ts';
import { isKnownEncoding } from './decode.ts';
import { draftImport, toImportPlan, type Draft } from './draft.ts';
import { knownOfLibrary } from './known-articles.ts';
import { addGuideNotes, type Annotate } from './guide-notes.ts';
import { KeptTexts } from './kept-texts.ts';
import { keepPastedText, type PastedText } from './pasted-text.ts';
import { createPlanStore } from './plan-store.ts';
import { readFiles } from './planner.ts';
import { createReviews } from './revise/review-handlers.ts';
import { reviewed } from './revise/reviewed.ts';
import { takingTurns, type Turns } from './turns.ts';
import type { VerdictSources } from './verdict.ts';
import { phrase } from '../../shared/messages/phrase.ts';

/** Milliseconds between two reports of progress. */
const LEAST_WAIT = 100;
const SAMPLE = 'sample-dump.txt';

type PlanInput = ParsedInput<'imports.plan'>;
const AS_USUAL = { comments: false, encodings: {}, rules: true };

export interface Imports {
  handlers: AreaHandlers<'imports'> & Pick<AreaHandlers<'rules'>, 'rules.suggest'>;
  /** Forgets the plans that were not committed. */
  close(): Promise<void>;
}

/** Two steps: a plan says what would be added and writes nothing, its commit writes. */
export function openImports(core: Core, annotate: Annotate): Imports {
  const { library, ports } = core;
  const plans = createPlanStore();
  const known = knownOfLibrary(library.articles);
  // Who only reads writes nothing into the library.
  const temporary = library.readOnly ? tmpdir() : temporaryFolder(library.folder);
  const pasted = new Map<string, PastedText>();
  /** Plans of the sample for an empty library: its guide comes with notes in it. */
  const guides = new Set<string>();
  /** One after another: each must see what the one before has added. */
  const commits = new SerialQueue();
  const jobs = new Map<string, AbortController>();

  function judging(turns: Turns): VerdictSources {
    return {
      turns,
      known: known(),
      isHere: () => false,
      encodingOf: (sourceId) => library.sources.get(sourceId)?.encoding,
      markdown: (articleId) => library.articles.markdown(articleId),
    };
  }

  const reviews = createReviews(plans, {
    judging,
    nextId: () => ports.ids.next(),
    rules: () => library.rules.all(),
  });

  async function asJob<T>(jobId: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (jobs.has(jobId))
      throw new LecternError('bad_input', phrase('error.jobRuns', { job: jobId }));
    const controller = new AbortController();
    jobs.set(jobId, controller);
    try {
      return await work(controller.signal);
    } finally {
      jobs.delete(jobId);
    }
  }

  function plan(
    { jobId: givenJobId, rules, ...asked }: PlanInput,
    text: PastedText | null = null,
  ): Promise<ImportPlan> {
    assertEncodings(asked.encodings);
    const id = ports.ids.next();
    const jobId = givenJobId ?? id;
    return asJob(jobId, async (signal) => {
      const texts = await KeptTexts.open(temporary);
      const draft = await drafted(texts).catch(async (error: unknown) => {
        await texts.close();
        throw error;
      });
      if (text !== null) pasted.set(id, text);
      const dropped = plans.keep(draft);
      if (dropped !== null) await forget(dropped);
      return toImportPlan(draft);

      async function drafted(kept: KeptTexts): Promise<Draft> {
        const files = await readFiles({
          spawn: () => ports.spawn('import'),
          request: { ...asked, except: library.folder },
          texts: kept,
          onProgress: (progress) =>
            core.emit('imports.progressed', { jobId, phase: 'reading', ...progress }),
          signal,
        });
        const compared = progressOf(jobId, 'comparing');
        const turns = takingTurns(signal);
        const nextId = () => ports.ids.next();
        const found = await draftImport(id, files, kept, judging(turns), nextId, compared);
        if (rules) await reviews.applyRules(found, turns);
        return found;
      }
    });
  }

  /** Of articles. At the most some a second: twenty thousand small files are as many steps. */
  function progressOf(jobId: string, phase: 'comparing' | 'writing') {
    let told = Number.NEGATIVE_INFINITY;
    return (done: number, total: number, bytes = 0, totalBytes = 0) => {
      const now = performance.now();
      if (now - told < LEAST_WAIT && done < total) return;
      told = now;
      core.emit('imports.progressed', { jobId, phase, done, total, bytes, totalBytes, path: null });
    };
  }

  async function commit(planId: string, leaveOut: readonly string[]): Promise<ImportResult> {
    if (library.readOnly) {
      throw new LecternError('read_only', phrase('error.readOnly'));
    }
    const planned = plans.take(planId);
    return commitPlanned(planned, leaveOut).finally(() => forget(planned));
  }

  async function commitPlanned(planned: Draft, leaveOut: readonly string[]): Promise<ImportResult> {
    const planId = planned.id;
    const { draft, leftOut } = reviewed(planned, leaveOut);
    const { result, changedIds, tagsMade, error } = await asJob(planId, (signal) =>
      commits.run(() =>
        commitDraft(core, draft, known, {
          leaveOut: leftOut,
          onProgress: progressOf(planId, 'writing'),
          signal,
        }),
      ),
    );
    if (tagsMade > 0) core.emit('tags.changed', {});
    if (changedIds.length > 0) core.emit('articles.changed', { ids: changedIds });
    if (error !== null) throw error;
    const [guide] = result.articleIds;
    if (guides.has(planId) && guide !== undefined) await annotateGuide(guide);
    return result;
  }

  /** Without its notes the guide is still one. */
  async function annotateGuide(articleId: string): Promise<void> {
    await addGuideNotes(ports.paths.resources, articleId, annotate).catch((error: unknown) =>
      ports.log.warn('The guide could not be annotated', { error: String(error) }),
    );
  }

  async function planSample(): Promise<ImportPlan> {
    const isFirst = [...library.sources.all()].length === 0;
    const sample = await plan({ paths: [join(ports.paths.resources, SAMPLE)], ...AS_USUAL });
    if (isFirst) guides.add(sample.id);
    return sample;
  }

  async function planText(text: string, name: string): Promise<ImportPlan> {
    const kept = await keepPastedText(text, name);
    try {
      return await plan({ paths: [kept.path], ...AS_USUAL }, kept);
    } catch (error) {
      await kept.remove();
      throw error;
    }
  }

  /** The plan is done with. */
  async function forget({ id, texts }: Draft): Promise<void> {
    await texts.close();
    await pasted.get(id)?.remove();
    pasted.delete(id);
    guides.delete(id);
  }

  const handlers: Imports['handlers'] = {
    ...reviews.handlers,
    'rules.suggest': ({ planId, source }) => reviews.suggest(planId, source),
    'imports.plan': (asked) => plan(asked),
    'imports.planSample': planSample,
    'imports.planText': ({ text, name }) => planText(text, name),
    'imports.commit': ({ planId, leaveOut }) => commit(planId, leaveOut),
    'imports.discard': async ({ planId }) => {
      await forget(plans.take(planId));
      return {};
    },
    'imports.cancel': ({ jobId }) => {
      jobs.get(jobId)?.abort();
      return {};
    },
  };
  return {
    handlers,
    async close() {
      for (const draft of plans.takeAll()) await forget(draft);
    },
  };
}

/** @throws LecternError bad_input */
function assertEncodings(encodings: Readonly<Record<string, string>>): void {
  const unknown = Object.values(encodings).find((encoding) => !isKnownEncoding(encoding));
  if (unknown !== undefined) {
    throw new LecternError(
      'bad_input',
      phrase('error.noEncoding', { name: JSON.stringify(unknown) }),
    );
  }
}
