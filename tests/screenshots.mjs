/** `npm run screenshots [-- DUMP]`: pictures of every screen into .artifacts/screenshots. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const dump = process.argv[2];
const { status } = spawnSync(
  process.execPath,
  [
    resolve(import.meta.dirname, '../node_modules/@playwright/test/cli.js'),
    'test',
    '--config',
    resolve(import.meta.dirname, 'screenshots.config.ts'),
  ],
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      ...(dump === undefined ? {} : { LECTERN_SCREENSHOT_DUMP: resolve(dump) }),
    },
  },
);
process.exit(status ?? 1);
