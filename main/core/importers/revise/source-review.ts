/**
 * One source of a plan under review: its revisions laid over what the importer found. Articles that
 * no revision touched stay what they are; the others are made of their lines again, once for each
 * shape they have had.
 */
import type { PlannedSource } from '../../../shared/contract.ts';
import type { LineRange } from '../../../shared/entities.ts';
import type { Revision } from '../../../shared/revisions.ts';
import type { ConvertedArticle } from '../converted.ts';
import type { DraftArticle, DraftSource } from '../draft.ts';
import type { DumpArticle } from '../dump/article.ts';
import { articleInRange, dumpOfRanges } from '../dump/article-in-range.ts';
import { convertDumpArticle } from '../dump/convert.ts';
import { gatherYears, type YearEvidence } from '../dump/year-evidence.ts';
import { toArticleMetadata } from '../dump-metadata.ts';
import { imagesFound, type ImagesBeside } from '../images-beside.ts';
import type { ReadArticle } from '../import-messages.ts';
import { readFrontMatter } from '../markdown/front-matter.ts';
import { withKeptImages } from '../markdown/images.ts';
import type { KeptText } from '../kept-texts.ts';
import type { KeptArticle } from '../planner.ts';
import { readArticle } from '../read-article.ts';
import { shownOutcome, type JudgedArticle, type Verdict } from '../verdict.ts';
import { applyRevision } from './apply-revision.ts';
import { outlineOf, pieceKey, type Outline, type OutlineArticle, type Piece } from './outline.ts';
import { subtract } from './ranges.ts';

/** An article and the reprints inside it; their `parent` is 0. */
type Family = readonly DraftArticle[];

export interface RevisedSource {
  source: DraftSource;
  revisions: Revision[];
  /** Ids of articles, with those of the reprints inside them. */
  leftOut: string[];
  /** The rules for its site that are on. */
  rules: PlannedSource['rules'];
}

export interface ReviewPorts {
  nextId: () => string;
  judge: (articles: readonly JudgedArticle[]) => Promise<Verdict[]>;
  keep: (markdown: string) => Promise<KeptText>;
}

type ArticlePiece = Piece & { article: OutlineArticle };

/** The formats whose articles are runs of lines, and whether those lines are Markdown. */
const MARKDOWN_LINES: ReadonlyMap<string, boolean> = new Map([
  ['text', false],
  ['markdown', true],
]);

/** Null where the source can't be revised: its articles aren't runs of lines. */
export function revisableOutline({ head, articles }: DraftSource): Outline | null {
  if (!MARKDOWN_LINES.has(head.format)) return null;
  return outlineOf({ lines: head.lines, articles, unassigned: head.unassigned });
}

export class SourceReview {
  private readonly families = new Map<string, Family>();
  private readonly ids = new Map<number, string>();
  private readonly markdown: boolean;
  private readonly images: ImagesBeside;
  private years: YearEvidence | null = null;
  private revised: RevisedSource;

  /** `lines` are the file's; `outline` is that of `base`, which is what the importer found. */
  constructor(
    readonly base: DraftSource,
    readonly outline: Outline,
    readonly lines: readonly string[],
  ) {
    this.markdown = MARKDOWN_LINES.get(base.head.format) ?? false;
    this.images = imagesFound(base.articles.flatMap(({ images }) => images));
    for (const { startLine, id } of base.articles) {
      if (startLine !== null) this.ids.set(startLine, id);
    }
    this.rememberFound();
    this.revised = { source: base, revisions: [], leftOut: [], rules: [] };
  }

  current(): RevisedSource {
    return this.revised;
  }

  /** Lays a list of revisions over what was found, instead of those before. @throws LecternError bad_input */
  async revise(revisions: readonly Revision[], ports: ReviewPorts): Promise<RevisedSource> {
    const outline = revisions.reduce(applyRevision, this.outline);
    const articles = outline.filter((piece): piece is ArticlePiece => piece.article !== null);
    const unmade = articles.filter((piece) => !this.families.has(pieceKey(piece)));
    if (unmade.length > 0) await this.make(unmade, ports);
    const head = { ...this.base.head, unassigned: unassignedOf(outline) };
    const source = { head, articles: flatten(articles.map((piece) => this.familyOf(piece))) };
    const left = articles.filter(({ article }) => article.leftOut);
    const leftOut = left.flatMap((piece) => this.familyOf(piece).map(({ id }) => id));
    this.revised = { ...this.revised, source, revisions: [...revisions], leftOut };
    return this.revised;
  }

  /** Says which rules there are for it; what they do has to be among the revisions. */
  setRules(rules: RevisedSource['rules']): RevisedSource {
    this.revised = { ...this.revised, rules };
    return this.revised;
  }

  private rememberFound(): void {
    const families = new Map<string, DraftArticle[]>();
    for (const article of this.base.articles) {
      if (article.parentId === null) families.set(article.id, [article]);
      else families.get(article.parentId)?.push({ ...article, parent: 0 });
    }
    const byLine = new Map([...families.values()].map((family) => [family[0]?.startLine, family]));
    for (const piece of this.outline) {
      const family = piece.article === null ? undefined : byLine.get(piece.startLine);
      if (family !== undefined) this.families.set(pieceKey(piece), family);
    }
  }

  /** What was revised is said anew: the same shape can be come to by other revisions. */
  private familyOf(piece: ArticlePiece): Family {
    const [article, ...sections] = this.families.get(pieceKey(piece)) ?? [];
    if (article === undefined) return [];
    const { revised, ruled } = piece.article;
    if (revised.length + ruled.length === 0) return [article, ...sections];
    const sure = revised.length > 0;
    const reasons = [...(sure ? revised : article.reasons), ...ruled];
    return [{ ...article, confidence: sure ? 1 : article.confidence, reasons }, ...sections];
  }

  private async make(pieces: readonly ArticlePiece[], ports: ReviewPorts): Promise<void> {
    const { fileName, markdown } = { fileName: this.base.head.name, markdown: this.markdown };
    const front = markdown ? (readFrontMatter(this.lines)?.endLine ?? 0) : 0;
    const dump = dumpOfRanges(this.lines, pieces.map(afterFront), { fileName, markdown });
    this.years ??= gatherYears({
      lines: this.lines.map((line) => ({ text: line.trim(), code: false })),
    });
    for (const piece of pieces) {
      const read = this.read(piece, articleInRange(dump, this.years, drawn(piece)));
      const kept = await keepTexts(read, ports.keep);
      const verdicts = await ports.judge(kept);
      this.families.set(pieceKey(piece), this.identified(kept, verdicts, ports.nextId));
    }

    function afterFront({ startLine, endLine }: LineRange): LineRange {
      return { startLine: Math.max(startLine, front + 1), endLine };
    }
  }

  private read(piece: ArticlePiece, made: ReturnType<typeof articleInRange>): ReadArticle[] {
    const { dropped } = piece.article;
    const [article, ...sections] = [made.article, ...made.sections].map((one) => ({
      ...one,
      bodyLines: subtract(one.bodyLines, dropped),
    }));
    if (article === undefined) return [];
    const found = this.base.articles.find(
      ({ startLine, parentId }) => startLine === piece.startLine && parentId === null,
    );
    const whole = {
      ...toArticleMetadata(article),
      title: piece.article.given ?? article.title,
      parent: null,
      tags: article.tags,
      ...this.text(article, sections),
    };
    return [
      this.illustrated(found === undefined ? whole : withFound(whole, found, piece)),
      ...sections.map((section) =>
        this.illustrated({
          ...toArticleMetadata(section),
          parent: 0,
          tags: section.tags,
          ...this.text(section, []),
        }),
      ),
    ];
  }

  private text(
    article: DumpArticle,
    sections: readonly DumpArticle[],
  ): Pick<ConvertedArticle, 'markdown' | 'excerpt' | 'images'> {
    const { lines, base, images } = this;
    if (!this.markdown) {
      return { markdown: convertDumpArticle(lines, article, sections), excerpt: null, images: [] };
    }
    const markdown = convertDumpArticle(lines, article, [], { markdown: true });
    return { ...withKeptImages(markdown, base.head.name, images), excerpt: null };
  }

  private illustrated(article: ConvertedArticle): ReadArticle {
    return readArticle(
      article,
      article.images.flatMap((path) => this.images.found(path) ?? []),
    );
  }

  private identified(
    articles: readonly KeptArticle[],
    verdicts: readonly Verdict[],
    nextId: () => string,
  ): DraftArticle[] {
    const ids = articles.map(({ startLine }) => this.idAt(startLine ?? 0, nextId));
    return articles.map((article, at) => ({
      ...article,
      id: ids[at] ?? nextId(),
      parentId: article.parent === null ? null : (ids[0] ?? null),
      ...shownOutcome(verdicts[at]),
    }));
  }

  /** What begins at a line keeps its id through all revisions. */
  private idAt(line: number, nextId: () => string): string {
    const id = this.ids.get(line) ?? nextId();
    this.ids.set(line, id);
    return id;
  }
}

async function keepTexts(
  articles: readonly ReadArticle[],
  keep: ReviewPorts['keep'],
): Promise<KeptArticle[]> {
  const kept: KeptArticle[] = [];
  for (const { markdown, ...article } of articles) {
    kept.push({ ...article, text: await keep(markdown) });
  }
  return kept;
}

function drawn({ startLine, endLine, article }: ArticlePiece) {
  return { startLine, endLine, title: article.title, sections: article.sections };
}

/** What the importer knew of the article that began there, where the lines don't say otherwise. */
function withFound(
  made: ConvertedArticle,
  found: DraftArticle,
  { endLine }: ArticlePiece,
): ConvertedArticle {
  const sameEnd = endLine === found.endLine;
  return {
    ...made,
    truncated: sameEnd ? found.truncated : made.truncated,
    confidence: found.confidence,
    reasons: found.reasons,
    byline: made.byline ?? found.byline,
    origin: made.origin ?? found.origin,
    url: made.url ?? found.url,
    lang: made.lang ?? found.lang,
    published: found.published ?? made.published,
    publishedInferred: found.published === null ? made.publishedInferred : found.publishedInferred,
    dateline: made.dateline ?? found.dateline,
    tags: [...new Set([...made.tags, ...found.tags])],
  };
}

function unassignedOf(outline: Outline): DraftSource['head']['unassigned'] {
  return outline.flatMap(({ startLine, endLine, reason, article }) =>
    article === null ? [{ startLine, endLine, reason }] : [],
  );
}

/** One list, with `parent` counting in it. */
function flatten(families: readonly Family[]): DraftArticle[] {
  const articles: DraftArticle[] = [];
  for (const family of families) {
    const parent = articles.length;
    for (const article of family) {
      articles.push(article.parent === null ? article : { ...article, parent });
    }
  }
  return articles;
}
