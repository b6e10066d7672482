/** From a tree of HTML to Markdown: cleaned, its addresses resolved, its text kept to the letter. */
import { toMdast } from 'hast-util-to-mdast';
import type { Root } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { resolveAddresses } from './addresses-in-tree.ts';
import { orderBlocks } from './block-order.ts';
import { cleanMarkup } from './clean-markup.ts';
import { elementHandlers } from './element-handlers.ts';
import type { HtmlRoot } from './hast-nodes.ts';
import type { ImageSources } from './images.ts';
import { settleTables } from './tables.ts';
import { tidyMarkdown } from './tidy-markdown.ts';

export interface PageMarkdown {
  markdown: string;
  /** Paths of images that lie beside the page, relative to its folder. */
  images: string[];
}

/** Changes the tree. */
export function htmlToMarkdown(tree: HtmlRoot, sources: ImageSources): PageMarkdown {
  const images = resolveAddresses(tree, sources);
  const clean = cleanMarkup(tree);
  orderBlocks(clean);
  settleTables(clean);
  const root = toRoot(clean);
  tidyMarkdown(root);
  const markdown = toMarkdown(root, { extensions: [gfmToMarkdown()], bullet: '-', rule: '-' });
  return { markdown, images };
}

function toRoot(tree: HtmlRoot): Root {
  const root = toMdast(tree, { document: true, handlers: elementHandlers });
  return root.type === 'root' ? root : { type: 'root', children: [] };
}
