/**
 * Unpacks `@sparticuz/chromium` once. The package is made for AWS Lambda: it unpacks into the
 * shared temp folder under fixed names, and the libraries that a bare system lacks (NSS, Expat)
 * only when it believes to be there. So it runs in a process of its own that sees a private temp
 * folder and Lambda's name; the result is moved into place in one step, which makes two runs at
 * once, a run that was killed, and another user's files harmless.
 */
import { execFile } from 'node:child_process';
import {
  access,
  chmod,
  constants,
  mkdir,
  mkdtemp,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

export interface BundledChromium {
  executablePath: string;
  /** What its process needs beside the usual environment. */
  env: Record<string, string>;
}

const PACKAGE = '@sparticuz/chromium';
const UNPACK = `import chromium from '${PACKAGE}'; await chromium.executablePath();`;
const root = resolve(import.meta.dirname, '../../..');
const SHARED_CACHE = join(root, 'node_modules/.cache/lectern');
const run = promisify(execFile);

/** @throws Error on platforms that the package has no binary for */
export async function unpackBundledChromium(): Promise<BundledChromium> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'No Chromium was found. Install Chrome or Chromium, run `npx playwright install chromium`, ' +
        'or set LECTERN_CHROMIUM to the path of one.',
    );
  }
  const folder = await unpackedFolder(`chromium-${packageVersion()}`);
  const libraries = join(folder, 'al2023/lib');
  const systemLibraries = process.env['LD_LIBRARY_PATH'];
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: systemLibraries ? `${libraries}:${systemLibraries}` : libraries,
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  };
}

async function unpackedFolder(name: string): Promise<string> {
  const shared = join(SHARED_CACHE, name);
  if (await canRead(shared)) return shared;
  const folder = join(await writableCache(), name);
  if (!(await canRead(folder))) await unpackInto(folder);
  return folder;
}

async function unpackInto(folder: string): Promise<void> {
  const staging = await mkdtemp(`${folder}.`);
  try {
    await run(process.execPath, ['--input-type=module', '--eval', UNPACK], {
      cwd: root,
      env: { ...process.env, TMPDIR: staging, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
    });
    await chmod(join(staging, 'chromium'), 0o755);
    await chmod(staging, 0o755);
    await writeFile(join(staging, 'fonts.conf'), fontsConf(folder));
    await rename(staging, folder);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    // Someone else was faster.
    if (!(await canRead(folder))) throw error;
  }
}

/** Beside the packages where possible; else in a temp folder that nobody else can have written. */
async function writableCache(): Promise<string> {
  try {
    await mkdir(SHARED_CACHE, { recursive: true });
    await access(SHARED_CACHE, constants.W_OK);
    return SHARED_CACHE;
  } catch {
    const { uid } = userInfo();
    const own = join(tmpdir(), `lectern-tests-${uid}`);
    await mkdir(own, { recursive: true, mode: 0o700 });
    const { uid: owner, mode } = await stat(own);
    if (owner !== uid || (mode & 0o022) !== 0) throw new Error(`${own} belongs to someone else`);
    return own;
  }
}

function packageVersion(): string {
  const entry = createRequire(import.meta.url).resolve(PACKAGE);
  const manifest: unknown = createRequire(entry)(join(dirname(entry), '../../package.json'));
  return z.object({ version: z.string() }).parse(manifest).version;
}

/** The system's fonts where there are some, and at least one where there is none. */
function fontsConf(folder: string): string {
  const path = folder.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${path}/fonts/fonts</dir>
  <cachedir>${path}/font-cache</cachedir>
</fontconfig>
`;
}

async function canRead(folder: string): Promise<boolean> {
  return access(folder, constants.R_OK | constants.X_OK).then(
    () => true,
    () => false,
  );
}
