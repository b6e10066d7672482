import { LecternError } from '../../shared/errors.ts';
import type { Library } from '../library/library.ts';
import { phrase } from '../../shared/messages/phrase.ts';

/** @throws LecternError not_found */
export function requireTags({ tags }: Pick<Library, 'tags'>, ids: readonly string[]): void {
  for (const id of ids) {
    if (tags.get(id) === undefined)
      throw new LecternError('not_found', phrase('error.noTag', { id }), { id });
  }
}
