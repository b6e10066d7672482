/** Addresses in pages: which may be followed, and where relative ones lead. */

const SAFE = /^(?:https?|mailto|ftp|doi|urn|tel):/i;
const HAS_SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/** An absolute http(s) address, or null. */
export function webAddress(written: string | null, base: string | null): string | null {
  const url = parse(written, base);
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : null;
}

/**
 * Where a link leads: absolute where the page's own address is known, else as it is written. Null
 * for addresses that do something (`javascript:`) or hold something (`data:`).
 */
export function linkAddress(written: string, base: string | null): string | null {
  const address = written.trim();
  if (address === '' || (HAS_SCHEME.test(address) && !SAFE.test(address))) return null;
  if (address.startsWith('#')) return address;
  return parse(address, base)?.href ?? address.replace(/\s/g, '%20');
}

/**
 * The path of an image that lies beside the page, `/` between its parts and without escapes,
 * relative to the page's folder. Null when it isn't a relative path or leads out of the import.
 */
export function pathBeside(written: string, pageName: string): string | null {
  const address = written.trim().replace(/[?#].*$/, '');
  if (address === '' || HAS_SCHEME.test(address) || /^[/\\]/.test(address)) return null;
  const path = unescaped(address);
  if (path === null || path.includes('\\') || path.includes('\0')) return null;
  const above = pageName.split('/').length - 1;
  const parts: string[] = [];
  let up = 0;
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length > 0) parts.pop();
    else up += 1;
  }
  if (up > above || parts.length === 0) return null;
  return [...Array.from({ length: up }, () => '..'), ...parts].join('/');
}

function unescaped(address: string): string | null {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

function parse(written: string | null, base: string | null): URL | null {
  if (written === null) return null;
  try {
    return base === null ? new URL(written) : new URL(written, base);
  } catch {
    return null;
  }
}
