import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AnnotationStore } from '../../../main/core/library/annotation-store.ts';
import { Catalogue } from '../../../main/core/library/catalogue.ts';
import { catalogueFolder } from '../../../main/core/library/library-paths.ts';
import { bundleForNode } from '../../support/bundle.ts';
import { makeTempFolder, testPorts } from '../../support/core.ts';

const KILLS = 12;
let bundleFolder = '';
let bundle = '';

beforeAll(async () => {
  const entry = resolve(import.meta.dirname, '../../support/children/write-and-tell.ts');
  bundleFolder = await mkdtemp(join(tmpdir(), 'lectern-test-'));
  bundle = await bundleForNode(entry, bundleFolder);
});

afterAll(() => rm(bundleFolder, { recursive: true, force: true }));

/** Starts the writer, kills it after so many acknowledged writes, gives the last acknowledged. */
function writeAndKill(folder: string, writes: number): Promise<number> {
  const child = spawn(process.execPath, [bundle, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    if (output.split('\n').length > writes) child.kill('SIGKILL');
  });
  return new Promise((done, failed) => {
    child.on('error', failed);
    child.on('close', (code) => {
      const acknowledged = output.split('\n').slice(0, -1).map(Number);
      if (code !== null) failed(new Error(`The writer ended by itself: ${code}`));
      else done(acknowledged.at(-1) ?? -1);
    });
  });
}

describe('a process that is killed', () => {
  it(`loses nothing that was acknowledged, ${KILLS} times`, async () => {
    const folder = await makeTempFolder();
    const ports = testPorts(folder);
    const { log } = ports;
    const now = () => ports.clock.now();
    for (let kill = 0; kill < KILLS; kill += 1) {
      const last = await writeAndKill(folder, 5 + kill * 7);
      const options = { folder: catalogueFolder(folder), readOnly: false, log, now };
      const catalogue = await Catalogue.open(options);
      const annotations = new AnnotationStore({ folder, log, now, assertWritable() {} });
      const counter = catalogue.data.articles.get('counter')?.order ?? -1;
      expect(counter).toBeGreaterThanOrEqual(last);
      // A batch is there whole or not at all.
      expect(catalogue.data.articles.get(`a${counter % 50}`)?.order).toBe(counter);
      const notes = (await annotations.all()).map(({ note }) => Number(note));
      expect(Math.max(...notes)).toBeGreaterThanOrEqual(last);
      expect(catalogue.damage).toEqual([]);
      await catalogue.close();
    }
    expect(ports.logged.filter(({ level }) => level !== 'info')).toEqual([]);
  }, 60_000);
});
