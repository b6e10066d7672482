/**
 * MHTML, a page saved with all its parts as a mail message (RFC 2557). The first part of HTML is
 * the page; images keep their addresses in the web.
 */
import iconv from 'iconv-lite';

const HEAD_UNITS = 4096;
const MOST_PARTS = 1000;

export interface MhtmlPage {
  html: string;
  url: string | null;
}

export function isMhtml(text: string): boolean {
  const head = text.slice(0, HEAD_UNITS);
  return (
    /^(?:From|MIME-Version|Snapshot-Content-Location|Content-Type):/im.test(
      head.split('\n')[0] ?? '',
    ) && /^Content-Type:\s*multipart\/related\b/im.test(head)
  );
}

/** The text with `\n` as its line ends. The page is empty where no part is HTML. */
export function parseMhtml(text: string): MhtmlPage {
  const message = splitHead(text);
  const boundary = /\bboundary="?([^";\n]+)"?/i.exec(message.head)?.[1];
  const parts = boundary === undefined ? [] : message.body.split(`--${boundary}`, MOST_PARTS);
  for (const part of parts) {
    const { head, body } = splitHead(part.replace(/^\s*\n/, ''));
    if (!/^content-type:\s*(?:text\/html|application\/xhtml\+xml)\b/im.test(head)) continue;
    const url = field(message.head, 'Snapshot-Content-Location') ?? field(head, 'Content-Location');
    return { html: decodeBody(head, body), url };
  }
  return { html: '', url: null };
}

function splitHead(text: string): { head: string; body: string } {
  const end = text.indexOf('\n\n');
  if (end === -1) return { head: '', body: text };
  // A line that begins with white space goes on with the field before it.
  return { head: text.slice(0, end).replace(/\n[ \t]+/g, ' '), body: text.slice(end + 2) };
}

function field(head: string, name: string): string | null {
  const line = head
    .split('\n')
    .find((each) => each.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  return line?.slice(name.length + 1).trim() ?? null;
}

function decodeBody(head: string, body: string): string {
  const transfer = field(head, 'Content-Transfer-Encoding')?.toLowerCase();
  if (transfer !== 'quoted-printable' && transfer !== 'base64') return body;
  const bytes = transfer === 'base64' ? Buffer.from(body, 'base64') : quotedPrintable(body);
  const charset = /\bcharset="?([\w.:-]+)/i.exec(head)?.[1] ?? 'utf-8';
  return iconv.decode(bytes, iconv.encodingExists(charset) ? charset : 'utf-8');
}

/** RFC 2045, 6.7. */
function quotedPrintable(body: string): Buffer {
  const bytes = Buffer.from(body.replace(/=[ \t]*\n/g, ''), 'utf8');
  const decoded = Buffer.alloc(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const code = bytes[at] ?? 0;
    const hex = code === 61 ? bytes.toString('latin1', at + 1, at + 3) : '';
    const isEscape = /^[0-9a-f]{2}$/i.test(hex);
    decoded[length] = isEscape ? Number.parseInt(hex, 16) : code;
    length += 1;
    if (isEscape) at += 2;
  }
  return decoded.subarray(0, length);
}
