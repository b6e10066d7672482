import { readFile, readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { compileFunction } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { CALL_CHANNEL, EVENT_CHANNEL, type LecternBridge } from '../../main/shared/bridge.ts';

const folder = resolve(import.meta.dirname, '../../out/preload');

type Receive = (event: object, message: unknown) => void;

/** The bundle, run as a sandboxed preload is: as CommonJS, with `electron` and nothing else to require. */
async function runPreload() {
  const source = await readFile(resolve(folder, 'index.cjs'), 'utf8');
  const exposed = new Map<string, unknown>();
  const required: string[] = [];
  const invoked: unknown[][] = [];
  const receivers = new Map<string, Receive>();
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name: string, api: unknown) => void exposed.set(name, api),
    },
    ipcRenderer: {
      invoke: async (...args: unknown[]) => {
        invoked.push(args);
        return { ok: true, value: 'answer' };
      },
      on: (channel: string, receive: Receive) => void receivers.set(channel, receive),
    },
    webUtils: { getPathForFile: (file: { name: string }) => `/disk/${file.name}` },
  };
  const require = (name: string) => {
    required.push(name);
    return electron;
  };
  compileFunction(source, ['require', 'module', 'exports'])(require, { exports: {} }, {});
  const bridge = exposed.get('lectern') as LecternBridge;
  return { bridge, exposed, required, invoked, receivers };
}

describe('the built preload', () => {
  it('is one CommonJS file that requires nothing but Electron', async () => {
    expect(await readdir(folder)).toEqual(['index.cjs']);
    const { required } = await runPreload();
    expect(new Set(required)).toEqual(new Set(['electron']));
    const source = await readFile(resolve(folder, 'index.cjs'), 'utf8');
    expect(source).not.toMatch(/^\s*(?:import|export)\b/m);
  });

  it('exposes the bridge and nothing else', async () => {
    const { exposed, bridge } = await runPreload();
    expect([...exposed.keys()]).toEqual(['lectern']);
    expect(Object.keys(bridge).toSorted()).toEqual(['call', 'host', 'on', 'pathOf']);
    expect(bridge.host).toBe('electron');
  });

  it('lets the page use one channel each way, whatever it asks', async () => {
    const { bridge, invoked, receivers } = await runPreload();
    const outcome = await bridge.call('articles.list', { place: 'inbox' });
    expect(outcome).toEqual({ ok: true, value: 'answer' });
    expect(invoked).toEqual([[CALL_CHANNEL, 'articles.list', { place: 'inbox' }]]);
    expect([...receivers.keys()]).toEqual([EVENT_CHANNEL]);
  });

  it('hands on events without Electron’s event object, and keeps early requests', async () => {
    const { bridge, receivers } = await runPreload();
    const receive = receivers.get(EVENT_CHANNEL);
    receive?.({ sender: 'secret' }, { name: 'files.opened', payload: { paths: ['/a'] } });
    const heard: unknown[][] = [];
    const stop = bridge.on('files.opened', (...args) => void heard.push(args));
    receive?.({ sender: 'secret' }, { name: 'files.opened', payload: { paths: ['/b'] } });
    stop();
    receive?.({ sender: 'secret' }, { name: 'files.opened', payload: { paths: ['/c'] } });
    expect(heard).toEqual([[{ paths: ['/a'] }], [{ paths: ['/b'] }]]);
  });

  it('tells where a dropped file lies', async () => {
    const { bridge } = await runPreload();
    expect(bridge.pathOf({ name: 'dump.txt', size: 3 })).toBe('/disk/dump.txt');
  });
});
