import { describe, expect, it } from 'vitest';
import { startHost } from './started-host.ts';

async function closingWhileBusy(button: number) {
  const { double } = await startHost();
  double.buttons.push(button);
  let allowed = false;
  const event = { preventDefault: () => void (allowed = true) };
  double.window().webContents.emit('will-prevent-unload', event);
  return { allowed, asked: double.asked };
}

describe('closing the window while work is under way', () => {
  it('asks, and stays when told to go on working', async () => {
    const { allowed, asked } = await closingWhileBusy(0);
    expect(allowed).toBe(false);
    expect(asked).toEqual([
      {
        kind: 'message',
        title: 'Lectern is still working.',
        content: 'What is not finished would have to be begun again. Your library is safe.',
      },
    ]);
  });

  it('goes when told to leave', async () => {
    expect((await closingWhileBusy(1)).allowed).toBe(true);
  });
});
