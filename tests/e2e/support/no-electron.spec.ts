import { test } from '@playwright/test';
import { whyNoElectron } from './electron.ts';

test('the specs run in Electron', () => {
  test.skip(true, whyNoElectron() ?? '');
});
