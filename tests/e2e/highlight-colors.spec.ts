import {
  importFile,
  openArticle,
  paintedText,
  SAMPLE,
  selectWithMouse,
} from './support/reading.ts';
import { expect, test } from './support/test.ts';

const TITLE = 'The clock at Dunmarrow that told the sea’s time instead of the sun’s';

test('a colour takes a hue of the user’s own, in every theme, and goes back', async ({
  page,
  lectern,
}) => {
  await importFile(page, SAMPLE);
  await openArticle(page, TITLE);
  await selectWithMouse(page, 'made in 1791', 'made in 1791');
  await page.keyboard.press('1');
  await expect.poll(() => paintedText(page, 'yellow')).toEqual(['made in 1791']);
  await page.keyboard.press('Control+,');
  const colors = page.getByRole('list', { name: 'Highlight colours' });
  const sample = colors.getByRole('button', { name: 'Hue of Yellow' });
  const shown = () => sample.evaluate((node) => getComputedStyle(node).backgroundColor);
  const yellow = await shown();
  await sample.click();
  const hue = colors.getByRole('slider', { name: 'Hue of Yellow' });
  await hue.focus();
  await page.keyboard.press('End');
  const rose = colors.getByRole('button', { name: 'Hue of Rose' });
  await expect(colors.getByRole('slider', { name: 'Hue of Rose' })).toHaveValue('359');
  await expect(rose).toHaveCSS('background-color', /^oklch\(0\.(89|9)\d* 0\.\d+ 359\)$/);
  await lectern.call('settings.update', { theme: 'dark' });
  await expect(rose).toHaveCSS('background-color', /^oklch\(0\.3\d* 0\.\d+ 359\)$/);
  const { highlightColors } = await lectern.call('settings.get', {});
  expect(highlightColors[0]).toEqual({
    color: 'yellow',
    name: 'Rose',
    shape: 'solid',
    hue: 359,
  });
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Undone: change colour “Yellow”')).toBeVisible();
  await expect(sample).toBeVisible();
  await page.keyboard.press('Control+Shift+z');
  await lectern.call('settings.update', { theme: 'light' });
  await colors.getByRole('button', { name: 'As in the theme' }).click();
  await expect.poll(shown).toBe(yellow);
});

test('what is changed in the colours is undone by steps, names among it', async ({
  page,
  lectern,
}) => {
  await page.keyboard.press('Control+,');
  const colors = page.getByRole('list', { name: 'Highlight colours' });
  const field = colors.getByRole('textbox', { name: 'What Green stands for' });
  await field.fill('Evidence');
  await field.press('Tab');
  await colors.getByRole('combobox', { name: 'Line of Evidence' }).selectOption('Waves');
  await colors.getByRole('button', { name: 'Move Evidence up' }).click();
  await page.getByRole('button', { name: 'As they were' }).click();
  const first = async () => {
    const { highlightColors } = await lectern.call('settings.get', {});
    return highlightColors.slice(0, 2).map(({ color, name, shape }) => `${color} ${name} ${shape}`);
  };
  await expect.poll(first).toEqual(['yellow  solid', 'green  dashed']);
  const steps = [
    { said: 'highlight colours as they were', left: ['green Evidence wavy', 'yellow  solid'] },
    { said: 'move colour “Evidence”', left: ['yellow  solid', 'green Evidence wavy'] },
    { said: 'change colour “Evidence”', left: ['yellow  solid', 'green Evidence dashed'] },
    { said: 'change colour “Evidence”', left: ['yellow  solid', 'green  dashed'] },
  ];
  for (const { said, left } of steps) {
    await page.keyboard.press('Control+z');
    await expect.poll(first).toEqual(left);
    await expect(page.getByText(`Undone: ${said}`).first()).toBeVisible();
  }
});
