import { expect, test } from 'vitest';
import { ApiError, type Schemas } from '@/shared/api/client';
import type { Complete } from '@/shared/api/complete';
import { readForm } from './readForm';

const ways = { out: true, in: true } as const;

/** refused returns the field that a reader refuses. */
function refused(read: () => unknown) {
  try {
    read();
  } catch (e) {
    if (e instanceof ApiError) return e.problem.fields?.[0];
    throw e;
  }
  return undefined;
}

test('values are read by their types, and what is empty is undefined', () => {
  const v = readForm({ name: '恒瑞', amount: 5, key: false, tiers: ['a'], way: 'in', cleared: null });
  expect([v.text('name'), v.number('amount'), v.flag('key'), v.texts('tiers'), v.choice('way', ways)]).toEqual([
    '恒瑞',
    5,
    false,
    ['a'],
    'in',
  ]);
  expect([v.text('cleared'), v.number('missing')]).toEqual([undefined, undefined]);
});

test('what cannot be read is refused at its field, never dropped: an amount least of all', () => {
  expect(refused(() => readForm({ amount: '五千万上下' }).number('amount'))).toMatchObject({ path: 'amount', code: 'unreadable' });
  expect(refused(() => readForm({ way: 'toString' }).choice('way', ways))).toMatchObject({ path: 'way', code: 'unreadable' });
  expect(refused(() => readForm({}).mustChoose('way', ways))).toMatchObject({ path: 'way', code: 'required' });
});

test('a body that forgets a field does not compile, an optional or a nested one neither', () => {
  const whole = { year: 2026, amount: undefined } satisfies Complete<Schemas['YearPlan']>;
  // @ts-expect-error amount is optional for the server, but forgotten here
  const forgotten = { year: 2026 } satisfies Complete<Schemas['YearPlan']>;
  // @ts-expect-error the date of a paper is forgotten inside the list
  const nested = { dossier: [{ item: 'map' }] } satisfies Pick<Complete<Schemas['ProjectUpdate']>, 'dossier'>;
  expect([whole.year, forgotten.year, nested.dossier.length]).toEqual([2026, 2026, 1]);
});
