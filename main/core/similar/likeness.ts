/** When two texts say much the same, by what their fingerprints have in common. */

/**
 * Of the shorter fingerprint. A tenth of the words changed leaves more than half of it; posts
 * written to one pattern share a fifth.
 */
export const LEAST_LIKENESS = 0.3;
/** Fewer in common are a quotation. */
export const LEAST_COMMON = 4;
