/** What tells where a visitor came from, and not which page is meant. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|mc_[ce]id)$/i;

/**
 * What addresses of the same page have in common: http or https, `www.` or not, with or without
 * a slash at the end, a fragment, or marks of campaigns. Null for what is no address of the web.
 */
export function addressKey(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, host, pathname, searchParams } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') return null;
  const kept = [...searchParams]
    .filter(([name]) => !TRACKING.test(name))
    .map(([name, value]) => `${name}=${value}`)
    .toSorted();
  const path = pathname.replace(/\/+$/, '');
  return `${host.replace(/^www\./, '')}${path}${kept.length === 0 ? '' : `?${kept.join('&')}`}`;
}
