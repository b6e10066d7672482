/** The copy of an agency: every title stands over a paragraph that begins with place and day. */
import { readHead, type ArticleHead } from '../article-head.ts';
import { readDateline } from '../dateline.ts';
import { gapBefore, type DumpText } from '../dump-text.ts';
import type { Layout } from '../layout.ts';
import { cannotBeTitle, endsAsSentence, titleForm, wordCount } from '../title-form.ts';
import { phrase } from '../../../../shared/messages/phrase.ts';

const LEAST = 4;
const LEAST_FORM = 0.3;
/** Like a title, whatever stands under it. */
const SURE_FORM = 0.65;
/** Share of the lines like titles that are reports': else these are reprints inside articles. */
const HABIT = 0.6;
/** Lines above the first title that can be the file's own head. */
const MOST_ABOVE = 8;

/** At most one layout. */
export function findReports(dump: DumpText): Layout[] {
  const heads: ArticleHead[] = [];
  let others = 0;
  for (const [at, line] of dump.lines.entries()) {
    if (cannotBeTitle(line) || endsAsSentence(line.text)) continue;
    if (dump.habits.spaced && gapBefore(dump, at) === 0) continue;
    const form = titleForm(dump, at);
    if (form < LEAST_FORM || wordCount(line.text) < 2) continue;
    const under = dump.lines[dump.next[at] ?? dump.lines.length];
    if (under && readDateline(under.text) !== null) heads.push(readHead(dump, at, at));
    else if (form >= SURE_FORM && wordCount(line.text) >= LEAST) others += 1;
  }
  const [first] = heads;
  if (first === undefined || heads.length < LEAST || first.titleAt > MOST_ABOVE) return [];
  if (heads.length < (heads.length + others) * HABIT) return [];
  return [
    {
      id: 'reports',
      name: phrase('habit.reports'),
      prior: 0.84,
      heads,
      reason: phrase('reason.reports'),
      contents: null,
      supported: new Set(heads.map(({ titleAt }) => titleAt)),
    },
  ];
}
