/** What a person should look at after a text has changed. */
import type { Annotation } from '../entities.ts';
import { isCertain } from './anchor.ts';

/** A guess of at least this score differs from the passage in little more than typography. */
const SURE = 0.95;

export function needsReview({ anchor, orphaned }: Annotation): boolean {
  return !isCertain(anchor) && !(orphaned && anchor.method === 'orphan');
}

/** Moved so surely that a person may accept it unseen. */
export function isSure({ anchor }: Annotation): boolean {
  return anchor.range !== null && anchor.score >= SURE;
}
