import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { MethodOutput } from '../../../main/shared/contract.ts';
import type { Revision } from '../../../main/shared/revisions.ts';
import type { NewRule } from '../../../main/shared/rules.ts';
import { makeTempFolder, openTestApp, type TestApp } from '../../support/core.ts';
import { inWords } from '../../support/in-words.ts';

type Plan = MethodOutput<'imports.plan'>;

/** Posts divided by their rules, one of them with a second report in it that nothing announces. */
function issue(day: number, hidden: string, footer = 'Share this story'): string {
  const post = (title: string, text: string) =>
    `======\n${title}\n======\n\n${text}\n\n${footer}\n\n`;
  return [
    post('Harbour dredged again', `The dredger came on the ${day}th and left at noon.`),
    post(
      'Council meets',
      `It met in the old hall, and nobody spoke.\n\nFROM THE QUAY: ${hidden}\n\nThe quay was busy on the ${day}th, as boats came in early.`,
    ),
    post('Choir to sing', 'The choir sings on Sunday in the chapel by the slip.'),
  ].join('');
}

async function plan(app: TestApp['app'], path: string, text: string): Promise<Plan> {
  await writeFile(path, text);
  return app.call('imports.plan', { paths: [path] });
}

const titles = (source: Plan['sources'][number] | undefined) =>
  source?.articles.filter(({ parentId }) => parentId === null).map(({ title }) => title);

function lineOf(text: string, wanted: string): number {
  return text.split('\n').findIndex((line) => line.startsWith(wanted)) + 1;
}

async function corrected() {
  const folder = await makeTempFolder();
  const { app } = await openTestApp(join(folder, 'library'));
  const text = issue(4, 'boats back early');
  const first = await plan(app, join(folder, 'harbour-2024-05-04.txt'), text);
  const revise = (revisions: Revision[]) =>
    app.call('imports.revise', { planId: first.id, source: 0, revisions });
  const suggest = () => app.call('rules.suggest', { planId: first.id, source: 0 });
  return { folder, app, text, first, revise, suggest };
}

const QUAY: NewRule = {
  name: 'From the quay',
  site: { by: 'name', like: 'harbour-*' },
  effect: 'start',
  lines: { like: 'FROM THE QUAY: *', after: null, capitals: false, alone: false },
  on: true,
};

describe('rules for a site', () => {
  it('that would change a file at thousands of places are passed over, and that is said', async () => {
    const { folder, app } = await corrected();
    const rule = { ...QUAY, effect: 'drop' as const, lines: { ...QUAY.lines, like: 'tide *' } };
    await app.call('rules.create', rule);
    const tides = Array.from({ length: 2500 }, (_, nth) => `tide ${nth}`).join('\n');
    const { sources } = await plan(app, join(folder, 'harbour-tides.txt'), `Tides\n\n${tides}\n`);
    expect(sources[0]?.rules).toMatchObject([{ changes: 0, passedOver: 2500 }]);
    expect(sources[0]?.revisions).toEqual([]);
  });

  it('are suggested from what was corrected, with how the site can be told', async () => {
    const { text, first, revise, suggest } = await corrected();
    expect((await suggest()).suggestions).toEqual([]);
    expect(titles(first.sources[0])).not.toContain('FROM THE QUAY: boats back early');
    await revise([
      { kind: 'split', line: lineOf(text, 'FROM THE QUAY') },
      { kind: 'drop', startLine: lineOf(text, 'Share'), endLine: lineOf(text, 'Share') },
    ]);
    const { sites, suggestions } = await suggest();
    expect(sites[0]).toEqual({ by: 'name', like: 'harbour*' });
    expect(suggestions).toContainEqual({
      effect: 'start',
      lines: { like: 'FROM THE QUAY:*', after: null, capitals: false, alone: false },
      covers: 1,
      more: 0,
    });
    expect(suggestions).toContainEqual(
      expect.objectContaining({
        effect: 'drop',
        lines: expect.objectContaining({ like: 'Share this story' }),
      }),
    );
  });

  it('say what two titles have in common, and what was cut from them', async () => {
    const folder = await makeTempFolder();
    const { app } = await openTestApp(join(folder, 'library'));
    const text = issue(4, 'boats back')
      .replace('Harbour dredged again', 'Harbour dredged again | The Gull')
      .replace('Choir to sing', 'Choir to sing | The Gull');
    const { id } = await plan(app, join(folder, 'gull.txt'), text);
    const line = lineOf(text, 'Harbour');
    const revisions: Revision[] = [{ kind: 'retitle', line, title: 'Harbour dredged again' }];
    await app.call('imports.revise', { planId: id, source: 0, revisions });
    const { suggestions } = await app.call('rules.suggest', { planId: id, source: 0 });
    expect(suggestions).toEqual([
      {
        effect: 'title',
        lines: { like: '* | The Gull', after: null, capitals: false, alone: false },
        covers: 1,
        more: 1,
      },
    ]);
  });

  it('are not suggested where nothing could come again', async () => {
    const { text, first, revise, suggest } = await corrected();
    const line = lineOf(text, 'It met in the old hall');
    await revise([
      { kind: 'leaveOut', line: lineOf(text, 'Council meets') },
      { kind: 'drop', startLine: line, endLine: line },
    ]);
    expect(first.sources).toHaveLength(1);
    const { suggestions } = await suggest();
    expect(suggestions.map(({ effect }) => effect)).not.toContain('drop');
  });

  it('are applied to the next file of the site, and named as the reason', async () => {
    const { folder, app } = await corrected();
    const { id } = await app.call('rules.create', QUAY);
    const next = issue(11, 'a whale sighted');
    const { sources, id: planId } = await plan(app, join(folder, 'harbour-2024-05-11.txt'), next);
    const [source] = sources;
    expect(source?.rules).toEqual([{ id, name: 'From the quay', changes: 1, passedOver: 0 }]);
    const found = source?.articles.find(({ title }) => title.startsWith('FROM THE QUAY'));
    expect(inWords(found?.reasons)).toEqual(['the rule “From the quay” makes it begin here']);
    const off = await app.call('imports.applyRules', { planId, source: 0, except: [id] });
    expect(titles(off)).toHaveLength(3);
    expect(off.rules).toEqual([{ id, name: 'From the quay', changes: 1, passedOver: 0 }]);
    const { articleIds } = await app.call('imports.commit', { planId });
    expect(articleIds).toHaveLength(3);
  });

  it('leave other sites alone, and all where they are not wanted', async () => {
    const { folder, app } = await corrected();
    await app.call('rules.create', QUAY);
    const path = join(folder, 'harbour-9.txt');
    const other = await plan(app, join(folder, 'inland-2024.txt'), issue(11, 'a whale'));
    expect(titles(other.sources[0])).toHaveLength(3);
    await writeFile(path, issue(11, 'a whale'));
    const without = await app.call('imports.plan', { paths: [path], rules: false });
    expect(titles(without.sources[0])).toHaveLength(3);
    expect(without.sources[0]?.rules).toEqual([]);
  });

  it('know a site by a line of it, and by the host of its addresses', async () => {
    const { folder, app } = await corrected();
    const site = { by: 'line', like: 'Share this story' } as const;
    await app.call('rules.create', { ...QUAY, site });
    const marked = await plan(app, join(folder, 'week.txt'), issue(11, 'a whale'));
    expect(titles(marked.sources[0])).toHaveLength(4);
    const bare = await plan(app, join(folder, 'bare.txt'), issue(11, 'a whale', 'Send it on'));
    expect(titles(bare.sources[0])).toHaveLength(3);
  });

  it('keep corrections by hand over them, when one is kept in the middle of a review', async () => {
    const { app, text, first, revise } = await corrected();
    const line = lineOf(text, 'FROM THE QUAY');
    await revise([
      { kind: 'split', line },
      { kind: 'retitle', line, title: 'Boats' },
    ]);
    await app.call('rules.create', QUAY);
    const source = await app.call('imports.applyRules', { planId: first.id, source: 0 });
    expect(source.revisions).toEqual([
      { kind: 'split', line, by: 'From the quay' },
      { kind: 'retitle', line, title: 'Boats' },
    ]);
    expect(titles(source)).toContain('Boats');
  });

  it('are there again when the library is opened again', async () => {
    const folder = join(await makeTempFolder(), 'library');
    const before = await openTestApp(folder);
    const rule = await before.app.call('rules.create', QUAY);
    await before.app.close();
    const { app } = await openTestApp(folder);
    expect(await app.call('rules.list', {})).toEqual({ rules: [rule] });
    expect(await app.call('rules.delete', { id: rule.id })).toEqual(rule);
    await app.call('rules.restore', { rule });
    expect((await app.call('rules.list', {})).rules).toEqual([rule]);
  });

  it('are suggested from beginnings that were moved, and move them', async () => {
    const folder = await makeTempFolder();
    const { app } = await openTestApp(join(folder, 'library'));
    const post = (title: string) =>
      `======\n${title}\nQUAY DESK: morning\n======\n\n${'The quay was busy, as boats came in early. '.repeat(4)}\n\n`;
    const text = ['Harbour dredged again', 'Council meets once more', 'Choir to sing on Sunday']
      .map(post)
      .join('');
    const first = await plan(app, join(folder, 'quay-1.txt'), text);
    const starts = first.sources[0]?.articles.map(({ startLine }) => startLine) ?? [];
    const desks = text
      .split('\n')
      .flatMap((line, at) => (line.startsWith('QUAY DESK') ? [at + 1] : []));
    expect(starts).toHaveLength(3);
    const revisions = starts.flatMap((line, nth): Revision[] =>
      line === null ? [] : [{ kind: 'move', line, to: desks[nth] ?? 0 }],
    );
    await app.call('imports.revise', { planId: first.id, source: 0, revisions });
    const { suggestions } = await app.call('rules.suggest', { planId: first.id, source: 0 });
    const start = suggestions.find(({ effect }) => effect === 'start');
    expect(start).toMatchObject({ covers: 3, more: 0 });
    await app.call('rules.create', {
      ...QUAY,
      site: { by: 'name', like: 'quay-*' },
      lines: start?.lines ?? QUAY.lines,
    });
    const again = await plan(app, join(folder, 'quay-2.txt'), text);
    expect(again.sources[0]?.articles.map(({ startLine }) => startLine)).toEqual(desks);
  });
});
