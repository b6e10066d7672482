/** A saved page with its pictures, out of an archive, as far as the reader's eye. */
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { writeZip } from '../support/zip-writer.ts';
import { openArticle } from './support/reading.ts';
import { expect, test } from './support/test.ts';

const WORDS =
  'The ferry crosses the sound at noon and again at dusk, and the ferryman keeps a book of it.';
const PARAGRAPH = `<p>${`${WORDS} `.repeat(5)}</p>`;
const PAGE = `<!doctype html><html lang="en"><head><title>The noon ferry | Coast Review</title>
<meta property="og:title" content="The noon ferry"><meta name="author" content="Ada Nowak">
</head><body><nav><a href="/">Home</a></nav><article><h1>The noon ferry</h1>
${PARAGRAPH}
<figure><img src="ferry_files/quay.png" alt="The quay at dusk"><figcaption>The quay at dusk</figcaption></figure>
${PARAGRAPH}
<figure><img src="https://elsewhere.example/gone.png" alt="A picture in the web"></figure>
${PARAGRAPH}</article></body></html>`;

test('a page out of an archive is read with its pictures, and nothing is fetched', async ({
  page,
  lectern,
}) => {
  const picture = await readFile(resolve(import.meta.dirname, '../../resources/icon.png'));
  const archive = join(lectern.folder, 'saved pages.zip');
  await writeFile(
    archive,
    writeZip([
      { name: 'ferry.html', content: PAGE },
      { name: 'ferry_files/quay.png', content: picture },
    ]),
  );
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));

  await page.getByTestId('choose-files').setInputFiles(archive);
  await expect(page.getByRole('main', { name: 'Import' })).toBeVisible();
  await page.getByRole('button', { name: /^Import \d/ }).click();
  await openArticle(page, 'The noon ferry');

  const image = page.getByRole('img', { name: 'The quay at dusk' });
  await image.scrollIntoViewIfNeeded();
  await expect(image).toHaveJSProperty('complete', true);
  await expect.poll(() => image.evaluate((node: HTMLImageElement) => node.naturalWidth)).toBe(1024);
  await expect(page.getByRole('img', { name: 'A picture in the web' })).toBeVisible();
  expect(asked.filter((url) => url.includes('elsewhere'))).toEqual([]);
  expect((await lectern.call('library.verify', {})).problems).toEqual([]);
});
