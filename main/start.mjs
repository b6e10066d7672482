/**
 * `npm start`: builds if needed, then opens Lectern in Electron, or, where that can't be had, says
 * why in one line and serves it to the browser. LECTERN_HOST=electron or =web leaves no choice.
 */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { buildIfStale } from './built-app.mjs';
import { fetchElectron, findElectron, whyNoWindow } from './electron-binary.mjs';
import { electronArguments, webArguments } from './start-arguments.mjs';

/** An Electron that dies within this time, and not of its own will, never opened a window. */
const STARTUP_MS = 5000;
/** What the Electron host logs when the library can't be opened: a browser would not help. */
const OWN_FAILURE = 'Lectern could not start';
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+/;

const root = resolve(import.meta.dirname, '..');

process.exitCode = await start(process.argv.slice(2), process.env['LECTERN_HOST']);

/**
 * @param {string[]} args
 * @param {string | undefined} host
 * @returns {Promise<number>} the exit status
 */
async function start(args, host) {
  const failure = buildIfStale(root, () => console.log('Building Lectern…'));
  if (failure !== null) {
    console.error(failure);
    return 1;
  }
  if (host === 'web') return serve(args);
  const outcome = await openElectron(args);
  if (typeof outcome === 'number') return outcome;
  if (host === 'electron') {
    console.error(`${outcome}.`);
    return 1;
  }
  console.log(`${outcome}; Lectern opens in your browser instead:`);
  return serve(args);
}

/**
 * @param {string[]} args
 * @returns {Promise<number | string>} the exit status, or why there was no window
 */
async function openElectron(args) {
  const obstacle = whyNoWindow(process.platform, process.env, process.getuid?.());
  if (obstacle !== null) return `Electron can’t open a window (${obstacle})`;
  if (findElectron(root) === null) {
    console.log('Fetching Electron (about 120 MB, this once)…');
    const failure = fetchElectron(root);
    if (failure !== null) return `Electron isn’t here and could not be fetched (${failure})`;
  }
  const electron = findElectron(root);
  return electron === null ? 'Electron isn’t here' : runElectron(electron, args);
}

/**
 * @param {string} electron
 * @param {string[]} args
 * @returns {Promise<number | string>}
 */
function runElectron(electron, args) {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const child = spawn(electron, [root, ...electronArguments(args)], {
    env,
    stdio: ['inherit', 'inherit', 'pipe'],
  });
  let complaints = '';
  let startingUp = true;
  const showComplaints = () => {
    if (!startingUp) return;
    startingUp = false;
    process.stderr.write(complaints);
  };
  child.stderr.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
    if (startingUp) complaints += text;
    else process.stderr.write(text);
  });
  const timer = setTimeout(showComplaints, STARTUP_MS);
  return new Promise((done) => {
    child.once('error', (error) => done(`Electron did not start (${error.message})`));
    child.once('close', (status, signal) => {
      clearTimeout(timer);
      const interrupted = signal === 'SIGINT' || signal === 'SIGTERM';
      const failed = status !== 0 && !interrupted && !complaints.includes(OWN_FAILURE);
      if (startingUp && failed) return done(whyItDied(complaints));
      showComplaints();
      done(status ?? (interrupted ? 0 : 1));
    });
    passSignals(child);
  });
}

/** @param {string} complaints what Electron wrote to stderr */
function whyItDied(complaints) {
  const library = /loading shared libraries: ([^:\s]+)/.exec(complaints)?.[1];
  const lastLine = complaints.trim().split('\n').at(-1);
  const why = library === undefined ? lastLine || 'without a word' : `${library} is missing`;
  return `Electron did not start (${why})`;
}

/**
 * @param {string[]} args
 * @returns {Promise<number>}
 */
function serve(args) {
  const child = spawn(process.execPath, [resolve(root, 'out/main/cli.js'), ...webArguments(args)], {
    stdio: ['inherit', 'pipe', 'inherit'],
  });
  let opened = false;
  child.stdout.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
    process.stdout.write(text);
    const address = ADDRESS.exec(text)?.[0];
    if (opened || address === undefined) return;
    opened = true;
    openBrowser(address);
  });
  return new Promise((done) => {
    child.once('close', (status) => done(status ?? 0));
    passSignals(child);
  });
}

/**
 * A terminal sends Ctrl+C to the child as well; anything else signals this process alone, which
 * hands it on. Either way it waits for the child to close.
 * @param {import('node:child_process').ChildProcess} child
 */
function passSignals(child) {
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  process.on('SIGTERM', () => child.kill('SIGTERM'));
}

/**
 * Where that fails, the address stands in the terminal.
 * @param {string} address
 */
function openBrowser(address) {
  const { platform, env } = process;
  const hasDesktop = platform !== 'linux' || env['DISPLAY'] || env['WAYLAND_DISPLAY'];
  if (!hasDesktop || env['CI'] || env['BROWSER'] === 'none') return;
  const [program, ...before] =
    platform === 'darwin'
      ? ['open']
      : platform === 'win32'
        ? ['cmd', '/c', 'start', '""']
        : ['xdg-open'];
  const child = spawn(program ?? '', [...before, address], { detached: true, stdio: 'ignore' });
  child.once('error', () => {});
  child.unref();
}
