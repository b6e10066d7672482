import { expect, test } from './support/test.ts';

test('the app opens on an empty library without an error', async ({ page, lectern }) => {
  await expect(page).toHaveTitle(/Lectern/);
  await expect(page.locator('#root > *').first()).toBeVisible();
  expect((await lectern.call('articles.list', {})).total).toBe(0);
});
