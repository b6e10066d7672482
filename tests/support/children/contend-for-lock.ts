/**
 * One of many processes that want the same lock: `contend-for-lock LOCK INSIDE TIMES`. Inside it makes
 * the file INSIDE, which must not be there; prints `violation` if it is. Ends without giving the
 * lock back, as a crash would.
 */
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { acquireLock, type Lock } from '../../../main/core/library/lock.ts';
import { LecternError } from '../../../main/shared/errors.ts';

const [lockPath = '', insidePath = '', times = '1'] = process.argv.slice(2);

for (let turn = 1; turn <= Number(times); turn += 1) {
  const lock = await enter();
  try {
    closeSync(openSync(insidePath, 'wx'));
  } catch {
    writeSync(1, 'violation\n');
  }
  await delay(Math.random() * 4);
  rmSync(insidePath, { force: true });
  writeSync(1, 'entered\n');
  if (turn === Number(times)) process.exit(0);
  await lock.release();
}

async function enter(): Promise<Lock> {
  for (;;) {
    try {
      return await acquireLock(lockPath, 'contender', new Date());
    } catch (error) {
      if (!(error instanceof LecternError) || error.code !== 'locked') throw error;
      await delay(Math.random() * 5);
    }
  }
}
