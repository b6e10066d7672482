/** What follows `npm start --`: `[--library DIR] [--port N] [FILE…]`, as each host takes it. */

/**
 * Electron reads the rest itself; a port means nothing to it.
 * @param {readonly string[]} args
 */
export function electronArguments(args) {
  return split(args).others;
}

/**
 * @param {readonly string[]} args
 */
export function webArguments(args) {
  const { port, others } = split(args);
  return ['serve', ...port, ...others];
}

/** @param {readonly string[]} args */
function split(args) {
  const at = args.findIndex((arg) => arg === '--port' || arg.startsWith('--port='));
  if (at < 0) return { port: [], others: [...args] };
  const port = args.slice(at, args[at] === '--port' ? at + 2 : at + 1);
  return { port, others: args.filter((_, i) => i < at || i >= at + port.length) };
}
