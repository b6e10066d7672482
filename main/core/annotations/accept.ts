/** Takes where passages stand now for what they are of: all of them, or none. */
import type { MethodOutput } from '../../shared/contract.ts';
import { LecternError } from '../../shared/errors.ts';
import { grouped } from '../../shared/grouped.ts';
import { phrase } from '../../shared/messages/phrase.ts';
import type { Core } from '../core.ts';
import { takingTurns } from '../taking-turns.ts';
import { tellOf } from './many.ts';
import { targetOfRange } from './target.ts';

/** Each text is read once, each article's file written once. @throws LecternError bad_input */
export async function acceptMany(
  core: Core,
  ids: readonly string[],
): Promise<MethodOutput<'annotations.accept'>> {
  const { library, ports } = core;
  const before = await Promise.all([...new Set(ids)].map((id) => library.annotations.require(id)));
  const lost = before.find(({ anchor }) => anchor.range === null);
  if (lost !== undefined) {
    throw new LecternError('bad_input', phrase('error.passageNotFound', { id: lost.id }));
  }
  const updated = ports.clock.now().toISOString();
  const turn = takingTurns();
  const moved = new Map<string, ReturnType<typeof targetOfRange>>();
  for (const [articleId, ofArticle] of grouped(before, (one) => one.articleId)) {
    const { version } = library.articles.require(articleId);
    const text = await (await core.texts.now(articleId)).text();
    for (const { id, anchor } of ofArticle) {
      await turn();
      if (anchor.range !== null) moved.set(id, targetOfRange(text, anchor.range, version));
    }
  }
  await library.annotations.changeMany([...moved.keys()], (annotation) => ({
    ...annotation,
    ...moved.get(annotation.id),
    orphaned: false,
    updated,
  }));
  tellOf(core, before);
  const annotations = await Promise.all(before.map(({ id }) => library.annotations.require(id)));
  return { annotations, before };
}
