import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { App } from '../../core/app.ts';
import type { ImportPlan, ImportResult, PlannedSource, Problem } from '../../shared/contract.ts';
import { describeReadError } from '../../core/importers/file-error.ts';
import { LecternError } from '../../shared/errors.ts';
import { failureReport } from '../../shared/failure-report.ts';
import { createImportProgress } from './import-progress.ts';
import { EXIT, type Answer, type GlobalOptions, type Session } from './session.ts';
import { plural } from './table.ts';
import { waitForIndex } from './wait-for-index.ts';
import { phrase } from '../../shared/messages/phrase.ts';
import { ENGLISH } from '../../shared/messages/translator.ts';

interface ImportOptions extends GlobalOptions {
  dryRun?: boolean;
  comments?: boolean;
  encoding?: string;
  rules: boolean;
  report?: string;
}

const JOB = 'cli-import';

export function addImportCommand(program: Command, session: Session): void {
  program
    .command('import')
    .description(
      'import files, folders and zip archives: text dumps, Markdown, HTML pages, WordPress exports, feeds',
    )
    .argument('<path...>', 'files, archives and folders')
    .option('--dry-run', 'show what would be imported and write nothing')
    .option('--comments', 'take the comments on posts as well (WordPress exports)')
    .option('--encoding <name>', 'read the files in this encoding instead of the one guessed')
    .option('--no-rules', 'split the files without the rules that corrections were kept as')
    .option('--report <file>', 'write what could not be read into a file, as a Markdown list')
    .action((paths: string[], _: unknown, command: Command) =>
      importPaths(paths, command.optsWithGlobals<ImportOptions>(), session),
    );
}

async function importPaths(
  given: readonly string[],
  options: ImportOptions,
  session: Session,
): Promise<void> {
  const paths = given.map((path) => resolve(session.host.cwd, path));
  const dryRun = options.dryRun === true;
  const comments = options.comments === true;
  const { encoding, rules } = options;
  const encodings =
    encoding === undefined ? {} : Object.fromEntries(paths.map((path) => [path, encoding]));
  await session.withApp(options, dryRun ? 'read' : 'write', async (app) => {
    const stopWatching = watch(app, session);
    try {
      const plan = await app.call('imports.plan', {
        paths,
        comments,
        encodings,
        rules,
        jobId: JOB,
      });
      for (const problem of plan.failures) session.tell(problemLine(problem));
      if (plan.sources.length + plan.failures.length === 0)
        session.tell('there is nothing to import');
      if (options.report !== undefined) await writeReport(options.report, plan, session);
      const counts = dryRun ? foreseen(plan) : await commit(app, plan, session);
      session.print(options, answerOf(plan, counts, dryRun));
    } finally {
      stopWatching();
    }
  });
}

/** @throws LecternError unwritable */
async function writeReport(file: string, { failures }: ImportPlan, { host }: Session) {
  const path = resolve(host.cwd, file);
  try {
    await writeFile(path, failureReport(failures));
  } catch (error) {
    throw new LecternError(
      'unwritable',
      phrase('error.at', { path, why: describeReadError(error) }),
    );
  }
}

async function commit(app: App, plan: ImportPlan, session: Session): Promise<Counts> {
  session.goOn();
  const cancel = () => void app.call('imports.cancel', { jobId: plan.id });
  session.host.interrupted.addEventListener('abort', cancel);
  const result = await app.call('imports.commit', { planId: plan.id });
  await waitForIndex(app, session.host.interrupted);
  return result;
}

type Counts = Omit<ImportResult, 'articleIds'>;

/** What the commit would count: reprints are part of their posts. */
function foreseen({ sources, failures }: ImportPlan): Counts {
  const leftOut = new Set(sources.flatMap((source) => source.leftOut));
  const articles = sources
    .flatMap((source) => source.articles)
    .filter(({ id }) => !leftOut.has(id));
  const posts = articles.filter(({ parentId }) => parentId === null);
  const added = posts.filter(({ outcome }) => outcome === 'add').length;
  const updated = posts.filter(({ update }) => update?.here === false).length;
  return {
    added,
    updated,
    unchanged: posts.length - added - updated,
    failed: failures.length,
  };
}

function answerOf(plan: ImportPlan, counts: Counts, dryRun: boolean): Answer {
  const { added, updated, unchanged, failed } = counts;
  const { sources, failures } = plan;
  const verb = dryRun ? 'would be ' : '';
  const summary = `${verb}added ${added}, updated ${updated}, unchanged ${unchanged}, failed ${failed}`;
  return {
    json: { sources, added, updated, unchanged, failed, failures },
    lines: [...sources.flatMap(sourceLines), summary],
    status: statusOf(plan, failed),
  };
}

function statusOf({ sources, failures }: ImportPlan, failed: number) {
  if (failed === 0) return EXIT.done;
  return failed < sources.length + failures.length ? EXIT.partly : EXIT.failed;
}

function sourceLines(source: PlannedSource): string[] {
  const posts = source.articles.filter(({ parentId }) => parentId === null);
  const teasers = posts.filter(({ truncated }) => truncated).length;
  const reprints = source.articles.length - posts.length;
  const missed = source.unassigned.reduce((sum, range) => sum + lineCount(range), 0);
  const parts = [
    plural(posts.length, 'article'),
    ...(teasers > 0 ? [plural(teasers, 'teaser')] : []),
    ...(reprints > 0 ? [plural(reprints, 'reprint')] : []),
    `${plural(missed, 'unassigned line')} of ${source.lines}`,
    `${source.format}, ${source.encoding}`,
  ];
  return [
    `${source.path}: ${parts.join('; ')}`,
    ...source.rules
      .filter(({ changes }) => changes > 0)
      .map(({ name, changes }) => `  the rule “${name}”: ${plural(changes, 'correction')}`),
    ...source.rules
      .filter(({ passedOver }) => passedOver > 0)
      .map(
        ({ name, passedOver }) =>
          `  the rule “${name}” is not applied: ${passedOver} corrections are too many for one file`,
      ),
    ...source.problems.map((each) => `  ${problemLine(each)}`),
  ];
}

function lineCount({ startLine, endLine }: { startLine: number; endLine: number }): number {
  return endLine - startLine + 1;
}

function problemLine({ path, line, message }: Problem): string {
  return `${path}${line === null ? '' : `:${line}`}: ${ENGLISH.say(message)}`;
}

/** Progress on a terminal, cancelling on Ctrl+C. */
function watch(app: App, { host }: Session): () => void {
  const { stderr, interrupted } = host;
  const progress = createImportProgress();
  const cancel = () => void app.call('imports.cancel', { jobId: JOB });
  interrupted.addEventListener('abort', cancel);
  const unsubscribe = app.subscribe((event) => {
    if (event.name !== 'imports.progressed' || stderr.isTTY !== true) return;
    const line = progress.line(event.payload, Date.now());
    stderr.write(line === null ? '\r\x1b[K' : `\r\x1b[K${line}`);
  });
  return () => {
    unsubscribe();
    interrupted.removeEventListener('abort', cancel);
  };
}
