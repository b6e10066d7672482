/**
 * Only macOS checks spelling with what it has. Elsewhere Chromium fetches dictionaries from Google's
 * servers, and does so for a session whose windows have the checker off, too (electron#22995).
 */
export function checksSpelling(platform: NodeJS.Platform): boolean {
  return platform === 'darwin';
}
