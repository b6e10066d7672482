import type { MethodName, MethodOutput, ParsedInput } from '../shared/contract.ts';
import type { EventName, EventPayload } from '../shared/events.ts';
import type { Anchoring } from './annotations/reanchor.ts';
import type { Library } from './library/library.ts';
import type { Listing } from './library/listing.ts';
import type { ReadingTexts } from './library/reading-texts.ts';
import type { SourceLines } from './library/source-lines.ts';
import type { Ports } from './ports.ts';
import type { SearchService } from './search/service.ts';
import type { Similarity } from './similar/service.ts';

/** What the handlers of every area work on. */
export interface Core {
  ports: Ports;
  library: Library;
  texts: ReadingTexts;
  search: SearchService;
  similar: Similarity;
  listing: Listing;
  anchoring: Anchoring;
  sourceLines: SourceLines;
  emit<E extends EventName>(name: E, payload: EventPayload<E>): void;
}

export type Handler<M extends MethodName> = (
  input: ParsedInput<M>,
) => Promise<MethodOutput<M>> | MethodOutput<M>;

export type Handlers = { [M in MethodName]: Handler<M> };

/** The handlers of one area: `AreaHandlers<'tags'>` has every `tags.*` of the contract. */
export type AreaHandlers<A extends string> = Pick<Handlers, Extract<MethodName, `${A}.${string}`>>;
