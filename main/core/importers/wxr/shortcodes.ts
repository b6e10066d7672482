/**
 * WordPress's shortcodes as HTML: captions, galleries, embeds, code. Those of plugins go and leave
 * what they hold; brackets that are only brackets stay.
 */
import { escapeHtml } from '../feed/xml-element.ts';

export interface GalleryImage {
  url: string;
  title: string;
}

export interface ShortcodeContext {
  /** Attachments by id. */
  images: ReadonlyMap<string, GalleryImage>;
  /** Those that belong to the post, for a gallery that names none. */
  own: readonly GalleryImage[];
}

type Attributes = ReadonlyMap<string, string>;

/** Shortcodes inside these are quoted, not meant. */
const QUOTED = /<(pre|code|script|style)\b[\s\S]*?<\/\1\s*>/gi;
const ATTRIBUTES =
  '((?:\\s+[\\w-]+\\s*=\\s*(?:"[^"\\]]*"|\'[^\'\\]]*\'|[^\\s"\'\\]]+)|\\s+[^\\s\\]=]+)*)';
const PAIR = new RegExp(`\\[([a-z][\\w-]*)${ATTRIBUTES}\\s*\\]([\\s\\S]*?)\\[/\\1\\]`, 'gi');
const SINGLE = /\[([a-z][\w-]*)((?:\s+[\w-]+\s*=\s*(?:"[^"\]]*"|'[^'\]]*'|[^\s"'\]]+))+)\s*\/?\]/gi;
const BARE =
  /\[\/?(gallery|playlist|more|audio|video|embed|caption|contact-form(?:-\d+)?)\s*\/?\]/gi;
const ATTRIBUTE = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'\]]+))/g;
const ESCAPED = /\[(\[\/?[a-z][^[\]]*\])\]/gi;
const CODE = /^(?:code|sourcecode|source|php|css|html|js|javascript|python|sql|bash|plain)$/i;
const LONE_ADDRESS = /^[^\S\n]*(https?:\/\/[^\s<>"]+)[^\S\n]*$/gim;
const MOST_LEVELS = 4;
const PLACE = /\ue002(\d+)\ue003/g;

export function expandShortcodes(content: string, context: ShortcodeContext): string {
  const held: string[] = [];
  const hold = (literal: string) => {
    held.push(literal);
    return `\ue002${held.length - 1}\ue003`;
  };
  let html = content.replace(/[\ue002\ue003]/g, '').replace(QUOTED, hold);
  html = html.replace(ESCAPED, (_, quoted: string) => hold(escapeHtml(quoted)));
  for (let level = 0; level < MOST_LEVELS && html.includes('[/'); level += 1) {
    html = html.replace(PAIR, (_, name: string, attributes: string, inner: string) =>
      isCode(name) ? hold(codeBlock(name, attributes, inner)) : pair(name, attributes, inner),
    );
  }
  html = html
    .replace(SINGLE, (_, name: string, attributes: string) => single(name, attributes, context))
    .replace(BARE, (_, name: string) => single(name, '', context))
    .replace(
      LONE_ADDRESS,
      (_, url: string) => `<p><a href="${attribute(url)}">${escapeHtml(url)}</a></p>`,
    );
  return html.replace(PLACE, (_, index: string) => held[Number(index)] ?? '');
}

function isCode(name: string): boolean {
  return CODE.test(name);
}

function codeBlock(name: string, written: string, inner: string): string {
  const language =
    attributesOf(written).get('language') ?? attributesOf(written).get('lang') ?? name;
  const known = /^(?:code|sourcecode|source|plain)$/i.test(language) ? '' : language;
  // The editor escapes what is typed, the plugin shows it as typed.
  const code = /&(?:lt|gt|amp|quot|#)/.test(inner) ? inner : escapeHtml(inner);
  return `<pre data-lang="${attribute(known)}">${code.replace(/^\n/, '')}</pre>`;
}

function pair(name: string, written: string, inner: string): string {
  const attributes = attributesOf(written);
  switch (name.toLowerCase()) {
    case 'caption':
    case 'wp_caption':
      return figure(attributes, inner);
    case 'embed':
    case 'youtube':
    case 'audio':
    case 'video':
      return link(inner.trim() || (sourceOf(attributes) ?? ''));
    case 'gallery':
    case 'playlist':
      return `[${name}${written}]`;
    default:
      return inner;
  }
}

/** Old captions are an attribute, later ones follow the image. */
function figure(attributes: Attributes, inner: string): string {
  const image = /^\s*(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?/i.exec(inner)?.[0] ?? '';
  const words = attributes.get('caption') ?? inner.slice(image.length).trim();
  const caption = words === '' ? '' : `<figcaption>${words}</figcaption>`;
  return `<figure>${image.trim()}${caption}</figure>`;
}

function single(name: string, written: string, context: ShortcodeContext): string {
  const attributes = attributesOf(written);
  if (/^gallery$/i.test(name)) return gallery(attributes, context);
  return link(sourceOf(attributes) ?? '');
}

function gallery(attributes: Attributes, { images, own }: ShortcodeContext): string {
  const ids = attributes.get('ids') ?? attributes.get('include');
  const chosen =
    ids === undefined ? own : ids.split(',').flatMap((id) => images.get(id.trim()) ?? []);
  return chosen
    .map(({ url, title }) => `<p><img src="${attribute(url)}" alt="${attribute(title)}"></p>`)
    .join('\n');
}

function sourceOf(attributes: Attributes): string | undefined {
  const named = ['src', 'url', 'mp4', 'mp3', 'ogg', 'webm', 'm4v', 'm4a', 'href'];
  return named.map((name) => attributes.get(name)).find((value) => value !== undefined);
}

function link(url: string): string {
  const address = url.trim();
  if (!/^https?:\/\/\S+$/i.test(address)) return '';
  return `<p><a href="${attribute(address)}">${escapeHtml(address)}</a></p>`;
}

function attributesOf(written: string): Attributes {
  const attributes = new Map<string, string>();
  for (const [, name = '', quoted, apostrophed, bare] of written.matchAll(ATTRIBUTE)) {
    attributes.set(name.toLowerCase(), quoted ?? apostrophed ?? bare ?? '');
  }
  return attributes;
}

/** A value for inside double quotes; `&amp;` of the source stays one. */
function attribute(value: string): string {
  return value.replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
