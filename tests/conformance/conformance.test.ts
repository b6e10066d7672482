import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  CONTRACT,
  isMethodName,
  type MethodName,
  type Outcome,
} from '../../main/shared/contract.ts';
import { CASES, type MethodCases } from './cases.ts';
import type { HostUnderTest, OpenHost } from './host-under-test.ts';
import { HOSTS } from './hosts.ts';
import { makeWorld } from './world.ts';

const METHODS = Object.keys(CONTRACT).filter(isMethodName);

/** Every outcome, by method and host: in the end the hosts are compared. */
const outcomes = new Map<MethodName, Map<string, Outcome<unknown>[]>>();

test.each(METHODS)('%s has a good and a bad call', (method) => {
  const { good, bad }: MethodCases<never> = CASES[method];
  expect(good.length).toBeGreaterThan(0);
  expect(bad.length).toBeGreaterThan(0);
});

test('no call is of a method that the contract lacks', () => {
  expect(Object.keys(CASES).toSorted()).toEqual(METHODS.toSorted());
});

test('no host is left out', () => {
  // The command line is in-process, and proven by tests of its own.
  const hosts = CONTRACT['desktop.info'].output.shape.host.options.filter((name) => name !== 'cli');
  expect(new Set(HOSTS.map(({ name }) => name))).toEqual(new Set(['in-process', ...hosts]));
});

describe.each(HOSTS)('$name', (underTest: HostUnderTest) => {
  let folder: string;
  let host: OpenHost;

  beforeEach(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'lectern conformance ')));
    await mkdir(join(folder, 'files'));
    host = await underTest.open(join(folder, 'library'));
  });

  afterEach(async () => {
    await host.close();
    await rm(folder, { recursive: true, force: true });
  });

  test.each(METHODS)('%s', async (method) => {
    const { good, bad, desktop = false }: MethodCases<never> = CASES[method];
    const world = await makeWorld(host, join(folder, 'files'));
    const seen: Outcome<unknown>[] = [];
    for (const { input, code } of bad) {
      const outcome = await host.call(method, input(world));
      expect(outcome).toMatchObject({ ok: false, error: { code } });
      seen.push(outcome);
    }
    for (const input of good) {
      const outcome = await host.call(method, input(world));
      expectAnswer(method, outcome, desktop);
      if (!desktop) seen.push(outcome);
    }
    remember(method, underTest.name, withoutFolder(seen, folder));
  });

  test.each([null, undefined, [], 'text', 7])('an input that is no object: %j', async (input) => {
    expect(await host.call('settings.get', input)).toMatchObject({
      ok: false,
      error: { code: 'bad_input' },
    });
  });

  test.each(['', 'settings', 'settings.get ', 'toString', '__proto__', 'constructor'])(
    'a method that does not exist: %j',
    async (method) => {
      expect(await host.call(method, {})).toMatchObject({
        ok: false,
        error: { code: 'unknown_method' },
      });
    },
  );
});

describe('the hosts answer alike', () => {
  test.each(METHODS)('%s', (method) => {
    const byHost = outcomes.get(method);
    const reference = byHost?.get('in-process');
    expect(reference).toBeDefined();
    for (const { name } of HOSTS) expect(byHost?.get(name), name).toEqual(reference);
  });
});

function expectAnswer(method: MethodName, outcome: Outcome<unknown>, desktop: boolean): void {
  if (desktop && !outcome.ok) {
    expect(outcome.error.code).toBe('unsupported');
    return;
  }
  expect(outcome).toMatchObject({ ok: true });
  if (outcome.ok) CONTRACT[method].output.parse(outcome.value);
}

function remember(method: MethodName, host: string, seen: Outcome<unknown>[]): void {
  const byHost = outcomes.get(method) ?? new Map<string, Outcome<unknown>[]>();
  outcomes.set(method, byHost.set(host, seen));
}

/** As JSON, which every host's answers become in the end, with folders of their own under one name. */
function withoutFolder(seen: Outcome<unknown>[], folder: string): Outcome<unknown>[] {
  const quoted = JSON.stringify(folder).slice(1, -1);
  return JSON.parse(
    JSON.stringify(seen)
      .replaceAll(quoted, '<folder>')
      .replaceAll(/lectern-pasted-\w+/g, '<pasted>'),
  );
}
