/**
 * From the text of a request to clauses, by lunr's own lexer and parser. Added to lunr:
 * - a hyphen inside a word doesn't end the term, so that `-foreign-policy` excludes the whole word;
 * - errors in plain words, with offsets into the request's text;
 * - `unfinishedFrom`, so that a query still being typed isn't an error.
 */
import lunr from 'lunr';
import { z } from 'zod';
import { FIELDS, type Field } from './fields.ts';
import { BadQueryError } from './search-index.ts';
import { phrase, verbatim, type Phrase } from '../../shared/messages/phrase.ts';

declare module 'lunr' {
  // Exported by lunr 2.3.9, left out by its types.
  export interface QueryLexeme {
    type: string;
    str: string;
    start: number;
    end: number;
  }
  export class QueryLexer {
    static termSeparator: RegExp;
    lexemes: QueryLexeme[];
    constructor(text: string);
    run(): void;
  }
  export class QueryParser {
    constructor(text: string, query: lunr.Query);
    parse(): lunr.Query;
  }
}

const clauseShape = z.object({
  term: z.string(),
  fields: z.array(z.enum(FIELDS)),
  boost: z.number(),
  presence: z.enum({ optional: 1, required: 2, prohibited: 3 }),
  editDistance: z.number().optional(),
});

/** As lunr's parser gives it; `presence` is 1 optional, 2 required, 3 prohibited. */
export type ParsedClause = z.infer<typeof clauseShape>;

/** More than a person types; each word costs a pass over its postings, each character one of CJK. */
const MOST_TERMS = 64;
const MOST_CHARACTERS = 1000;

lunr.QueryLexer.termSeparator = /\s/;

/** Throws BadQueryError. */
export function parseQuery(text: string): ParsedClause[] {
  if (text.length > MOST_CHARACTERS) {
    throw new BadQueryError(
      phrase('query.tooLong', { most: MOST_CHARACTERS }),
      MOST_CHARACTERS,
      text.length,
    );
  }
  const lexemes = lex(text);
  const tooMany = lexemes.filter((lexeme) => lexeme.type === 'TERM')[MOST_TERMS];
  if (tooMany !== undefined) {
    throw new BadQueryError(
      phrase('query.tooManyWords', { most: MOST_TERMS }),
      tooMany.start,
      text.length,
    );
  }
  try {
    const query = new lunr.QueryParser(text, new lunr.Query([...FIELDS])).parse();
    return query.clauses.map((clause) => clauseShape.parse(clause));
  } catch (error) {
    if (!(error instanceof lunr.QueryParseError)) throw error;
    throw badQuery(text, lexemes, error);
  }
}

/**
 * Where the end of the text begins that says nothing yet (`title:`, `+`, `-`, `~`, `^`); its length
 * if none.
 */
export function unfinishedFrom(text: string): number {
  let end = text.length;
  for (const lexeme of lex(text).toReversed()) {
    if (isPending(lexeme)) {
      // A number's lexeme begins behind its `~` or `^`.
      end = lexeme.type === 'PRESENCE' || lexeme.type === 'FIELD' ? lexeme.start : lexeme.start - 1;
    } else break;
  }
  return end;
}

function isPending({ type, str }: lunr.QueryLexeme): boolean {
  switch (type) {
    case 'PRESENCE':
      return true;
    case 'FIELD':
      return isField(str);
    case 'EDIT_DISTANCE':
    case 'BOOST':
      return str === '';
    default:
      return false;
  }
}

function isField(name: string): name is Field {
  return FIELDS.some((field) => field === name);
}

function lex(text: string): lunr.QueryLexeme[] {
  const lexer = new lunr.QueryLexer(text);
  lexer.run();
  return lexer.lexemes;
}

function badQuery(
  text: string,
  lexemes: readonly lunr.QueryLexeme[],
  error: lunr.QueryParseError,
): BadQueryError {
  const at = lexemes.findIndex(({ start, end }) => start === error.start && end === error.end);
  const lexeme = lexemes[at];
  // An empty lexeme is shown by its sign: a field's stands behind it, all others before.
  const isEmpty = error.start === error.end;
  const start = isEmpty && lexeme?.type !== 'FIELD' ? Math.max(0, error.start - 1) : error.start;
  const end = Math.min(text.length, isEmpty ? start + 1 : error.end);
  return new BadQueryError(messageFor(lexemes, at) ?? verbatim(error.message), start, end);
}

/** Null for what no text is known to bring about. */
function messageFor(lexemes: readonly lunr.QueryLexeme[], at: number): Phrase | null {
  const lexeme = lexemes[at];
  const before = lexemes[at - 1];
  switch (lexeme?.type) {
    case 'FIELD': {
      if (!isField(lexeme.str)) {
        return phrase('query.noField', { field: lexeme.str });
      }
      const field = before?.type === 'FIELD' ? before.str : lexeme.str;
      return phrase('query.wordAfterField', { field });
    }
    case 'PRESENCE':
      return before?.type === 'FIELD' || before?.type === 'PRESENCE'
        ? phrase('query.signTwice', { sign: lexeme.str })
        : phrase('query.wordAfterSign', { sign: lexeme.str });
    case 'EDIT_DISTANCE':
      return phrase('query.editDistance');
    case 'BOOST':
      return phrase('query.boost');
    default:
      return null;
  }
}
