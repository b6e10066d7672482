/**
 * The encoding that a file without a byte order mark gives itself: `<?xml encoding="…"?>`,
 * `<meta charset>` or `<meta http-equiv="content-type">`, as browsers look for it in the head.
 */
import iconv from 'iconv-lite';

/** HTML asks for 1,024 bytes; browsers look further, and so do pages with much before it. */
const HEAD_BYTES = 4096;
const XML_PROLOG = /^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]{1,40})["']/i;
const META = /<meta\b[^>]{0,400}>/gi;
const CHARSET = /\bcharset\s*=\s*["']?\s*([\w.:-]{1,40})/i;

/** Labels that mean more than they say, by the WHATWG's Encoding standard. */
const MEANT: ReadonlyMap<string, string> = new Map([
  ['iso-8859-1', 'windows-1252'],
  ['iso8859-1', 'windows-1252'],
  ['latin1', 'windows-1252'],
  ['us-ascii', 'windows-1252'],
  ['ascii', 'windows-1252'],
  ['iso-8859-9', 'windows-1254'],
  ['gb2312', 'gb18030'],
  ['gbk', 'gb18030'],
  ['x-gbk', 'gb18030'],
  ['x-sjis', 'shift_jis'],
  ['ks_c_5601-1987', 'euc-kr'],
  ['utf8', 'utf-8'],
  ['x-user-defined', 'windows-1252'],
  // Read as ASCII so far, it can't be: the declaration was kept when the file was converted.
  ['utf-16', 'utf-8'],
  ['utf-16le', 'utf-8'],
  ['utf-16be', 'utf-8'],
]);

/** Of markup. Lower case, as iconv-lite knows it; null where none is declared or it isn't known. */
export function declaredCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1');
  if (!/^\s*</.test(head)) return null;
  const label = (XML_PROLOG.exec(head)?.[1] ?? metaCharset(head))?.toLowerCase();
  if (label === undefined) return null;
  const encoding = MEANT.get(label) ?? label;
  return iconv.encodingExists(encoding) ? encoding : null;
}

function metaCharset(head: string): string | undefined {
  const withoutComments = head.replace(/<!--[\s\S]*?(?:-->|$)/g, '');
  for (const [meta] of withoutComments.matchAll(META)) {
    const label = CHARSET.exec(meta)?.[1];
    if (label !== undefined) return label;
  }
  return undefined;
}
