/**
 * Who may talk to the web host. Other users of the machine and every web page the user has open
 * can reach 127.0.0.1, so each request has to come from our own page and carry a secret.
 *
 * A link with a token opens one browser: the token is exchanged for a session cookie and is spent,
 * because addresses stay in histories and in the process list. Opening a spent link again (another
 * browser, or the same one after it lost its cookie) is refused, and a fresh link goes to whoever
 * started the host, who alone sees the terminal. A browser that has the cookie may use any link.
 *
 * Cookies are not scoped by port, hence the port in the cookie's name; pages on other ports of
 * 127.0.0.1 are `same-site`, hence the checks of `Origin` and `Sec-Fetch-Site`.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { phrase, type Phrase } from '../../shared/messages/phrase.ts';

export type Admission =
  | { kind: 'admitted' }
  /** A valid link: set the cookie and redirect to the page. */
  | { kind: 'exchanged'; cookie: string }
  /** Status 403; `reason` is for people. */
  | { kind: 'refused'; reason: Phrase };

export interface Access {
  /** The address to open; its token works once. */
  link(): string;
  admit(request: IncomingMessage, url: URL): Admission;
}

const SECRET_BYTES = 32;

/** `origin` is `http://127.0.0.1:PORT`; `onFreshLink` hears of a link that replaces a spent one. */
export function createAccess(origin: string, onFreshLink: (link: string) => void): Access {
  const { host, port } = new URL(origin);
  const cookieName = `lectern-${port}`;
  const session = newSecret();
  const cookie = `${cookieName}=${session}; Path=/; HttpOnly; SameSite=Strict`;
  const spent = new Set<string>();
  let token = newSecret();
  let tokenIsFresh = true;

  const link = () => `${origin}/?token=${token}`;

  function exchange(given: string): Admission {
    if (matches(given, token) && tokenIsFresh) {
      tokenIsFresh = false;
      spent.add(token);
      return { kind: 'exchanged', cookie };
    }
    if (![...spent].some((secret) => matches(given, secret))) return refused(UNKNOWN_LINK);
    if (!tokenIsFresh) {
      token = newSecret();
      tokenIsFresh = true;
      onFreshLink(link());
    }
    return refused(SPENT_LINK);
  }

  return {
    link,
    admit(request, url) {
      if (request.headers.host !== host) return refused(WRONG_HOST);
      if (!isFromOwnPage(request, origin)) return refused(FOREIGN_PAGE);
      const given = url.pathname === '/' ? url.searchParams.get('token') : null;
      const carried = readCookie(request.headers.cookie, cookieName);
      if (carried !== null && matches(carried, session)) {
        // A token has no business in the address bar.
        return given === null ? { kind: 'admitted' } : { kind: 'exchanged', cookie };
      }
      return given === null ? refused(NO_SESSION) : exchange(given);
    },
  };
}

const WRONG_HOST = phrase('web.wrongHost');
const FOREIGN_PAGE = phrase('web.foreignPage');
const NO_SESSION = phrase('web.noSession');
const UNKNOWN_LINK = phrase('web.unknownLink');
const SPENT_LINK = phrase('web.spentLink');

function refused(reason: Phrase): Admission {
  return { kind: 'refused', reason };
}

/** Browsers send `Sec-Fetch-Site`, and `Origin` with every POST; other clients may send neither. */
function isFromOwnPage(request: IncomingMessage, origin: string): boolean {
  const from = request.headers.origin;
  if (from !== undefined && from !== origin) return false;
  const site = request.headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
}

function readCookie(header: string | undefined, name: string): string | null {
  for (const pair of (header ?? '').split(';')) {
    const [key, value] = pair.trim().split('=', 2);
    if (key === name && value !== undefined) return value;
  }
  return null;
}

function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

/** Takes the same time wherever the two differ, and whatever their lengths. */
function matches(given: string, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(secret));
}
