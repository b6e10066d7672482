import { expect, it } from 'vitest';
import { failureReport } from '../../../main/shared/failure-report.ts';
import { verbatim } from '../../../main/shared/messages/phrase.ts';

it('lists each failure with its whole path, its line and its reason', () => {
  const report = failureReport([
    { path: '/desk/a.bin', line: null, message: verbatim('It looks like a binary file.') },
    { path: '/desk/b.xml', line: 7, message: verbatim('A tag is not closed.') },
  ]);
  expect(report).toBe(
    '- `/desk/a.bin`: It looks like a binary file.\n- `/desk/b.xml`:7: A tag is not closed.\n',
  );
});
