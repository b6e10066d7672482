import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeTempFolder, openTestApp } from '../../support/core.ts';
import { sha256Of } from '../../support/entities.ts';

const WORDS = `<p>${'The ferry crosses the sound at noon and again at dusk, every day. '.repeat(5)}</p>`;
const GIF = Buffer.from(
  'R0lGODlhFAAKAIAAAP///wAAACwAAAAAFAAKAAACEISPqcvtD6OctNqLs968+68VADs=',
  'base64',
);
const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="30" height="40"></svg>');

function page(...images: string[]): string {
  const body = images.map((image) => WORDS + image).join('');
  return `<!doctype html><title>A page of the coast</title><article>${body}${WORDS}</article>`;
}

async function setUp() {
  const test = await openTestApp();
  const desk = await makeTempFolder();
  const file = async (name: string, content: string | Uint8Array) => {
    const path = join(desk, name);
    await mkdir(join(path, '..'), { recursive: true });
    await writeFile(path, content);
    return path;
  };
  const importAll = async (...paths: string[]) => {
    const plan = await test.app.call('imports.plan', { paths });
    const { articleIds } = await test.app.call('imports.commit', { planId: plan.id });
    const [id = ''] = articleIds;
    const { markdown } = await test.app.call('articles.get', { id });
    return { plan, markdown };
  };
  return { ...test, desk, file, importAll };
}

function nameOf(bytes: Uint8Array, kind: string): string {
  return `${sha256Of(bytes)}.${kind}`;
}

describe('images beside a saved page', () => {
  it('are copied into the library and named by the text', async () => {
    const { app, folder, file, importAll } = await setUp();
    const path = await file(
      'ferry.html',
      page('<img src="ferry_files/a%20b.gif?x=1" alt="The quay">'),
    );
    await file('ferry_files/a b.gif', GIF);
    const { markdown } = await importAll(path);
    const name = nameOf(GIF, 'gif');
    expect(markdown).toContain(`![The quay](../../images/${name.slice(0, 2)}/${name}#20x10)`);
    expect(await readFile(join(folder, 'images', name.slice(0, 2), name))).toEqual(GIF);
    expect((await app.call('library.verify', {})).problems).toEqual([]);
  });

  it('are known by their bytes, whatever they are called', async () => {
    const { file, importAll } = await setUp();
    const path = await file('a.html', page('<img src="x.php">', '<img src="./y.png">'));
    await file('x.php', SVG);
    await file('y.png', 'not an image');
    const { markdown } = await importAll(path);
    expect(markdown.match(/!\[/g)).toHaveLength(1);
    expect(markdown).toContain(`${nameOf(SVG, 'svg')}#30x40`);
  });

  it('that are not there keep their address in the web, or go', async () => {
    const { file, importAll } = await setUp();
    const path = await file(
      'a.html',
      page('<base href="https://coast.example/"><img src="gone.gif">', '<img src="/also.gif">'),
    );
    const { markdown } = await importAll(path);
    expect(markdown).toContain('(https://coast.example/gone.gif)');
    const other = await file('b.html', page('<img src="gone.gif">').replace('coast', 'sound'));
    expect((await importAll(other)).markdown).not.toContain('![');
  });

  it('are never taken from outside of what was given', async () => {
    const { desk, file, importAll } = await setUp();
    await file('secret.gif', GIF);
    await file('outside/secret.gif', GIF);
    const tries = ['../secret.gif', 'link.gif', 'folder/secret.gif', join(desk, 'secret.gif')];
    await file('box/a.html', page(...tries.map((src) => `<img src="${src}">`)));
    await symlink(join(desk, 'secret.gif'), join(desk, 'box/link.gif'));
    await symlink(join(desk, 'outside'), join(desk, 'box/folder'));
    const { markdown } = await importAll(join(desk, 'box/a.html'));
    expect(markdown).not.toContain('![');
  });

  it('that are shared by pages of a folder lie above them', async () => {
    const { desk, file, importAll } = await setUp();
    await file('site/img/a.gif', GIF);
    await file('site/2024/page.html', page('<img src="../img/a.gif">'));
    const { markdown, plan } = await importAll(join(desk, 'site'));
    expect(markdown).toContain(nameOf(GIF, 'gif'));
    // What a page shows is no file that failed.
    expect(plan.failures).toEqual([]);
  });

  it('are no articles, and neither is what else a browser saved with its page', async () => {
    const { desk, file, importAll } = await setUp();
    await file('box/ferry.html', page('<img src="ferry_files/a.gif">'));
    await file('box/ferry_files/a.gif', GIF);
    await file('box/ferry_files/script.js.download', 'track()');
    await file('box/ferry_files/frame.html', page());
    const { plan } = await importAll(join(desk, 'box'));
    expect(plan.sources.map(({ name }) => name)).toEqual(['box/ferry.html']);
    expect(plan.failures).toEqual([]);
  });

  it('that vanish between plan and commit leave the text whole', async () => {
    const { app, ports, desk, folder, file } = await setUp();
    const path = await file('a.html', page('<img src="a.gif">'));
    await file('a.gif', GIF);
    const plan = await app.call('imports.plan', { paths: [path] });
    await rm(join(desk, 'a.gif'));
    expect(await app.call('imports.commit', { planId: plan.id })).toMatchObject({ added: 1 });
    expect(existsSync(join(folder, 'images'))).toBe(false);
    expect(ports.logged.map(({ message }) => message).join()).toContain('a.gif');
  });
});

describe('images beside a Markdown file', () => {
  it('are kept, as Markdown and as Obsidian name them', async () => {
    const { app, desk, file, importAll } = await setUp();
    const text = `# The noon ferry

A ![quay](img/a%20b.gif "At dusk") and ![[c.svg|300]], ![[vault.gif]], \`![no](c.svg)\`.

![gone](gone.gif) and ![web](https://coast.example/w.gif) and ![[Another note]] stay.
`;
    await file('vault/notes/ferry.md', text);
    await file('vault/notes/img/a b.gif', GIF);
    await file('vault/notes/c.svg', SVG);
    await file('vault/vault.gif', GIF);
    const { markdown, plan } = await importAll(join(desk, 'vault'));
    const gif = `../../images/${nameOf(GIF, 'gif').slice(0, 2)}/${nameOf(GIF, 'gif')}#20x10`;
    const svg = `../../images/${nameOf(SVG, 'svg').slice(0, 2)}/${nameOf(SVG, 'svg')}#30x40`;
    expect(markdown.trimStart()).toBe(
      `A ![quay](${gif} "At dusk") and ![](${svg}), ![](${gif}), \`![no](c.svg)\`.\n\n` +
        '![gone](gone.gif) and ![web](https://coast.example/w.gif) and ![[Another note]] stay.\n',
    );
    expect(plan.failures).toEqual([]);
    expect((await app.call('library.verify', {})).problems).toEqual([]);
  });

  it('stay through a review that draws its articles anew', async () => {
    const { app, file } = await setUp();
    const path = await file('a.md', '# One\n\nWords ![a](a.gif).\n');
    await file('a.gif', GIF);
    const { id: planId } = await app.call('imports.plan', { paths: [path] });
    const revisions = [{ kind: 'retitle' as const, line: 1, title: 'Another' }];
    await app.call('imports.revise', { planId, source: 0, revisions });
    const { articleIds } = await app.call('imports.commit', { planId });
    const { markdown } = await app.call('articles.get', { id: articleIds[0] ?? '' });
    expect(markdown).toContain(`${nameOf(GIF, 'gif')}#20x10`);
    expect((await app.call('library.verify', {})).problems).toEqual([]);
  });
});
