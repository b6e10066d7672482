import { expect, test } from 'vitest';
import { electronArguments, webArguments } from '../../../main/start-arguments.mjs';

test.each([
  { args: [], web: ['serve'], electron: [] },
  {
    args: ['--library', '/a b', '--port', '80', 'x.txt'],
    web: ['serve', '--port', '80', '--library', '/a b', 'x.txt'],
    electron: ['--library', '/a b', 'x.txt'],
  },
  {
    args: ['x.txt', '--port=80'],
    web: ['serve', '--port=80', 'x.txt'],
    electron: ['x.txt'],
  },
])('$args goes to each host as it takes it', ({ args, web, electron }) => {
  expect(webArguments(args)).toEqual(web);
  expect(electronArguments(args)).toEqual(electron);
});
