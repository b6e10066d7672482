import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeTempFolder } from '../../support/core.ts';
import { run } from './run.ts';

const RULE = {
  id: 'letters',
  name: 'No letters',
  site: { by: 'name', like: 'coast*' },
  effect: 'leaveOut',
  lines: { like: 'Letters: *', after: null, capitals: false, alone: false },
  on: true,
};

const RULER = '='.repeat(40);
const post = (title: string) =>
  `${RULER}\n${title}\n${RULER}\n\n${title} left at noon, and came back in the evening.\n\n`;

async function setUp() {
  const desk = await makeTempFolder();
  const library = join(desk, 'library');
  await mkdir(library);
  await writeFile(join(library, 'rules.json'), JSON.stringify({ rules: [RULE] }));
  await writeFile(
    join(desk, 'coast-2.txt'),
    ['The noon ferry', 'Letters: on lamps', 'A gale'].map(post).join(''),
  );
  return (...argv: string[]) => run(argv, { library, cwd: desk });
}

describe('rules for a site', () => {
  it('are applied to what is imported, and said', async () => {
    const cli = await setUp();
    const { stdout } = await cli('import', 'coast-2.txt');
    expect(stdout).toContain('  the rule “No letters”: 1 correction\n');
    expect(stdout).toContain('added 2,');
  });

  it('are foreseen by a dry run', async () => {
    const cli = await setUp();
    expect((await cli('import', '--dry-run', 'coast-2.txt')).stdout).toContain('added 2,');
  });

  it('can be left aside', async () => {
    const cli = await setUp();
    const { stdout } = await cli('import', '--no-rules', 'coast-2.txt');
    expect(stdout).not.toContain('the rule');
    expect(stdout).toContain('added 3,');
  });

  it('are listed in words, turned off and deleted', async () => {
    const cli = await setUp();
    expect((await cli('rules')).stdout).toBe(
      'letters  No letters\n' +
        '    Articles with a title like “Letters: *” are left out; in files named “coast*”\n',
    );
    expect((await cli('rules', '--off', 'letters')).stdout).toContain('No letters (off)');
    expect((await cli('import', '--dry-run', 'coast-2.txt')).stdout).toContain('added 3,');
    const { stdout } = await cli('rules', '--delete', 'letters', '--json');
    expect(JSON.parse(stdout)).toEqual({ total: 0, rules: [] });
    expect(await cli('rules', '--delete', 'letters')).toMatchObject({
      status: 1,
      stderr: 'lectern: There is no rule letters\n',
    });
  });
});
