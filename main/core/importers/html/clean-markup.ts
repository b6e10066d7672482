/**
 * Takes out of a tree what is not for reading: scripts, forms, trackers, and every element and
 * attribute that isn't known to be harmless. Unknown elements give way to what they hold.
 */
import { defaultSchema, sanitize } from 'hast-util-sanitize';
import type { HtmlContent, HtmlRoot } from './hast-nodes.ts';

type Schema = typeof defaultSchema;

const MORE_ELEMENTS =
  `abbr acronym address article aside audio bdi bdo big caption center cite data dfn dialog dir
  fieldset figcaption figure font footer header hgroup iframe label legend listing main mark math
  menu nav nobr noscript rb rtc search small time u video wbr xmp`.split(/\s+/);

const STRIPPED =
  `script style template select datalist textarea button object embed applet canvas svg noframes
  noembed frameset`.split(/\s+/);

const SCHEMA: Schema = {
  ...defaultSchema,
  tagNames: [...(defaultSchema.tagNames ?? []), ...MORE_ELEMENTS],
  strip: STRIPPED,
  clobber: [],
  protocols: {
    href: ['http', 'https', 'mailto', 'ftp', 'doi', 'urn', 'tel'],
    src: ['http', 'https'],
    poster: ['http', 'https'],
  },
  attributes: {
    ...defaultSchema.attributes,
    a: ['href', 'title', 'className', 'dataFootnoteRef', 'dataFootnoteBackref'],
    code: ['className'],
    iframe: ['src'],
    audio: ['src'],
    video: ['src', 'poster'],
    source: ['src'],
    '*': [...(defaultSchema.attributes?.['*'] ?? []), 'className', 'dataLang', 'dataLanguage'],
  },
};

export function cleanMarkup(tree: HtmlRoot): HtmlRoot {
  const clean = sanitize(tree, SCHEMA);
  if (clean.type === 'root') return clean;
  return { type: 'root', children: [clean satisfies HtmlContent | { type: string }] };
}
