/**
 * Liquid (https://liquidjs.com), interpreted: a template can run no code, reads no file, sees only
 * what it is given, and is cut off when it takes too long or grows too large.
 */
import { Liquid, LiquidError } from 'liquidjs';
import type { TemplateText } from '../../../shared/contract/templates.ts';
import { LecternError } from '../../../shared/errors.ts';
import { plainMarkdown, quoteMarkdown } from '../quote-markdown.ts';
import { toObsidianTags } from '../tag-name.ts';
import { phrase, verbatim, type Phrase } from '../../../shared/messages/phrase.ts';

export type TemplatePart = 'head' | 'passage';
export type Values = Record<string, string | number | boolean | readonly string[]>;

const LIMITS = { parseLimit: 50_000, renderLimit: 2000, memoryLimit: 5_000_000 };
const MOST_OUTPUT = 1_000_000;

/** Renders a part with values. @throws LecternError bad_input, with `part` and `line` in its details */
export type Render = (values: Values) => string;

/** Parsed once, rendered often. @throws LecternError bad_input */
export function compilePart(part: TemplatePart, text: TemplateText[TemplatePart]): Render {
  const engine = createEngine();
  const parsed = attempt(part, () => engine.parse(text));
  return (values) => {
    const rendered = attempt(part, () => String(engine.renderSync(parsed, values)));
    if (rendered.length > MOST_OUTPUT) throw faulty(part, 1, phrase('template.tooLong'));
    return rendered.replaceAll('\r\n', '\n').trim();
  };
}

function createEngine(): Liquid {
  const engine = new Liquid({
    ...LIMITS,
    strictFilters: true,
    strictVariables: true,
    ownPropertyOnly: true,
    // No other files: `include` and the like find nothing.
    templates: {},
    timezoneOffset: 0,
  });
  engine.registerFilter('blockquote', (text: unknown) => quoteMarkdown(String(text)));
  engine.registerFilter('markdown', (text: unknown) => plainMarkdown(String(text)));
  engine.registerFilter('oneline', (text: unknown) => String(text).replaceAll(/\s+/gu, ' ').trim());
  engine.registerFilter('indent', (text: unknown, width: unknown) =>
    String(text).replaceAll(/\n(?=.)/gu, `\n${' '.repeat(Math.min(40, Number(width) || 2))}`),
  );
  engine.registerFilter('hashtags', (tags: unknown) =>
    toObsidianTags([tags].flat().map(String))
      .map((tag) => `#${tag}`)
      .join(' '),
  );
  return engine;
}

function attempt<T>(part: TemplatePart, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const [line = 1] = LiquidError.is(error) ? error.token.getPosition() : [];
    throw faulty(part, line, verbatim(error.message.replace(/, line:\d+, col:\d+$/u, '')));
  }
}

const NAMES = { head: phrase('template.theHead'), passage: phrase('template.thePassage') };

export function faulty(part: TemplatePart, line: number, what: Phrase): LecternError {
  const message = phrase('template.fault', { line, part: NAMES[part], what });
  return new LecternError('bad_input', message, { part, line });
}
