import type { TemplateText } from '../../../shared/contract/templates.ts';
import type { Annotation } from '../../../shared/entities.ts';
import { DEFAULT_COLORS } from '../../../shared/highlight-colors.ts';
import type { ArticleNotes, NotedArticle } from '../notes.ts';
import { openTemplate } from './documents.ts';

const TIME = '2000-01-01T00:00:00.000Z';

/** With a note and tags, and without: both ways through a template must work. */
export function checkTemplate(text: TemplateText): void {
  const { articleDocument } = openTemplate(text, DEFAULT_COLORS);
  articleDocument(sample('A note', ['tag'], null), 'A title');
  articleDocument(sample('', [], { start: 0, end: 5 }), 'A title');
}

function sample(note: string, tags: string[], range: Annotation['anchor']['range']): ArticleNotes {
  return {
    article: SAMPLE_ARTICLE,
    sourceName: 'source.txt',
    tags,
    notes: [
      {
        annotation: {
          id: 'sample',
          articleId: SAMPLE_ARTICLE.id,
          target: {
            position: { start: 0, end: 5 },
            quote: { exact: 'Words', prefix: '', suffix: '' },
            version: 1,
          },
          anchor: { range, method: range === null ? 'orphan' : 'position', score: 1 },
          orphaned: false,
          color: 'yellow',
          note,
          tags: [],
          created: TIME,
          updated: TIME,
        },
        tags: tags.map((name) => ({
          id: name,
          name,
          color: null,
          parentId: null,
          description: '',
          memo: '',
        })),
      },
    ],
  };
}

const SAMPLE_ARTICLE: NotedArticle = {
  id: 'sample',
  title: 'A title',
  byline: null,
  origin: null,
  url: null,
  published: null,
  added: TIME,
  excerpt: 'Words',
  order: 0,
  note: 'On the whole',
};
