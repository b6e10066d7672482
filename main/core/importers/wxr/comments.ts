/** The comments of a post, as an appendix to it. */
import { escapeHtml } from '../feed/xml-element.ts';
import { autop } from './autop.ts';
import type { WxrComment } from './item.ts';

export function commentsHtml(comments: readonly WxrComment[]): string {
  if (comments.length === 0) return '';
  return `<hr><h2>Comments</h2>${comments.map((comment) => commentHtml(comment)).join('')}`;
}

function commentHtml({ author, published, content }: WxrComment): string {
  const name = escapeHtml(author ?? 'Anonymous');
  const day = published === null ? '' : `, ${published.slice(0, 10)}`;
  return `<p><strong>${name}</strong>${day}</p><blockquote>${autop(content)}</blockquote>`;
}
