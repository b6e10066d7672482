/**
 * The images that lie beside a Markdown file: as Markdown names them, and as Obsidian does
 * (`![[quay.png|300]]`). Their addresses become those that they have once they are kept; others stay
 * as they are written.
 */
import type { Image, Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { gfm } from 'micromark-extension-gfm';
import type { Neighbours } from '../converted.ts';
import { imageInAddress } from '../html/embedded-images.ts';
import { pathBeside } from '../html/address.ts';

export interface IllustratedMarkdown {
  markdown: string;
  /** Paths of the images that are kept, relative to the file's folder; each once. */
  images: string[];
}

interface Replacement {
  start: number;
  end: number;
  markdown: string;
  path: string;
}

const EMBED = /!\[\[([^[\]|#\n]+)(?:#[^[\]|\n]*)?(?:\|([^[\]\n]*))?\]\]/g;

/** `fileName` is the file's path in the import, with `/`. */
export function withKeptImages(
  markdown: string,
  fileName: string,
  beside: Neighbours,
): IllustratedMarkdown {
  if (!markdown.includes('![')) return { markdown, images: [] };
  const look = (written: string) => keptImage(written, fileName, beside);
  const replacements: Replacement[] = [];
  const tree = fromMarkdown(markdown, {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  collect(tree, markdown, look, replacements);
  return {
    markdown: replaced(markdown, replacements),
    images: [...new Set(replacements.map(({ path }) => path))],
  };
}

type Look = (written: string) => { path: string; address: string } | null;

/** Obsidian counts from the vault's folder, which may lie anywhere above the file. */
function keptImage(written: string, fileName: string, beside: Neighbours): ReturnType<Look> {
  const bytes = imageInAddress(written);
  if (bytes !== null) {
    const path = beside.inside(bytes);
    const address = path === null ? null : beside.image(path);
    return path === null || address === null ? null : { path, address };
  }
  for (let above = 0; above < fileName.split('/').length; above += 1) {
    const path = pathBeside('../'.repeat(above) + written.replace(/^\.\//, ''), fileName);
    const address = path === null ? null : beside.image(path);
    if (path !== null && address !== null) return { path, address };
  }
  return null;
}

function collect(node: Nodes, markdown: string, look: Look, found: Replacement[]): void {
  if (node.type === 'image') collectImage(node, look, found);
  else if (node.type === 'text') collectEmbeds(node, markdown, look, found);
  else if ('children' in node) {
    for (const child of node.children) collect(child, markdown, look, found);
  }
}

function collectImage(image: Image, look: Look, found: Replacement[]): void {
  const kept = look(image.url);
  const [start, end] = [image.position?.start.offset, image.position?.end.offset];
  if (kept === null || start === undefined || end === undefined) return;
  found.push({ start, end, path: kept.path, markdown: toText({ ...image, url: kept.address }) });
}

function collectEmbeds(node: Nodes, markdown: string, look: Look, found: Replacement[]): void {
  const [from, to] = [node.position?.start.offset, node.position?.end.offset];
  if (from === undefined || to === undefined) return;
  for (const match of markdown.slice(from, to).matchAll(EMBED)) {
    const [embed, target = '', label = ''] = match;
    const kept = look(target.trim());
    if (kept === null) continue;
    const start = from + match.index;
    // What stands behind `|` is a label, or a size in pixels.
    const alt = /^\d+(?:x\d+)?$/.test(label) ? '' : label;
    const image: Image = { type: 'image', url: kept.address, alt };
    found.push({ start, end: start + embed.length, path: kept.path, markdown: toText(image) });
  }
}

function toText(image: Image): string {
  return toMarkdown({ type: 'paragraph', children: [image] }).trim();
}

function replaced(markdown: string, replacements: readonly Replacement[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, markdown: put } of replacements) {
    parts.push(markdown.slice(at, start), put);
    at = end;
  }
  parts.push(markdown.slice(at));
  return parts.join('');
}
