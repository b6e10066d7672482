import { expect, it } from 'vitest';
import { failureReport } from '../../../main/shared/failure-report.ts';

it('lists each failure with its whole path, its line and its reason', () => {
  const report = failureReport([
    { path: '/desk/a.bin', line: null, message: 'It looks like a binary file.' },
    { path: '/desk/b.xml', line: 7, message: 'A tag is not closed.' },
  ]);
  expect(report).toBe(
    '- `/desk/a.bin`: It looks like a binary file.\n- `/desk/b.xml`:7: A tag is not closed.\n',
  );
});
