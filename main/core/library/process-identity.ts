/** Tells whether a process that once noted itself still runs, also when its number was given to another. */
import { readFile } from 'node:fs/promises';
import { systemCode } from './file-error.ts';

/**
 * The same for one process as long as it runs, another for each later one of that number. Null where
 * the platform doesn't say (other than Linux), or for a process that is gone.
 */
export async function processIdentity(pid: number): Promise<string | null> {
  try {
    const [boot, stat] = await Promise.all([
      readFile('/proc/sys/kernel/random/boot_id', 'utf8'),
      readFile(`/proc/${pid}/stat`, 'utf8'),
    ]);
    // The name in parentheses may hold anything; state is the 3rd field, start time the 22nd.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, started] = [fields[0], fields[19]];
    if (started === undefined || state === 'Z' || state === 'X') return null;
    return `${boot.trim()}:${started}`;
  } catch {
    return null;
  }
}

/** `identity` is what `processIdentity` gave for it when it ran; null makes the number decide. */
export async function isRunning(pid: number, identity: string | null): Promise<boolean> {
  if (!hasProcess(pid)) return false;
  return identity === null || (await processIdentity(pid)) === identity;
}

function hasProcess(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process may not be signalled, but it is there.
    return systemCode(error) === 'EPERM';
  }
}
