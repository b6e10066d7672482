import { tmpdir } from 'node:os';
import { afterAll, expect, it } from 'vitest';
import { KeptTexts } from '../../../main/core/importers/kept-texts.ts';
import { createPlanStore } from '../../../main/core/importers/plan-store.ts';

const texts = await KeptTexts.open(tmpdir());
afterAll(() => texts.close());

function draft(id: string) {
  return { id, sources: [], failures: [], reviews: new Map(), texts };
}

it('gives a plan once', () => {
  const plans = createPlanStore();
  plans.keep(draft('a'));
  expect(plans.take('a').id).toBe('a');
  expect(() => plans.take('a')).toThrow(/committed, discarded or too old/);
});

it('drops the oldest plan when there are too many', () => {
  const plans = createPlanStore();
  for (const id of ['a', 'b', 'c', 'd']) expect(plans.keep(draft(id))).toBeNull();
  expect(plans.keep(draft('e'))?.id).toBe('a');
  expect(() => plans.take('a')).toThrow(/choose its files again/);
  expect(plans.take('b').id).toBe('b');
});

it('shows a plan as often as it is asked for', () => {
  const plans = createPlanStore();
  plans.keep(draft('a'));
  expect(plans.open('a')).toBe(plans.open('a'));
  expect(plans.take('a').id).toBe('a');
  expect(() => plans.open('a')).toThrow(/committed, discarded or too old/);
});
