import { resolve } from 'node:path';
import { buildIfStale } from '../../../main/built-app.mjs';

/** The specs drive what `npm run build` makes; an old build would prove nothing. */
export default function buildFirst(): void {
  const failure = buildIfStale(resolve(import.meta.dirname, '../../..'), () => {});
  if (failure !== null) throw new Error(failure);
}
