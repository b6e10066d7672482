/**
 * `npm test`: every stage in order, and at the end one line that adds them up. Each stage runs
 * whatever the others gave (a type error shouldn't hide a failing test), except what needs the
 * build. `npm test -- --only unit` runs one: types, lint, unit, build,
 * built (the bundles under a double of Electron) or e2e.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {string} group what `--only` selects
 * @property {string[]} command a program below node_modules, and its arguments
 * @property {string} [needs] the group that must not have failed
 * @property {{ file: string, counts: import('zod').ZodType<Count> }} [report] counts its tests; a
 *   stage without one is a single check
 */

const whole = z.number().int();
/** What Vitest's and Playwright's json reporters write, as far as it is counted here. */
const vitestCounts = z
  .object({
    numPassedTests: whole,
    numFailedTests: whole,
    numPendingTests: whole,
    numTodoTests: whole,
  })
  .transform((report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }));
const playwrightCounts = z
  .object({
    stats: z.object({ expected: whole, flaky: whole, unexpected: whole, skipped: whole }),
  })
  .transform(({ stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  }));

const root = resolve(import.meta.dirname, '..');
const artifacts = join(root, '.artifacts');
const vitestReport = join(artifacts, 'vitest.json');
const builtReport = join(artifacts, 'vitest-built.json');
const playwrightReport = join(artifacts, 'playwright.json');

/** @type {Stage[]} */
const STAGES = [
  { name: 'Types', group: 'types', command: ['typescript/bin/tsc', '-b'] },
  { name: 'Lint', group: 'lint', command: ['oxlint/bin/oxlint', '--deny-warnings'] },
  {
    name: 'Format',
    group: 'lint',
    command: ['prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'],
  },
  { name: 'Unused code', group: 'lint', command: ['knip/bin/knip.js'] },
  {
    name: 'Unit, property and conformance tests',
    group: 'unit',
    command: vitest('tests/vitest.config.ts', vitestReport),
    report: { file: vitestReport, counts: vitestCounts },
  },
  {
    name: 'Build',
    group: 'build',
    command: ['electron-vite/bin/electron-vite.js', 'build', '--logLevel=warn'],
  },
  {
    name: 'Built bundles under a double of Electron',
    group: 'built',
    command: vitest('tests/built.config.ts', builtReport),
    needs: 'build',
    report: { file: builtReport, counts: vitestCounts },
  },
  {
    name: 'End-to-end specs',
    group: 'e2e',
    command: ['@playwright/test/cli.js', 'test', '--config=tests/playwright.config.ts'],
    needs: 'build',
    report: { file: playwrightReport, counts: playwrightCounts },
  },
];

/**
 * @param {string} config
 * @param {string} report
 */
function vitest(config, report) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return ['vitest/vitest.mjs', 'run', `--config=${config}`, ...reporters];
}

process.exitCode = main(process.argv.slice(2));

/**
 * @param {string[]} args
 * @returns {number} the exit status
 */
function main(args) {
  const only = args[0] === '--only' ? args[1] : undefined;
  const stages = STAGES.filter(({ group }) => only === undefined || group === only);
  if (stages.length === 0 || (args.length > 0 && only === undefined)) {
    const groups = [...new Set(STAGES.map(({ group }) => group))];
    console.error(`Usage: npm test [-- --only ${groups.join('|')}]`);
    return 2;
  }
  mkdirSync(artifacts, { recursive: true });
  const total = { passed: 0, failed: 0, skipped: 0 };
  /** @type {Set<string>} */
  const failedGroups = new Set();
  /** @type {string[]} */
  const failedStages = [];
  for (const stage of stages) {
    const count = runStage(stage, failedGroups);
    if (count.failed > 0) {
      failedGroups.add(stage.group);
      failedStages.push(stage.name);
    }
    total.passed += count.passed;
    total.failed += count.failed;
    total.skipped += count.skipped;
  }
  if (failedStages.length > 0) console.log(`\nFailed: ${failedStages.join('; ')}`);
  console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  return total.failed === 0 ? 0 : 1;
}

/**
 * @param {Stage} stage
 * @param {ReadonlySet<string>} failedGroups
 * @returns {Count}
 */
function runStage({ name, command, needs, report }, failedGroups) {
  const [program = '', ...args] = command;
  console.log(`\n> ${name}`);
  if (needs !== undefined && failedGroups.has(needs)) {
    console.log(`Not run: ${needs} failed`);
    return { passed: 0, failed: 0, skipped: 1 };
  }
  if (report !== undefined) rmSync(report.file, { force: true });
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', program), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, TZ: 'UTC' },
  });
  const check = status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  if (report === undefined) return { ...check, skipped: 0 };
  const count = countTests(report);
  // A file that doesn't load, or a run without a test, fails without a failed test.
  if (status !== 0 && count.failed === 0) return { ...count, failed: 1 };
  return count;
}

/**
 * @param {NonNullable<Stage['report']>} report
 * @returns {Count}
 */
function countTests({ file, counts }) {
  try {
    return counts.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
