/** The core's side of the import worker. */
import type { Problem } from '../../shared/contract.ts';
import { LecternError, fromErrorValue } from '../../shared/errors.ts';
import type { WorkerPort } from '../ports.ts';
import {
  importMessagesSchema,
  type ImportMessage,
  type PlanRequest,
  type ReadArticle,
  type SentArticle,
  type SourceHead,
} from './import-messages.ts';
import type { KeptText, KeptTexts } from './kept-texts.ts';
import { phrase, verbatim, type Phrase } from '../../shared/messages/phrase.ts';

/** An article that was read, with its text kept elsewhere. */
export type KeptArticle = Omit<ReadArticle, 'markdown'> & { text: KeptText };

export interface ReadFiles {
  sources: { head: SourceHead; articles: KeptArticle[] }[];
  failures: Problem[];
}

export type ReadProgress = Omit<Extract<ImportMessage, { type: 'progress' }>, 'type'>;

interface ReadOptions {
  spawn: () => WorkerPort;
  request: Omit<PlanRequest, 'texts'>;
  texts: KeptTexts;
  onProgress: (progress: ReadProgress) => void;
  signal: AbortSignal;
}

/** Reads the files in a worker of their own. @throws LecternError cancelled, internal */
export async function readFiles({
  spawn,
  request,
  texts,
  onProgress,
  signal,
}: ReadOptions): Promise<ReadFiles> {
  const port = spawn();
  const files: ReadFiles = { sources: [], failures: [] };
  try {
    return await new Promise((resolve, reject) => {
      const fail = (why: Phrase) =>
        reject(new LecternError('internal', phrase('error.importStopped', { why })));
      const cancel = () => reject(new LecternError('cancelled', phrase('error.importCancelled')));
      if (signal.aborted) return cancel();
      signal.addEventListener('abort', cancel, { once: true });
      port.on('error', (error) => fail(verbatim(error.message)));
      port.on('exit', (code) => fail(phrase('error.workerEnded', { code: String(code) })));
      port.on('message', (value) => {
        const parsed = importMessagesSchema.safeParse(value);
        if (!parsed.success) return fail(verbatim(parsed.error.message));
        for (const message of parsed.data) take(message);
      });

      port.postMessage({ ...request, texts: texts.target } satisfies PlanRequest);

      function take(message: ImportMessage): void {
        if (message.type === 'done') resolve(files);
        else if (message.type === 'broken') reject(fromErrorValue(message.error));
        else if (message.type !== 'progress') collect(files, message, texts);
        else {
          const { type: _type, ...progress } = message;
          onProgress(progress);
        }
      }
    });
  } finally {
    await port.terminate();
  }
}

type Content = Exclude<ImportMessage, { type: 'progress' | 'done' | 'broken' }>;

function collect(files: ReadFiles, message: Content, texts: KeptTexts): void {
  switch (message.type) {
    case 'source':
      files.sources.push({ head: message.head, articles: [] });
      break;
    case 'articles':
      // A loop: `push(...articles)` would put each of them on the stack.
      for (const article of message.articles) {
        files.sources.at(-1)?.articles.push(withText(article, texts));
      }
      break;
    case 'withdrawn':
      files.sources.pop();
      break;
    case 'failure':
      files.failures.push(message.problem);
      break;
  }
}

function withText({ place, ...article }: SentArticle, texts: KeptTexts): KeptArticle {
  return { ...article, text: texts.at(place) };
}
