/** The whole of what the page gets from Electron. Runs sandboxed: one CommonJS file, no packages. */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { CALL_CHANNEL, EVENT_CHANNEL, type LecternBridge } from '../main/shared/bridge.ts';
import { createInbox } from './inbox.ts';

const inbox = createInbox();
ipcRenderer.on(EVENT_CHANNEL, (_event, message) => inbox.receive(message));

const bridge: LecternBridge = {
  host: 'electron',
  call: (method, input) => ipcRenderer.invoke(CALL_CHANNEL, method, input),
  on: inbox.on,
  pathOf: (file: File) => webUtils.getPathForFile(file),
};

contextBridge.exposeInMainWorld('lectern', bridge);
