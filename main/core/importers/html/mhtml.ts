/**
 * MHTML, a page saved with all its parts as a mail message (RFC 2557). The first part of HTML is
 * the page; its images are other parts, named by their addresses in the web or by their ids.
 */
import iconv from 'iconv-lite';

const HEAD_UNITS = 4096;
const MOST_PARTS = 1000;

export interface MhtmlPart {
  /** The address that the page names it by: of the web, or `cid:…`. */
  names: string[];
  bytes(): Uint8Array;
}

export interface MhtmlPage {
  html: string;
  url: string | null;
  /** Its images. */
  parts: MhtmlPart[];
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
  const page: MhtmlPage = { html: '', url: null, parts: [] };
  let found = false;
  for (const { head, body } of leavesOf(message, 0)) {
    if (!found && /^content-type:\s*(?:text\/html|application\/xhtml\+xml)\b/im.test(head)) {
      found = true;
      page.html = decodeBody(head, body);
      page.url =
        field(message.head, 'Snapshot-Content-Location') ?? field(head, 'Content-Location');
    } else if (/^content-type:\s*image\//im.test(head)) {
      const names = namesOf(head);
      if (names.length > 0) page.parts.push({ names, bytes: () => bytesOf(head, body) });
    }
  }
  return page;
}

interface Part {
  head: string;
  body: string;
}

const DEEPEST = 5;

/** The parts that hold no parts themselves, in order. */
function* leavesOf(part: Part, depth: number): Generator<Part> {
  const boundary = /\bboundary="?([^";\n]+)"?/i.exec(part.head)?.[1];
  if (boundary === undefined || depth > DEEPEST) {
    if (depth > 0) yield part;
    return;
  }
  // What stands before the first boundary is for programs that can't read the rest.
  for (const inner of part.body.split(`--${boundary}`, MOST_PARTS).slice(1)) {
    if (inner.startsWith('--')) return;
    yield* leavesOf(splitHead(inner.replace(/^\s*\n/, '')), depth + 1);
  }
}

function namesOf(head: string): string[] {
  const location = field(head, 'Content-Location');
  const id = field(head, 'Content-ID')?.replace(/^<|>$/g, '');
  return [location, id === undefined ? null : `cid:${id}`].filter((name) => name !== null);
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
  if (!isEncoded(head)) return body;
  const bytes = bytesOf(head, body);
  const charset = /\bcharset="?([\w.:-]+)/i.exec(head)?.[1] ?? 'utf-8';
  return iconv.decode(bytes, iconv.encodingExists(charset) ? charset : 'utf-8');
}

function transferOf(head: string): string | undefined {
  return field(head, 'Content-Transfer-Encoding')?.toLowerCase();
}

function isEncoded(head: string): boolean {
  return /^(?:quoted-printable|base64)$/.test(transferOf(head) ?? '');
}

function bytesOf(head: string, body: string): Buffer {
  const transfer = transferOf(head);
  if (transfer === 'base64') return Buffer.from(body, 'base64');
  return transfer === 'quoted-printable' ? quotedPrintable(body) : Buffer.from(body, 'utf8');
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
