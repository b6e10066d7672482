import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeTempFolder, openTestApp } from '../../support/core.ts';
import { sha256Of } from '../../support/entities.ts';

const WORDS = `<p>${'The ferry crosses the sound at noon and again at dusk, every day. '.repeat(6)}</p>`;
/** Pictures of some size: short `data:` addresses are spacers. */
const SVG = (fill: string): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="30" height="40"><title>${'quay '.repeat(60)}</title><rect fill="${fill}" width="9" height="9"/></svg>`,
  );
const [RED, BLUE] = [SVG('red'), SVG('blue')];

function page(...images: string[]): string {
  const body = images.map((image) => WORDS + image).join('');
  return `<!doctype html><title>A page of the coast</title><article>${body}${WORDS}</article>`;
}

function mhtml(html: string, ...parts: string[]): string {
  return [
    'From: <Saved by a browser>',
    'Snapshot-Content-Location: https://coast.example/ferry',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; type="text/html";',
    '\tboundary="----part"',
    '',
    '------part',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    'Content-Location: https://coast.example/ferry',
    '',
    Buffer.from(html)
      .toString('base64')
      .replace(/(.{76})/g, '$1\r\n'),
    ...parts.flatMap((part) => ['------part', part]),
    '------part--',
    '',
  ].join('\r\n');
}

function imagePart(name: string, bytes: Uint8Array): string {
  return [
    'Content-Type: image/svg+xml',
    'Content-Transfer-Encoding: base64',
    name,
    '',
    Buffer.from(bytes).toString('base64'),
  ].join('\r\n');
}

async function importText(name: string, text: string) {
  const { app, folder } = await openTestApp();
  const path = join(await makeTempFolder(), name);
  await writeFile(path, text);
  const plan = await app.call('imports.plan', { paths: [path] });
  const { articleIds } = await app.call('imports.commit', { planId: plan.id });
  const { markdown } = await app.call('articles.get', { id: articleIds[0] ?? '' });
  return { app, folder, plan, markdown };
}

function addressOf(bytes: Uint8Array): string {
  const name = `${sha256Of(bytes)}.svg`;
  return `../../images/${name.slice(0, 2)}/${name}#30x40`;
}

function fileOf(folder: string, bytes: Uint8Array): string {
  const name = `${sha256Of(bytes)}.svg`;
  return join(folder, 'images', name.slice(0, 2), name);
}

describe('images inside a page', () => {
  it('are kept from its own code', async () => {
    const data = `data:image/svg+xml;base64,${RED.toString('base64')}`;
    const { app, folder, markdown, plan } = await importText(
      'page.html',
      page(`<img src="${data}" alt="The quay">`),
    );
    expect(markdown).toContain(`![The quay](${addressOf(RED)})`);
    expect(await readFile(fileOf(folder, RED))).toEqual(RED);
    expect(plan.sources[0]?.problems).toEqual([]);
    expect((await app.call('library.verify', {})).problems).toEqual([]);
  });

  it('are kept from a page saved as one file, by address and by id', async () => {
    const html = page(
      '<img src="/img/quay.svg" alt="The quay">',
      '<img src="cid:lamp@coast" alt="The lamp">',
      '<img src="https://elsewhere.example/far.jpg" alt="Far away">',
    );
    const text = mhtml(
      html,
      imagePart('Content-Location: https://coast.example/img/quay.svg', RED),
      imagePart('Content-ID: <lamp@coast>', BLUE),
    );
    const { folder, markdown } = await importText('page.mhtml', text);
    expect(markdown).toContain(`![The quay](${addressOf(RED)})`);
    expect(markdown).toContain(`![The lamp](${addressOf(BLUE)})`);
    expect(markdown).toContain('![Far away](https://elsewhere.example/far.jpg)');
    expect(await readFile(fileOf(folder, BLUE))).toEqual(BLUE);
  });

  it('are found where the page is a part of a part', async () => {
    const html = page('<img src="cid:lamp@coast" alt="The lamp">');
    const inner = [
      'Content-Type: multipart/alternative; boundary="inner"',
      '',
      '--inner',
      'Content-Type: text/html; charset=utf-8',
      '',
      html,
      '--inner--',
    ].join('\r\n');
    const text = [
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; boundary="outer"',
      '',
      '--outer',
      inner,
      '--outer',
      imagePart('Content-ID: <lamp@coast>', BLUE),
      '--outer--',
    ].join('\r\n');
    const { markdown } = await importText('mail.mht', text);
    expect(markdown).toContain(`![The lamp](${addressOf(BLUE)})`);
  });

  it('are kept from Markdown', async () => {
    const data = `data:image/svg+xml;base64,${BLUE.toString('base64')}`;
    const { folder, markdown } = await importText('note.md', `# A note\n\n![Lamp](${data})\n`);
    expect(markdown).toContain(`![Lamp](${addressOf(BLUE)})`);
    expect(await readFile(fileOf(folder, BLUE))).toEqual(BLUE);
  });

  it('are shown by a picture that offers them, lazily or not', async () => {
    const { markdown } = await importText(
      'page.html',
      page(
        '<picture><source srcset="https://c.example/s.webp 300w, https://c.example/l.webp 900w"><img alt="Large"></picture>',
        '<img data-srcset="https://c.example/lazy.jpg 2x" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="Lazy">',
        '<noscript><img src="https://c.example/plain.jpg" alt="Plain"></noscript>',
      ),
    );
    expect(markdown).toContain('![Large](https://c.example/l.webp)');
    expect(markdown).toContain('![Lazy](https://c.example/lazy.jpg)');
    expect(markdown).toContain('![Plain](https://c.example/plain.jpg)');
  });

  it('that are no images stay out', async () => {
    const data = `data:image/png;base64,${Buffer.from('no picture at all '.repeat(40)).toString('base64')}`;
    const { markdown } = await importText('page.html', page(`<img src="${data}" alt="None">`));
    expect(markdown).not.toContain('None');
    expect(markdown).toContain('The ferry crosses');
  });
});
