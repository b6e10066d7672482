import { CONTRACT, isMethodName, type Call, type Outcome } from '../shared/contract.ts';
import { fromErrorValue, LecternError, toErrorValue } from '../shared/errors.ts';
import type { EventMessage } from '../shared/events.ts';
import { annotationHandlers } from './annotations/handlers.ts';
import { followTexts, openAnchoring } from './annotations/reanchor.ts';
import { tagHandlers } from './annotations/tag-handlers.ts';
import type { Core, Handlers } from './core.ts';
import { desktopHandlers } from './desktop-handlers.ts';
import { exportHandlers } from './export/handlers.ts';
import { templateHandlers } from './export/templates/handlers.ts';
import { openImports } from './importers/handlers.ts';
import { ruleHandlers } from './importers/rules/handlers.ts';
import { interchangeHandlers } from './interchange/handlers.ts';
import { articleHandlers } from './library/article-handlers.ts';
import { collectionHandlers } from './library/collection-handlers.ts';
import { libraryHandlers } from './library/handlers.ts';
import { openLibrary } from './library/library.ts';
import { createListing } from './library/listing.ts';
import { createReadingTexts } from './library/reading-texts.ts';
import { settingsHandlers } from './library/settings-handlers.ts';
import { smartListHandlers } from './library/smart-list-handlers.ts';
import { sourceHandlers } from './library/source-handlers.ts';
import { openSourceLines } from './library/source-lines.ts';
import { noteHandlers } from './notes/handlers.ts';
import type { Ports } from './ports.ts';
import { searchHandlers } from './search/handlers.ts';
import { openSimilarity } from './similar/service.ts';
import { followEvents, openSearchService } from './search/service.ts';
import { phrase } from '../shared/messages/phrase.ts';

export interface AppOptions {
  /** Opens without the lock; every command that writes the library is refused. */
  readOnly?: boolean;
  /** Checks every output against the contract: for development and tests. */
  checkOutput?: boolean;
}

export interface App {
  /** Never rejects: errors come back as values. */
  dispatch(method: string, input: unknown): Promise<Outcome<unknown>>;
  /** The same, typed, for callers in this process; rejects with LecternError. */
  call: Call;
  subscribe(listener: (event: EventMessage) => void): () => void;
  /** Resolves when everything pending is on disk and the lock is released. */
  close(): Promise<void>;
}

/** Opens the library, and with it everything that answers `dispatch`. Rejects with LecternError. */
export async function createApp(ports: Ports, options: AppOptions = {}): Promise<App> {
  const listeners = new Set<(event: EventMessage) => void>();
  const emit: Core['emit'] = (name, payload) => {
    const message = { name, payload } as EventMessage; // correlated by the signature of emit
    for (const listener of listeners) listener(message);
  };
  const library = await openLibrary(ports, { readOnly: options.readOnly ?? false });
  const texts = createReadingTexts(library);
  const search = await openSearchService(ports, library, texts, emit);
  listeners.add(followEvents(search));
  const similar = openSimilarity({ ports, library, emit });
  const listing = createListing(library, search, similar);
  const anchoring = openAnchoring({ library, texts, emit });
  listeners.add(followTexts({ library }, anchoring));
  const sourceLines = openSourceLines(library);
  const core: Core = {
    ports,
    library,
    texts,
    search,
    similar,
    listing,
    anchoring,
    sourceLines,
    emit,
  };
  const annotations = annotationHandlers(core);
  const tags = tagHandlers(core);
  const imports = openImports(core, { ...annotations, ...tags });
  const handlers: Handlers = {
    ...libraryHandlers(core),
    ...articleHandlers(core),
    ...collectionHandlers(core),
    ...smartListHandlers(core),
    ...sourceHandlers(core),
    ...imports.handlers,
    ...ruleHandlers(core),
    ...annotations,
    ...tags,
    ...noteHandlers(core),
    ...searchHandlers(core),
    ...exportHandlers(core),
    ...templateHandlers(core),
    ...interchangeHandlers(core),
    ...settingsHandlers(core),
    ...desktopHandlers(core),
  };

  const pending = new Set<Promise<unknown>>();
  let closing: Promise<void> | null = null;

  async function dispatch(method: string, input: unknown): Promise<Outcome<unknown>> {
    const answer = answerCall(method, input);
    pending.add(answer);
    try {
      return { ok: true, value: await answer };
    } catch (error) {
      if (!(error instanceof LecternError)) {
        ports.log.error(`${method} failed`, {
          error: error instanceof Error ? (error.stack ?? error.message) : String(error),
        });
      }
      return { ok: false, error: toErrorValue(error) };
    } finally {
      pending.delete(answer);
    }
  }

  async function answerCall(method: string, input: unknown): Promise<unknown> {
    if (!isMethodName(method)) {
      throw new LecternError(
        'unknown_method',
        phrase('error.noMethod', { method: JSON.stringify(method) }),
      );
    }
    if (closing !== null) throw new LecternError('cancelled', phrase('error.closing'));
    const parsed = CONTRACT[method].input.safeParse(input);
    if (!parsed.success) {
      const issues = parsed.error.issues.map(
        (issue) => `${issue.path.join('.') || 'input'}: ${issue.message}`,
      );
      throw new LecternError(
        'bad_input',
        phrase('error.badInput', { method, issues: issues.join('; ') }),
        { issues },
      );
    }
    // The table of handlers and the parsed input belong to the same method; TypeScript can't tell.
    const handler = handlers[method] as (input: unknown) => unknown;
    const output = await handler(parsed.data);
    return options.checkOutput === true ? CONTRACT[method].output.parse(output) : output;
  }

  const call: Call = async (method, input) => {
    const outcome = await dispatch(method, input);
    if (!outcome.ok) throw fromErrorValue(outcome.error);
    return outcome.value as Awaited<ReturnType<typeof call<typeof method>>>;
  };

  return {
    dispatch,
    call,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      closing ??= (async () => {
        await Promise.allSettled(pending);
        await imports.close();
        await similar.close();
        await search.close();
        await library.close();
      })();
      return closing;
    },
  };
}
