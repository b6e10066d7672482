import { beforeEach, describe, expect, it } from 'vitest';
import {
  canUndo,
  making,
  redo,
  remember,
  undo,
  useUndo,
} from '../../../renderer/src/state/undo.ts';

describe('undo', () => {
  let log: string[] = [];
  const step = (name: string) => ({
    label: name,
    undo: async () => void log.push(`undo ${name}`),
    redo: async () => void log.push(`redo ${name}`),
  });

  beforeEach(() => {
    log = [];
    useUndo.setState({ done: [], undone: [], making: new Set() });
  });

  it('goes back and forth in order', async () => {
    remember(step('a'));
    remember(step('b'));
    await undo();
    await undo();
    await undo();
    await redo();
    expect(log).toEqual(['undo b', 'undo a', 'redo a']);
  });

  it('forgets what was undone once something new is done', async () => {
    remember(step('a'));
    await undo();
    remember(step('b'));
    await redo();
    expect(log).toEqual(['undo a']);
  });

  it('undoes a change that is still being made once it is made', async () => {
    remember(step('a'));
    let finish = () => {};
    const slow = new Promise<void>((resolve) => (finish = resolve)).then(() => remember(step('b')));
    useUndo.setState({ done: [] });
    expect(canUndo()).toBe(false);
    void making(slow);
    expect(canUndo()).toBe(true);
    const undone = undo();
    finish();
    await undone;
    expect(log).toEqual(['undo b']);
    expect(useUndo.getState().making.size).toBe(0);
  });

  it('undoes one step after another, however fast it is asked', async () => {
    let finish = () => {};
    const slow = new Promise<void>((resolve) => (finish = resolve));
    remember(step('a'));
    remember({ ...step('b'), undo: () => slow.then(() => log.push('undo b')) });
    const both = [undo(), undo()];
    finish();
    await Promise.all(both);
    expect(log).toEqual(['undo b', 'undo a']);
  });

  it('undoes the one before where a change fails', async () => {
    remember(step('a'));
    const failing = making(Promise.reject(new Error('full disk')));
    await Promise.all([expect(failing).rejects.toThrow('full disk'), undo()]);
    expect(log).toEqual(['undo a']);
  });

  it('keeps a hundred steps', () => {
    for (let count = 0; count < 150; count += 1) remember(step(`${count}`));
    expect(useUndo.getState().done).toHaveLength(100);
    expect(useUndo.getState().done[0]?.label).toBe('50');
  });
});
