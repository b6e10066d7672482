/** Resolves the addresses of links and images in a tree; takes out those that lead nowhere. */
import { linkAddress } from './address.ts';
import {
  isElement,
  propertyOf,
  type HtmlContent,
  type HtmlElement,
  type HtmlRoot,
} from './hast-nodes.ts';
import { keptImage, type ImageSources } from './images.ts';

/** Changes the tree. Gives the paths of images that lie beside the page, in order, once each. */
export function resolveAddresses(tree: HtmlRoot, sources: ImageSources): string[] {
  const paths = new Set<string>();
  resolveChildren(tree, sources, paths);
  return [...paths];
}

function resolveChildren(
  parent: HtmlRoot | HtmlElement,
  sources: ImageSources,
  paths: Set<string>,
): void {
  const children: HtmlContent[] = [];
  for (const child of parent.children) {
    if (child.type === 'doctype') continue;
    if (!isElement(child)) {
      children.push(child);
      continue;
    }
    resolveChildren(child, sources, paths);
    // One by one: `push(...children)` would put each of them on the stack.
    for (const kept of resolveElement(child, sources, paths)) children.push(kept);
  }
  parent.children = children;
}

function resolveElement(
  element: HtmlElement,
  sources: ImageSources,
  paths: Set<string>,
): HtmlContent[] {
  switch (element.tagName) {
    case 'a':
      return resolveLink(element, sources);
    case 'img':
      return resolveImage(element, sources, paths);
    case 'iframe':
    case 'video':
    case 'audio':
    case 'source': {
      const src = linkAddress(propertyOf(element, 'src'), sources.base);
      element.properties['src'] = src ?? undefined;
      return [element];
    }
    default:
      return [element];
  }
}

function resolveLink(link: HtmlElement, sources: ImageSources): HtmlContent[] {
  const href = linkAddress(propertyOf(link, 'href'), sources.base);
  if (href === null) return link.children;
  link.properties['href'] = href;
  return [link];
}

function resolveImage(
  image: HtmlElement,
  sources: ImageSources,
  paths: Set<string>,
): HtmlContent[] {
  const kept = keptImage(image, sources);
  if (kept === null) return [];
  if (kept.path !== null) paths.add(kept.path);
  image.properties['src'] = kept.address;
  return [image];
}
