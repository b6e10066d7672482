import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { importFile, openArticle, rows } from './support/reading.ts';
import { expect, test, type Lectern } from './support/test.ts';

const SHARED = Array.from(
  { length: 40 },
  (_, at) => `Shared ${at}: the ferry came late, and nobody on the quay had anything to say of it.`,
);
const ADDED = Array.from(
  { length: 30 },
  (_, at) => `Added ${at}: an editor put this in, with reasons of his own that he kept to himself.`,
);

async function importTwo(page: Page, lectern: Lectern): Promise<void> {
  const texts = {
    Report: SHARED,
    Reprint: [...ADDED, ...SHARED],
  };
  for (const [title, paragraphs] of Object.entries(texts)) {
    const path = join(lectern.folder, `${title}.md`);
    await writeFile(path, `# ${title}\n\n${paragraphs.join('\n\n')}\n`);
    await importFile(page, path);
  }
  await expect(rows(page)).toHaveCount(2);
}

const reader = (page: Page, title: string) =>
  page.getByRole('region', { name: `Article: ${title}`, exact: true });
const firstInSight = (page: Page, title: string) =>
  reader(page, title).evaluate((element) => {
    const { top } = element.getBoundingClientRect();
    const lines = [...element.querySelectorAll('[data-start]')];
    return lines.find((line) => line.getBoundingClientRect().bottom > top + 12)?.textContent ?? '';
  });

test('two articles stand beside each other, scroll together, and each takes its own highlights', async ({
  page,
  lectern,
}) => {
  await page.setViewportSize({ width: 1500, height: 800 });
  await importTwo(page, lectern);
  await openArticle(page, 'Report');
  await rows(page).filter({ hasText: 'Reprint' }).click({ button: 'middle' });
  const tabs = page.getByRole('tablist', { name: 'Open articles' }).getByRole('tab');
  await tabs.nth(1).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Show beside' }).click();
  await expect(reader(page, 'Report')).toBeVisible();
  await expect(reader(page, 'Reprint')).toBeVisible();

  await test.step('they scroll together by the lines they share', async () => {
    await page.getByRole('button', { name: 'Scroll both together' }).click();
    await reader(page, 'Report').hover();
    await page.mouse.wheel(0, 1500);
    await expect.poll(() => firstInSight(page, 'Report')).toMatch(/^Shared \d\d/);
    await expect
      .poll(async () => {
        const [one, other] = await Promise.all([
          firstInSight(page, 'Report'),
          firstInSight(page, 'Reprint'),
        ]);
        return one === other;
      })
      .toBe(true);
  });

  await test.step('the keys are about the side that has the focus', async () => {
    await page.keyboard.press('Alt+L');
    await page.keyboard.press('F6');
    await expect(reader(page, 'Reprint')).toBeFocused();
    await expect(tabs.nth(1)).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('s');
    await page.keyboard.press('1');
    const { articles } = await lectern.call('articles.list', {});
    const id = (title: string) => articles.find((one) => one.title === title)?.id ?? '';
    const marked = async (title: string) =>
      (await lectern.call('annotations.list', { articleId: id(title) })).annotations.length;
    await expect.poll(() => marked('Reprint')).toBe(1);
    expect(await marked('Report')).toBe(0);
  });

  await test.step('where there is no room for two they are two tabs', async () => {
    await page.setViewportSize({ width: 800, height: 800 });
    await expect(reader(page, 'Report')).toBeHidden();
    await expect(reader(page, 'Reprint')).toBeVisible();
    await expect(tabs).toHaveCount(2);
    await page.setViewportSize({ width: 1500, height: 800 });
    await expect(reader(page, 'Report')).toBeVisible();
  });

  await test.step('one of them stays alone', async () => {
    await page.keyboard.press('Alt+S');
    await expect(reader(page, 'Report')).toBeHidden();
    await expect(reader(page, 'Reprint')).toBeVisible();
  });
});

test('a report that is also in another source opens beside it', async ({ page, lectern }) => {
  await page.setViewportSize({ width: 1500, height: 800 });
  await importTwo(page, lectern);
  await openArticle(page, 'Report');
  await page.getByRole('button', { name: 'Show “Reprint” beside' }).click();
  await expect(reader(page, 'Report')).toBeVisible();
  await expect(reader(page, 'Reprint')).toBeVisible();
});
