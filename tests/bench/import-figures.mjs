/**
 * `npm run figures` prints all figures of the import, one bench after another: segmentation of the
 * real dumps and of generated ones, fidelity of HTML pages, recall and cost of near-duplicates among
 * 100,000 articles, and the speed, pace and memory of imports. What needs the real data says when
 * it is skipped. LECTERN_BENCH_MB=100 LECTERN_BENCH_FILES=20000 measure at full scale.
 */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const vitest = resolve(root, 'node_modules/vitest/vitest.mjs');
const BENCHES = ['segmentation', 'html-fidelity', 'similar', 'import'];

let failed = 0;
for (const name of BENCHES) {
  console.log(`\n== ${name}`);
  const { status } = spawnSync(
    process.execPath,
    [vitest, 'bench', `tests/bench/${name}.bench.ts`, '--run'],
    {
      cwd: root,
      stdio: 'inherit',
      env: { LECTERN_BENCH_ARTICLES: '100000', ...process.env },
    },
  );
  if (status !== 0) failed += 1;
}
process.exitCode = failed === 0 ? 0 : 1;
